package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.FETCH_LENGTH_DIFFERS;
import static org.newsbag.finding.FindingCode.FETCH_PATH_REPEATED;
import static org.newsbag.finding.FindingCode.FETCH_PATH_UNLISTED;
import static org.newsbag.finding.FindingCode.FETCH_PENDING;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.newsbag.bag.FetchFile;
import org.newsbag.bag.FetchItem;
import org.newsbag.finding.Location;
import org.newsbag.finding.Quote;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;

/** Reads what is still to be fetched (RFC 8493, section 2.2.3). */
final class FetchStep implements Step {
    @Override
    public void run(Examination bag) {
        if (!bag.hasTagFile(FetchFile.FILE_NAME)) return;
        var spellings = new Spellings(bag.payload);
        var lines = new HashMap<String, Integer>();
        bag.read(
                FetchFile.FILE_NAME,
                content -> new FetchFile(bag.findings)
                        .read(
                                content,
                                bag.rules(),
                                (item, literal) ->
                                        take(bag, item.at(path(bag, item, literal, spellings)), item, lines)));
    }

    /** The path as the bag spells it: to the byte, or unescaped as before 1.0, or in another normalization. */
    private static String path(Examination bag, FetchItem item, String literal, Spellings spellings) {
        var exact = bag.payload.find(item.path());
        boolean isDoubtful = bag.rules().version().isBefore1() && !literal.equals(item.path());
        if (isDoubtful && (bag.payload.find(literal) != null || exact == null)) return literal;
        if (isThere(exact)) return item.path();
        var others = spellings.others(item.path());
        for (var row : others) if (isThere(row)) return row.path;
        return exact == null && !others.isEmpty() ? others.get(0).path : item.path();
    }

    private static boolean isThere(Row row) {
        return row != null && row.isThere();
    }

    private static void take(Examination bag, FetchItem item, FetchItem written, Map<String, Integer> lines) {
        var place = Location.line(FetchFile.FILE_NAME, item.line());
        var first = lines.putIfAbsent(item.path(), item.line());
        if (first != null) {
            bag.say(
                    FETCH_PATH_REPEATED,
                    place,
                    Quote.of(item.path()) + " stands in line " + first + " already. Remove one of the two.");
            return;
        }
        var row = bag.payload.find(item.path());
        boolean isThere = isThere(row);
        // A folder is nothing to be fetched; where a manifest lists it too, that is told there.
        boolean isPending = !isThere && !bag.folders.contains(item.path());
        if (isPending) bag.toFetch.put(item.path(), item);
        if (isThere
                && item.length().isPresent()
                && row.size >= 0
                && row.size != item.length().getAsLong())
            bag.say(
                    FETCH_LENGTH_DIFFERS,
                    place,
                    "expected " + item.length().getAsLong() + " octets for " + Quote.of(item.path()) + ", found "
                            + row.size + ". Correct the line, or restore the file: a manifest tells which is right.");
        if (isPending) {
            bag.witness.pending(item, row == null ? Map.of() : expected(bag, row));
            bag.say(
                    FETCH_PENDING,
                    item.path(),
                    "To be fetched from " + Quote.beginning(item.url())
                            + (item.length().isPresent() ? " (" + item.length().getAsLong() + " octets)" : "")
                            + ". newsbag bag fetch does that for what a manifest lists.");
        }
        if (!bag.level.reaches(Level.COMPLETE)) return;
        if (bag.rules().version().isBefore1() && row != null && row.listed != 0) return;
        var other = bag.payload.find(written.path());
        for (var manifest : bag.read(bag.payload))
            if (!lists(manifest, row) && !lists(manifest, other))
                bag.say(
                        FETCH_PATH_UNLISTED,
                        place,
                        manifest.name().fileName() + " does not list " + Quote.of(item.path())
                                + ", so what is fetched could not be verified. Add it there with its checksum, or remove the line here.");
    }

    private static boolean lists(ListedBy manifest, Row row) {
        return row != null && manifest.lists(row);
    }

    private static Map<Algorithm, Checksum> expected(Examination bag, Row row) {
        var checksums = new TreeMap<Algorithm, Checksum>();
        for (var manifest : bag.payload.manifests()) {
            var digest = bag.payload.expected(row, manifest.number());
            if (digest.length == 0) continue;
            var algorithm = manifest.algorithm().orElseThrow();
            checksums.put(algorithm, Checksum.of(algorithm, digest));
        }
        return checksums;
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }
}
