package org.newsbag.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Quote;
import org.newsbag.finding.Severity;

/** Findings as a person reads them: grouped by code, each group with its first places. */
final class FindingList {
    private static final int EXAMPLES = 5;

    private final PrintStream out;

    FindingList(PrintStream out) {
        this.out = out;
    }

    /** Everything that was kept, with no example left out. */
    void printAll(Findings findings) {
        print(findings, Findings.KEPT);
    }

    void print(Findings findings) {
        print(findings, EXAMPLES);
    }

    /** A finding on one line, without its code. */
    static String line(Finding finding) {
        var place = finding.location().toString();
        return visible(place.isEmpty() ? finding.message() : place + ": " + finding.message());
    }

    private void print(Findings findings, int examples) {
        Map<FindingCode, List<Finding>> groups = findings.list().stream()
                .collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.toList()));
        for (var severity : Severity.values())
            groups.forEach((code, group) -> {
                if (code.severity() == severity)
                    print(code, group, findings.counts().get(code), examples);
            });
    }

    private void print(FindingCode code, List<Finding> group, long count, int examples) {
        out.println();
        out.println(code.severity() + " " + code.id() + (count == 1 ? "" : " (" + count + ")"));
        for (var finding : group.subList(0, Math.min(examples, group.size()))) out.println("  " + line(finding));
        if (count > examples) out.println("  ... and " + (count - examples) + " more of this kind");
    }

    /** A name from a stranger must not draw on the terminal. */
    static String visible(String text) {
        return Quote.visible(text);
    }
}
