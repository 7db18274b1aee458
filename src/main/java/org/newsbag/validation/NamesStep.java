package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.MANIFEST_CASE_TWIN;
import static org.newsbag.finding.FindingCode.NAME_CASE_TWIN;
import static org.newsbag.finding.FindingCode.SOURCE_SYSTEM_FILE;

import java.util.ArrayList;
import java.util.HashMap;
import org.newsbag.finding.Finding;
import org.newsbag.finding.Quote;
import org.newsbag.path.Portability;
import org.newsbag.path.RelativePath;
import org.newsbag.path.Twins;

/** Names that other systems mishandle: they are legal, and bring warnings (RFC 8493, section 5.2). */
final class NamesStep implements Step {
    @Override
    public void run(Examination bag) {
        judge(bag, bag.payload);
        judge(bag, bag.tagFiles);
    }

    private static void judge(Examination bag, FileTable table) {
        var mixed = new ArrayList<Row>();
        for (var row : table) {
            if (row.isMerged || row.isUnknown() || !RelativePath.isLegal(row.path)) continue;
            if (row.isThere() || bag.toFetch.containsKey(row.path)) judge(bag, new RelativePath(row.path));
            if (!Portability.folded(row.path).equals(row.path)) mixed.add(row);
        }
        reportTwins(bag, table, mixed);
    }

    private static void judge(Examination bag, RelativePath path) {
        if (!Portability.isPlain(path)) for (var finding : Portability.judge(path)) bag.findings.add(finding);
        if (Portability.isSystemFile(path.fileName()))
            bag.say(
                    SOURCE_SYSTEM_FILE,
                    path.value(),
                    "An operating system made this file for itself; it is seldom meant to be kept. Nothing need be done.");
    }

    /** Of two names that fold to one, at least one is not in folded form itself. */
    private static void reportTwins(Examination bag, FileTable table, ArrayList<Row> mixed) {
        mixed.sort((a, b) -> RelativePath.compareUtf8(a.path, b.path));
        var seen = new HashMap<String, Row>();
        for (var row : mixed) {
            var folded = Portability.folded(row.path);
            var lower = table.find(folded);
            var twin = lower != null && !lower.isMerged ? lower : seen.get(folded);
            seen.putIfAbsent(folded, row);
            if (twin != null) bag.findings.add(finding(row, twin));
        }
    }

    private static Finding finding(Row row, Row twin) {
        if (isInPlaceOf(row, twin)) return misspelt(twin, row);
        if (isInPlaceOf(twin, row)) return misspelt(row, twin);
        var twins = Twins.finding(twin.path, row.path, row.path);
        return twins.code() == NAME_CASE_TWIN
                ? new Finding(MANIFEST_CASE_TWIN, twins.location(), twins.message())
                : twins;
    }

    /** Whether one is there that no manifest lists, and the other is listed and not there. */
    private static boolean isInPlaceOf(Row found, Row lost) {
        return found.isThere() && found.listed == 0 && !lost.isThere() && lost.listed != 0;
    }

    private static Finding misspelt(Row lost, Row found) {
        return new Finding(
                MANIFEST_CASE_TWIN,
                lost.path,
                "A file is there whose name differs only by case: " + Quote.of(found.path)
                        + ". If it is the one that is meant, give it the name that the manifest has.");
    }

    @Override
    public Level from() {
        return Level.COMPLETE;
    }
}
