package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.FETCH_LENGTH_DIFFERS;
import static org.newsbag.finding.FindingCode.FETCH_PATH_REPEATED;
import static org.newsbag.finding.FindingCode.FETCH_PATH_UNLISTED;
import static org.newsbag.finding.FindingCode.FETCH_PENDING;

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
        bag.read(
                FetchFile.FILE_NAME,
                content -> new FetchFile(bag.findings).read(content, bag.rules(), item -> take(bag, item)));
    }

    private static void take(Examination bag, FetchItem item) {
        var place = Location.line(FetchFile.FILE_NAME, item.line());
        var first = bag.toFetch.putIfAbsent(item.path(), item);
        if (first != null) {
            bag.say(
                    FETCH_PATH_REPEATED,
                    place,
                    Quote.of(item.path()) + " stands in line " + first.line() + " already.");
            return;
        }
        var row = bag.payload.find(item.path());
        boolean isThere = row != null && row.isThere();
        if (isThere
                && item.length().isPresent()
                && row.size >= 0
                && row.size != item.length().getAsLong())
            bag.say(
                    FETCH_LENGTH_DIFFERS,
                    place,
                    "expected " + item.length().getAsLong() + " octets for " + Quote.of(item.path()) + ", found "
                            + row.size + ".");
        if (!isThere) {
            bag.witness.pending(item, row == null ? Map.of() : expected(bag, row));
            bag.say(
                    FETCH_PENDING,
                    item.path(),
                    "To be fetched from " + Quote.beginning(item.url())
                            + (item.length().isPresent() ? " (" + item.length().getAsLong() + " octets)" : "") + ".");
        }
        if (!bag.level.reaches(Level.COMPLETE)) return;
        if (bag.rules().version().isBefore1() && row != null && row.listed != 0) return;
        for (var manifest : bag.read(bag.payload))
            if (row == null || !manifest.lists(row))
                bag.say(
                        FETCH_PATH_UNLISTED,
                        place,
                        manifest.name().fileName() + " does not list " + Quote.of(item.path())
                                + ", so what is fetched could not be verified.");
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
