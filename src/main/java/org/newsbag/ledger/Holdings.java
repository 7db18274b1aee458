package org.newsbag.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is held, and in what state. */
public final class Holdings {
    private final Database database;

    Holdings(Database database) {
        this.database = database;
    }

    public Optional<RegisteredBag> bag(long id) throws IOException {
        return database.read(transaction -> Rows.bag(transaction, id));
    }

    /** By its absolute path. */
    public Optional<RegisteredBag> bagAt(String location) throws IOException {
        return database.read(transaction ->
                Rows.bags(transaction, "WHERE location = ?", location).stream().findFirst());
    }

    /** Every bag whose path ends with a name, in the order of their numbers. */
    public List<RegisteredBag> bagsNamed(String name) throws IOException {
        var end = "/" + name;
        return database.read(transaction -> Rows.bags(
                transaction,
                "WHERE substr(location, length(location) - ? + 1) = ? ORDER BY id",
                end.codePointCount(0, end.length()),
                end));
    }

    /** The bags that have copies. */
    public List<RegisteredBag> originals() throws IOException {
        return database.read(transaction ->
                Rows.bags(transaction, "WHERE id IN (SELECT copy_of FROM bag WHERE copy_of IS NOT NULL) ORDER BY id"));
    }

    /** The bags that are registered in a folder, or below it. */
    public List<RegisteredBag> bagsIn(String folder) throws IOException {
        var start = folder.endsWith("/") ? folder : folder + "/";
        return database.read(transaction -> Rows.bags(
                transaction,
                "WHERE substr(location, 1, ?) = ? ORDER BY id",
                start.codePointCount(0, start.length()),
                start));
    }

    public List<Part> partsOf(long bag) throws IOException {
        return database.read(transaction -> Rows.parts(transaction, "WHERE bag = ? ORDER BY number", bag));
    }

    public Optional<Part> part(long bag, int number) throws IOException {
        return database.read(transaction -> Rows.part(transaction, bag, number));
    }

    /** The files that are expected in a range of a bag's paths, in the order of their paths. */
    public List<KnownFile> expected(RegisteredBag bag, PathRange range) throws IOException {
        var files = new KnownFiles(bag.algorithm());
        database.read(transaction -> {
            Rows.expected(
                    transaction,
                    bag.id(),
                    bag.algorithm(),
                    range,
                    bag.baseline(),
                    file -> files.add(file.path(), file.bytes(), file.checksum().digest()));
            return null;
        });
        return files;
    }

    /** The failures of a check, in the order of their paths, at most so many. */
    public List<FileFailure> failures(long event, int most) throws IOException {
        return database.read(transaction -> Failures.of(transaction, event, most));
    }

    /**
     * How all of it stands.
     *
     * @param copies how many of the bags are copies of another
     * @param oldest the earliest moment at which some part was last verified; empty where nothing is registered
     * @param overdue how many bags have a part that was not verified since a moment, or have lost their parts
     * @param failing how many bags have a part whose last check failed
     */
    public record Totals(
            long bags, long copies, long files, long bytes, Optional<Instant> oldest, long overdue, long failing) {}

    /** @param due what was verified before it is overdue */
    public Totals totals(Instant due) throws IOException {
        return database.read(transaction -> {
            var totals = new ArrayList<Totals>();
            var oldest = new ArrayList<Instant>();
            transaction.each(
                    row -> oldest.add(Instant.ofEpochMilli(row.getLong(1))),
                    "SELECT verified FROM part ORDER BY verified LIMIT 1");
            long overdue =
                    transaction.number("SELECT count(DISTINCT bag) FROM part WHERE verified < ?", due.toEpochMilli())
                            + transaction.number("SELECT count(*) FROM bag WHERE id NOT IN (SELECT bag FROM part)");
            long failing = transaction.number(
                    "SELECT count(DISTINCT bag) FROM part WHERE outcome NOT IN ('intact', 'unverified')");
            transaction.each(
                    row -> totals.add(new Totals(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            oldest.stream().findFirst(),
                            overdue,
                            failing)),
                    "SELECT count(*), count(copy_of), coalesce(sum(files), 0), coalesce(sum(bytes), 0) FROM bag");
            return totals.get(0);
        });
    }

    /**
     * A bag with what its parts come to.
     *
     * @param verified when the least recently verified part was
     * @param failing the failing part with the smallest number
     */
    public record Held(RegisteredBag bag, Instant verified, Optional<Part> failing) {}

    /** What takes bags one by one. */
    public interface HeldSink {
        void accept(Held held) throws IOException;
    }

    /** Every bag, the one whose verification is the longest ago first. */
    public void eachByAge(HeldSink sink) throws IOException {
        database.read(transaction -> {
            var ids = new ArrayList<long[]>();
            transaction.each(
                    row -> ids.add(new long[] {row.getLong(1), row.getLong(2), row.getLong(3)}),
                    "SELECT bag, min(verified), min(CASE WHEN outcome IN ('intact', 'unverified') THEN 2147483647 ELSE number END)"
                            + " FROM part GROUP BY bag ORDER BY 2, 1");
            for (var id : ids) {
                var failing = id[2] == Integer.MAX_VALUE
                        ? Optional.<Part>empty()
                        : Rows.part(transaction, id[0], (int) id[2]);
                sink.accept(new Held(Rows.known(transaction, id[0]), Instant.ofEpochMilli(id[1]), failing));
            }
            return null;
        });
    }

    /** The bags that fail, the one that fails the longest first, at most so many. */
    public List<Held> failing(int most) throws IOException {
        return database.read(transaction -> {
            var found = new ArrayList<Held>();
            var seen = new HashSet<Long>();
            for (var part : Rows.parts(
                    transaction, "WHERE outcome NOT IN ('intact', 'unverified') ORDER BY failing_since, bag, number")) {
                if (found.size() == most || !seen.add(part.bag())) continue;
                found.add(new Held(
                        Rows.known(transaction, part.bag()), part.state().verified(), Optional.of(part)));
            }
            return found;
        });
    }

    /** The bags that were last verified before a moment, the longest ago first, at most so many. */
    public List<Held> verifiedBefore(Instant due, int most) throws IOException {
        return database.read(transaction -> {
            var found = new ArrayList<Held>();
            var seen = new HashSet<Long>();
            for (var part : Rows.parts(
                    transaction,
                    "WHERE verified < ? ORDER BY verified, bag, number LIMIT ?",
                    due.toEpochMilli(),
                    2L * most)) {
                if (found.size() == most || !seen.add(part.bag())) continue;
                found.add(new Held(
                        Rows.known(transaction, part.bag()), part.state().verified(), Optional.empty()));
            }
            return found;
        });
    }

    /** A bag with its parts. */
    public record Whole(RegisteredBag bag, List<Part> parts) {}

    /** What the history says of a bag, whatever the tables say; empty where it knows none of this number. */
    public Optional<Whole> byHistory(long bag) throws IOException {
        return database.read(transaction -> {
            var history = Projection.of(transaction, bag);
            return history.isEmpty() ? Optional.empty() : Optional.of(new Whole(history.row(), history.parts()));
        });
    }

    /** The bags of which this says another thing than their history, in the order of their numbers. */
    public List<Contradiction> contradictions() throws IOException {
        return database.read(Contradictions::of);
    }

    public boolean isContradicted(long bag) throws IOException {
        return contradictions().stream().anyMatch(contradiction -> contradiction.bag() == bag);
    }

    /** The bag that is registered in the same place, or of which this is a copy, with all its copies. */
    public List<RegisteredBag> family(RegisteredBag bag) throws IOException {
        var original = bag.copyOf().isEmpty() ? OptionalLong.of(bag.id()) : bag.copyOf();
        return database.read(transaction -> Rows.bags(
                transaction, "WHERE id = ? OR copy_of = ? ORDER BY id", original.getAsLong(), original.getAsLong()));
    }
}
