package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.PAYLOAD_FILE_ALTERED;
import static org.newsbag.finding.FindingCode.TAG_FILE_ALTERED;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Digester;
import org.newsbag.store.StoredEntry;

/** Every checksum in every manifest is right: each file is read once for all its algorithms (RFC 8493, section 3). */
final class ChecksumsStep implements Step {
    @Override
    public void run(Examination bag) throws IOException {
        bag.store.readAll(entry -> isWanted(bag, entry), (entry, content) -> {
            var row = bag.tableOf(entry.path()).find(entry.path());
            try {
                compare(bag, row, digests(content, algorithms(bag, row)));
            } catch (IOException e) {
                bag.unreadable(row.path, e);
            }
        });
    }

    private static boolean isWanted(Examination bag, StoredEntry entry) {
        var row = bag.tableOf(entry.path()).find(entry.path());
        return row != null && row.isFile() && row.comparable != 0;
    }

    private static Set<Algorithm> algorithms(Examination bag, Row row) {
        var algorithms = new TreeSet<Algorithm>();
        for (var manifest : bag.tableOf(row.path).manifests())
            if ((row.comparable & 1L << manifest.number()) != 0)
                algorithms.add(manifest.algorithm().orElseThrow());
        return algorithms;
    }

    private static Map<Algorithm, Checksum> digests(InputStream content, Set<Algorithm> algorithms) throws IOException {
        var digester = Digester.of(algorithms);
        var block = new byte[1 << 16];
        for (int count = content.read(block); count >= 0; count = content.read(block)) digester.update(block, 0, count);
        return digester.finish();
    }

    private static void compare(Examination bag, Row row, Map<Algorithm, Checksum> found) {
        var table = bag.tableOf(row.path);
        for (var manifest : table.manifests()) {
            if ((row.comparable & 1L << manifest.number()) == 0) continue;
            var algorithm = manifest.algorithm().orElseThrow();
            var expected = Checksum.of(algorithm, table.expected(row, manifest.number()));
            if (!expected.equals(found.get(algorithm)))
                bag.say(
                        table == bag.payload ? PAYLOAD_FILE_ALTERED : TAG_FILE_ALTERED,
                        row.path,
                        algorithm + " expected " + expected.hex() + ", found "
                                + found.get(algorithm).hex() + " (" + manifest.name().fileName() + ").");
        }
    }

    @Override
    public Level from() {
        return Level.FULL;
    }
}
