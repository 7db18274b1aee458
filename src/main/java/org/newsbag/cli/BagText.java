package org.newsbag.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import org.newsbag.bag.ByteSize;
import org.newsbag.finding.Findings;
import org.newsbag.upkeep.FetchedFile.Outcome;
import org.newsbag.upkeep.UpkeepResult;
import org.newsbag.upkeep.UpkeepResult.Fetched;
import org.newsbag.upkeep.UpkeepResult.Refused;
import org.newsbag.upkeep.UpkeepResult.Unpacked;
import org.newsbag.upkeep.UpkeepResult.Updated;
import org.newsbag.validation.Verdict;

/** What the commands of {@code newsbag bag} tell a person. */
final class BagText {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean isQuiet;

    BagText(Terminal terminal, boolean isQuiet) {
        this.out = terminal.out();
        this.err = terminal.err();
        this.isQuiet = isQuiet;
    }

    void print(UpkeepResult result, Findings findings) {
        if (result instanceof Refused refused) {
            new FindingList(err).print(findings);
            err.println("newsbag: "
                    + refused.message().lines().map(FindingList::visible).collect(Collectors.joining("\n")));
        } else if (result instanceof Updated updated) updated(updated, findings);
        else if (result instanceof Fetched fetched) fetched(fetched, findings);
        else unpacked((Unpacked) result, findings);
    }

    private void updated(Updated updated, Findings findings) {
        if (isQuiet) return;
        new FindingList(out).print(findings);
        if (!findings.counts().isEmpty()) out.println();
        for (var change : updated.changes())
            row(change.kind().id(), change.path() + (change.detail().isEmpty() ? "" : ": " + change.detail()));
        if (updated.changes().isEmpty())
            out.println("Nothing to change: the tag files are those that belong to the payload.");
        else if (updated.isDry()) out.println("So it would be changed; nothing was (--dry-run).");
        else out.println("The bag is updated, and every change is forced to disk.");
        verdict(updated.verdict(), updated.changes().isEmpty() || updated.isDry() ? "as it is" : "now");
    }

    private void fetched(Fetched fetched, Findings findings) {
        for (var file : fetched.files()) {
            boolean isFetched = file.outcome() == Outcome.FETCHED;
            if (isQuiet && isFetched) continue;
            row(
                    file.outcome().id().replace('-', ' '),
                    file.path()
                            + (isFetched
                                    ? " (" + ByteSize.of(file.bytes()) + ")"
                                    : " from " + file.url() + ": " + file.detail()));
        }
        if (isQuiet) return;
        if (fetched.files().isEmpty()) out.println("Nothing is to be fetched.");
        new FindingList(out).print(findings);
        verdict(fetched.verdict(), "now, at level complete");
        if (fetched.verdict() == Verdict.VALID)
            out.println("What was there before was not read again: newsbag validate does that.");
    }

    private void unpacked(Unpacked unpacked, Findings findings) {
        if (isQuiet) return;
        new FindingList(out).print(findings);
        out.println(unpacked.files() + (unpacked.files() == 1 ? " file, " : " files, ") + ByteSize.of(unpacked.bytes())
                + ", verified and forced to disk:");
        out.println("  " + FindingList.visible(unpacked.bag().toString()));
        verdict(unpacked.verdict(), "unpacked");
    }

    private void verdict(Verdict verdict, String when) {
        out.println("The bag " + when + ": " + verdict.id().replace('-', ' ') + ".");
    }

    private void row(String label, String value) {
        out.println(String.format(Locale.ROOT, "  %-12s%s", label, FindingList.visible(value)));
    }
}
