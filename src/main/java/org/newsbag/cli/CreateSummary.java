package org.newsbag.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsbag.bag.ByteSize;
import org.newsbag.extract.Outcome;
import org.newsbag.finding.Findings;
import org.newsbag.packaging.CreateBag;
import org.newsbag.packaging.CreateResult;
import org.newsbag.packaging.CreateResult.Created;
import org.newsbag.packaging.CreateResult.Refused;
import org.newsbag.packaging.Tally;
import org.newsbag.provenance.Evidence;
import org.newsbag.provenance.Field;
import org.newsbag.provenance.Provenance;

/** What create tells a person: where the bag lies, what was read, what was not and why, and what to know of the source. */
final class CreateSummary implements CreateReport {
    /** So many articles are listed; of a larger bag the first ones. */
    private static final int ARTICLES = 25;

    private static final int UNTOLD = 20;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean quiet;

    CreateSummary(Terminal terminal, boolean quiet) {
        this.out = terminal.out();
        this.err = terminal.err();
        this.quiet = quiet;
    }

    @Override
    public void print(CreateResult result, Findings findings, int exitCode) {
        if (result instanceof Refused refused) {
            new FindingList(err).print(findings);
            err.println("newsbag: " + FindingList.visible(refused.message()));
            return;
        }
        var created = (Created) result;
        if (quiet) {
            if (findings.hasErrors()) new FindingList(err).print(findings);
            return;
        }
        articles(created.tally());
        figures(created);
        untold(created.tally());
        new FindingList(out).print(findings);
        out.println();
        out.println("The bag is complete, forced to disk, and was read back byte for byte:");
        out.println("  " + FindingList.visible(created.bag().toString()));
    }

    @Override
    public void printFailure(String reason, Findings findings, int exitCode) {
        new FindingList(err).print(findings);
        err.println("newsbag: not done: " + FindingList.visible(reason));
    }

    private void articles(Tally tally) {
        var articles = tally.described().stream()
                .filter(d -> !d.provenance().evidence().isEmpty())
                .toList();
        for (var article : articles.subList(0, Math.min(ARTICLES, articles.size()))) {
            out.println(isolated(article.path()));
            article.provenance().first(Field.HEADLINE).ifPresent(e -> out.println("    " + isolated(e.value())));
            var credit = credit(article.provenance());
            if (!credit.isEmpty()) out.println("    " + credit);
        }
        if (articles.size() > ARTICLES)
            out.println("... and more; newsbag describe lists them all, with the evidence.");
        if (!articles.isEmpty()) out.println();
    }

    /** The dateline's place, the outlet, who wrote it and when, in this order, as far as they are known. */
    private static String credit(Provenance provenance) {
        return Stream.of(
                        values(provenance, Field.DATELINE_PLACE),
                        values(provenance, Field.OUTLET),
                        values(provenance, Field.AGENCY),
                        values(provenance, Field.BYLINE).stream()
                                .map(name -> "by " + name)
                                .toList(),
                        values(provenance, Field.ISSUED))
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private static List<String> values(Provenance provenance, Field field) {
        return provenance.asserted(field).stream()
                .map(Evidence::value)
                .map(CreateSummary::isolated)
                .toList();
    }

    /** Keeps right-to-left text from drawing what stands beside it into its own direction (Unicode FSI and PDI). */
    private static String isolated(String raw) {
        var text = FindingList.visible(raw);
        boolean rightToLeft = text.codePoints().anyMatch(c -> {
            byte direction = Character.getDirectionality(c);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
        return rightToLeft ? "\u2068" + text + "\u2069" : text;
    }

    private void figures(Created created) {
        var tally = created.tally();
        row("Payload", files(created.payloadFiles()) + ", " + ByteSize.of(created.payloadBytes()));
        if (!tally.outcomes().isEmpty()) {
            long read = tally.outcomes().getOrDefault(Outcome.EXTRACTED, 0L);
            row("Text", "read from " + read + " of " + files(created.payloadFiles()) + languages(tally));
            row("Provenance", fields(tally));
        }
        row("Checksums", created.algorithms().stream().map(a -> a.jcaName()).collect(Collectors.joining(", ")));
        row("Identifier", created.identifier());
        if (!created.profile().equals(CreateBag.PROFILE)) row("Profile", FindingList.visible(created.profile()));
    }

    private void row(String label, String value) {
        out.println(String.format(Locale.ROOT, "%-12s%s", label, value));
    }

    private static String languages(Tally tally) {
        if (tally.languages().isEmpty()) return "";
        return tally.languages().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> Locale.forLanguageTag(e.getKey()).getDisplayLanguage(Locale.ENGLISH) + " " + e.getValue())
                .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String fields(Tally tally) {
        var counts = Stream.of(
                        count(tally, Field.HEADLINE, "headline"),
                        count(tally, Field.OUTLET, "outlet"),
                        count(tally, Field.DATELINE_PLACE, "place"),
                        count(tally, Field.BYLINE, "byline"),
                        count(tally, Field.ISSUED, "date"))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "nothing found" : counts;
    }

    private static String count(Tally tally, Field field, String name) {
        long files = tally.fields().getOrDefault(field, 0L);
        return files == 0 ? "" : files + " " + name + (files == 1 ? "" : "s");
    }

    private void untold(Tally tally) {
        if (tally.untold().isEmpty()) return;
        long all = tally.outcomes().entrySet().stream()
                .filter(e -> e.getKey() != Outcome.EXTRACTED)
                .mapToLong(Map.Entry::getValue)
                .sum();
        out.println();
        out.println("Packaged without text, or with part of it (" + all + "):");
        for (var untold :
                tally.untold().subList(0, Math.min(UNTOLD, tally.untold().size())))
            out.println("  " + FindingList.visible(untold.path()) + ": "
                    + untold.outcome().id() + ", " + untold.mediaType()
                    + (untold.detail().isEmpty() ? "" : ". " + FindingList.visible(untold.detail())));
        if (all > UNTOLD) out.println("  ... and " + (all - UNTOLD) + " more; each record says what happened.");
    }

    private static String files(long count) {
        return count == 1 ? "1 file" : count + " files";
    }
}
