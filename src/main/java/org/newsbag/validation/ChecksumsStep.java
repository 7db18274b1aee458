package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.PAYLOAD_FILE_ALTERED;
import static org.newsbag.finding.FindingCode.TAG_FILE_ALTERED;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.ByteSource;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Digester;
import org.newsbag.fixity.Digests;
import org.newsbag.fixity.Job;
import org.newsbag.fixity.ParallelDigester;
import org.newsbag.fixity.Progress;
import org.newsbag.store.StoredEntry;

/** Every checksum in every manifest is right: each file is read once for all its algorithms (RFC 8493, section 3). */
final class ChecksumsStep implements Step {
    private static final int BLOCK = 1 << 16;
    /** From so many bytes on it is worth it to start threads for a file. */
    private static final long LARGE = 4 << 20;

    private final int jobs;
    private final Progress progress;

    ChecksumsStep(int jobs, Progress progress) {
        this.jobs = jobs;
        this.progress = progress;
    }

    @Override
    public void run(Examination bag) throws IOException, InterruptedException {
        progress.begin("validate", bag.files, Math.max(bag.octets, 0));
        try {
            if (bag.store.isRandomAccess()) inAnyOrder(bag);
            else inTheirOrder(bag);
        } finally {
            progress.end();
        }
    }

    /** Tag files first: they are what the payload's checksums rest on. */
    private void inAnyOrder(Examination bag) throws IOException, InterruptedException {
        Digests.run(jobs, new Jobs(bag), Math.max(bag.octets, 0), new Digests.Sink<Row>() {
            @Override
            public void digested(Row row, Map<Algorithm, Checksum> checksums, long length) {
                done(bag, row, length, checksums);
            }

            @Override
            public void unreadable(Row row, IOException cause, long at) {
                bag.unreadable(row.path, cause);
            }

            @Override
            public void read(long bytes) {
                progress.advance(0, bytes);
            }
        });
    }

    private void inTheirOrder(Examination bag) throws IOException, InterruptedException {
        var selections = new Selections(bag);
        try {
            bag.store.readAll(
                    entry -> isWanted(bag, entry),
                    (entry, content) -> read(bag, bag.tableOf(entry.path()).find(entry.path()), content, selections));
        } catch (InterruptedIOException e) {
            throw new InterruptedException();
        }
    }

    private void read(Examination bag, Row row, InputStream content, Selections selections) throws IOException {
        var algorithms = selections.of(row);
        try {
            if (row.size < LARGE) plainly(bag, row, content, selections.digester(algorithms));
            else sideBySide(bag, row, content, algorithms);
        } catch (InterruptedException e) {
            throw new InterruptedIOException(); // through the store, which knows of no threads
        }
    }

    private void plainly(Examination bag, Row row, InputStream content, Digester digester) throws IOException {
        digester.reset();
        var block = new byte[(int) Math.min(BLOCK, Math.max(1, row.size))];
        long length = 0;
        for (int count = content.read(block); count >= 0; count = content.read(block)) {
            digester.update(block, 0, count);
            progress.advance(0, count);
            length += count;
        }
        done(bag, row, length, digester.finish());
    }

    /** The algorithms of one large file, each on a thread of its own. */
    private void sideBySide(Examination bag, Row row, InputStream content, List<Algorithm> algorithms)
            throws IOException, InterruptedException {
        var block = new byte[BLOCK];
        long length = 0;
        try (var digester = ParallelDigester.of(algorithms)) {
            for (int count = content.read(block); count >= 0; count = content.read(block)) {
                digester.update(block, 0, count);
                progress.advance(0, count);
                length += count;
            }
            done(bag, row, length, digester.finish());
        }
    }

    private void done(Examination bag, Row row, long length, Map<Algorithm, Checksum> checksums) {
        compare(bag, row, checksums);
        bag.witness.read(new Witness.ReadFile(row.path, row.place, row.comparable != 0, length, checksums));
        progress.advance(1, 0);
    }

    @Override
    public Level from() {
        return Level.FULL;
    }

    /** A witness wants files digested whatever the bag says of itself; without one there is then nothing to compare. */
    @Override
    public boolean needsDeclaration() {
        return false;
    }

    private static boolean isWanted(Examination bag, StoredEntry entry) {
        var row = bag.tableOf(entry.path()).find(entry.path());
        return row != null && isWanted(bag, row);
    }

    private static boolean isWanted(Examination bag, Row row) {
        return row.isFile()
                && (row.comparable != 0 || !bag.witness.algorithms().isEmpty())
                && bag.witness.wants(row.path, row.place);
    }

    private static void compare(Examination bag, Row row, Map<Algorithm, Checksum> found) {
        var table = bag.tableOf(row.path);
        for (var manifest : table.manifests()) {
            if ((row.comparable & 1L << manifest.number()) == 0) continue;
            var algorithm = manifest.algorithm().orElseThrow();
            if (!found.get(algorithm).isIn(row.expected, manifest.offset()))
                bag.say(
                        table == bag.payload ? PAYLOAD_FILE_ALTERED : TAG_FILE_ALTERED,
                        row.path,
                        algorithm + " expected "
                                + Checksum.of(algorithm, table.expected(row, manifest.number()))
                                        .hex()
                                + ", found "
                                + found.get(algorithm).hex() + " ("
                                + manifest.name().fileName() + "). " + Examination.RESTORE);
        }
    }

    /** The algorithms of a row, one list for all rows that the same manifests list. */
    private static final class Selections {
        private final Examination bag;
        private final Map<Long, List<Algorithm>> payload = new HashMap<>();
        private final Map<Long, List<Algorithm>> tagFiles = new HashMap<>();
        private final Map<List<Algorithm>, Digester> digesters = new HashMap<>();

        Selections(Examination bag) {
            this.bag = bag;
        }

        /** One digester for all rows of one selection; of one thread. */
        Digester digester(List<Algorithm> selection) {
            return digesters.computeIfAbsent(selection, Digester::of);
        }

        List<Algorithm> of(Row row) {
            var table = bag.tableOf(row.path);
            var known = table == bag.payload ? payload : tagFiles;
            var selection = known.get(row.comparable);
            if (selection != null) return selection;
            selection = new ArrayList<>(bag.witness.algorithms());
            for (var manifest : table.manifests()) {
                if ((row.comparable & 1L << manifest.number()) == 0) continue;
                var algorithm = manifest.algorithm().orElseThrow();
                if (!selection.contains(algorithm)) selection.add(algorithm);
            }
            selection.sort(null);
            known.put(row.comparable, selection);
            return selection;
        }
    }

    /** What is to be digested, as it is asked for. */
    private static final class Jobs implements Iterator<Job<Row>> {
        private final Examination bag;
        private final Selections selections;
        private final Row[] placed;
        private int at;
        private final Iterator<Row> tagFiles;
        private final Iterator<Row> payload;
        private Row next;

        Jobs(Examination bag) {
            this.bag = bag;
            selections = new Selections(bag);
            placed = placed(bag);
            tagFiles = bag.tagFiles.iterator();
            payload = bag.payload.iterator();
        }

        private static Row[] placed(Examination bag) {
            var placed = new Row[bag.places];
            if (placed.length == 0) return placed;
            for (var table : List.of(bag.tagFiles, bag.payload))
                for (var row : table) if (row.place >= 0) placed[row.place] = row;
            return placed;
        }

        private boolean hasMore() {
            return at < placed.length || tagFiles.hasNext() || payload.hasNext();
        }

        /** Null where nothing is left to do for a row. */
        private Row more() {
            if (at < placed.length) return placed[at++];
            var row = tagFiles.hasNext() ? tagFiles.next() : payload.next();
            return row.place < 0 ? row : null;
        }

        @Override
        public boolean hasNext() {
            while (next == null && hasMore()) {
                var row = more();
                if (row != null && isWanted(bag, row)) next = row;
            }
            return next != null;
        }

        @Override
        public Job<Row> next() {
            if (!hasNext()) throw new NoSuchElementException();
            var row = next;
            next = null;
            return new Job<>(row, source(row), selections.of(row));
        }

        private ByteSource source(Row row) {
            var entry = row.entry();
            return new ByteSource() {
                @Override
                public InputStream open() throws IOException {
                    return bag.store.open(entry);
                }

                @Override
                public long size() {
                    return entry.size();
                }
            };
        }
    }
}
