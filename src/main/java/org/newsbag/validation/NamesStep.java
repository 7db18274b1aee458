package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.MANIFEST_CASE_TWIN;
import static org.newsbag.finding.FindingCode.SOURCE_SYSTEM_FILE;

import java.util.ArrayList;
import java.util.HashMap;
import org.newsbag.finding.Quote;
import org.newsbag.path.Portability;
import org.newsbag.path.RelativePath;

/** Names that other systems mishandle: they are legal, and bring warnings (RFC 8493, section 5.2). */
final class NamesStep implements Step {
    @Override
    public void run(Examination bag) {
        var mixed = new ArrayList<Row>();
        for (var row : bag.payload) {
            boolean isExpected = row.isThere() || bag.toFetch.containsKey(row.path);
            if (row.isMerged || !isExpected || !RelativePath.isLegal(row.path)) continue;
            var path = new RelativePath(row.path);
            if (!Portability.isPlain(path)) for (var finding : Portability.judge(path)) bag.findings.add(finding);
            if (Portability.isSystemFile(path.fileName()))
                bag.say(
                        SOURCE_SYSTEM_FILE,
                        row.path,
                        "An operating system made this file for itself; it is seldom meant to be kept. Nothing need be done.");
            if (!Portability.folded(row.path).equals(row.path)) mixed.add(row);
        }
        reportTwins(bag, mixed);
    }

    /** Of two names that fold to one, at least one is not in folded form itself. */
    private static void reportTwins(Examination bag, ArrayList<Row> mixed) {
        mixed.sort((a, b) -> RelativePath.compareUtf8(a.path, b.path));
        var seen = new HashMap<String, Row>();
        for (var row : mixed) {
            var folded = Portability.folded(row.path);
            var lower = bag.payload.find(folded);
            var twin = lower != null && !lower.isMerged ? lower : seen.get(folded);
            seen.putIfAbsent(folded, row);
            if (twin != null)
                bag.say(
                        MANIFEST_CASE_TWIN,
                        row.path,
                        "It differs from " + Quote.of(twin.path)
                                + " only by case or Unicode normalization; on macOS and Windows one file overwrites the other. Keep the bag as an archive, or unpack it elsewhere.");
        }
    }

    @Override
    public Level from() {
        return Level.COMPLETE;
    }
}
