package org.newsbag.cli;

import java.io.PrintStream;
import org.newsbag.finding.Severity;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Verdict;

/** What a person reads: of one bag everything, of many a line each, the first errors of those that are not valid, and a total. */
final class ValidateText implements ValidateReport {
    private static final int SHOWN_OF_MANY = 3;

    private final PrintStream out;
    private final boolean isMany;
    private final boolean isQuiet;
    private boolean isMoreToTell;

    ValidateText(PrintStream out, boolean isMany, boolean isQuiet) {
        this.out = out;
        this.isMany = isMany;
        this.isQuiet = isQuiet;
    }

    @Override
    public void bag(Judgement judgement) {
        if (isQuiet && judgement.verdict() == Verdict.VALID) return;
        out.println(word(judgement.verdict()) + "  " + FindingList.visible(judgement.bag()) + facts(judgement));
        if (isMany) {
            long shown = judgement.verdict() == Verdict.VALID ? 0 : firstErrors(judgement);
            isMoreToTell |= shown < judgement.findings().count(Severity.ERROR)
                    || judgement.findings().count(Severity.WARNING) > 0;
        } else if (!isQuiet || judgement.verdict() != Verdict.VALID)
            new FindingList(out).printAll(judgement.findings());
    }

    @Override
    public void end(ValidateTotals totals) {
        if (!isMany || isQuiet) return;
        var text = new StringBuilder();
        for (var verdict : Verdict.values())
            if (totals.count(verdict) > 0)
                text.append(text.length() == 0 ? "" : ", ")
                        .append(totals.count(verdict))
                        .append(' ')
                        .append(verdict.id().replace('-', ' '));
        out.println();
        if (isMoreToTell)
            out.println("All that was found of one bag: newsbag validate BAG. Of all: --json, or --jsonl.");
        out.println(totals.bags() + (totals.bags() == 1 ? " bag: " : " bags: ") + text);
    }

    private static String word(Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    private static String facts(Judgement judgement) {
        var text = new StringBuilder();
        judgement.version().ifPresent(version -> text.append("  BagIt ").append(version));
        if (!judgement.algorithms().isEmpty()) text.append(", ").append(String.join(" and ", judgement.algorithms()));
        text.append(", ").append(judgement.files()).append(judgement.files() == 1 ? " file, " : " files, ");
        text.append(judgement.octets())
                .append(" bytes, level ")
                .append(judgement.level().id());
        long errors = judgement.findings().count(Severity.ERROR);
        long warnings = judgement.findings().count(Severity.WARNING);
        if (errors > 0) text.append(", ").append(errors).append(errors == 1 ? " error" : " errors");
        if (warnings > 0) text.append(", ").append(warnings).append(warnings == 1 ? " warning" : " warnings");
        return text.toString();
    }

    /** How many were shown. */
    private long firstErrors(Judgement judgement) {
        long shown = 0;
        for (var finding : judgement.findings().list()) {
            if (finding.severity() != Severity.ERROR || shown == SHOWN_OF_MANY) break;
            out.println("    " + finding.code().id() + "  " + FindingList.line(finding));
            shown++;
        }
        return shown;
    }
}
