package org.newsbag.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/** The tables of what follows from the events, row by row, within the transaction of the caller. */
final class Rows {
    static final String BAG =
            "id, location, form, copy_of, algorithm, baseline, registered, files, bytes, root, store, judged";
    static final String PART =
            "bag, number, first, beyond, files, bytes, verified, outcome, event, failing_since, failing_checks";

    private Rows() {}

    static void insert(Database database, RegisteredBag bag) throws SQLException {
        try (var statement = database.prepare(
                "INSERT INTO bag (" + BAG + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                bag.id(),
                bag.location(),
                bag.form())) {
            if (bag.copyOf().isPresent()) statement.setLong(4, bag.copyOf().getAsLong());
            else statement.setNull(4, Types.INTEGER);
            Object[] rest = {
                bag.algorithm().name(),
                bag.baseline(),
                bag.registered(),
                bag.files(),
                bag.bytes(),
                bag.root(),
                bag.store(),
                Json.canonical(bag.judged())
            };
            for (int i = 0; i < rest.length; i++) statement.setObject(i + 5, rest[i]);
            statement.executeUpdate();
        }
    }

    static RegisteredBag bag(ResultSet row) throws SQLException {
        long number = row.getLong(4);
        var copyOf = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        var algorithm = Column.text(row, 5);
        return new RegisteredBag(
                row.getLong(1),
                Column.text(row, 2),
                Column.text(row, 3),
                copyOf,
                Algorithm.computable(algorithm)
                        .orElseThrow(() -> new IllegalArgumentException("unknown algorithm " + algorithm)),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                Column.text(row, 10),
                Column.text(row, 11),
                (JsonObject) Json.parse(Column.text(row, 12)));
    }

    static Optional<RegisteredBag> bag(Database database, long id) throws SQLException, IOException {
        return bags(database, "WHERE id = ?", id).stream().findFirst();
    }

    /** @throws IllegalArgumentException where there is no such bag, though something in the ledger is of it */
    static RegisteredBag known(Database database, long id) throws SQLException, IOException {
        return bag(database, id)
                .orElseThrow(() -> new IllegalArgumentException("something of bag " + id + ", and no such bag"));
    }

    static List<RegisteredBag> bags(Database database, String where, Object... parameters)
            throws SQLException, IOException {
        var found = new ArrayList<RegisteredBag>();
        database.each(row -> found.add(bag(row)), "SELECT " + BAG + " FROM bag " + where, parameters);
        return found;
    }

    static void insert(Database database, Part part) throws SQLException {
        var state = part.state();
        database.update(
                "INSERT INTO part (" + PART + ", claim) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
                part.bag(),
                part.number(),
                part.range().firstBytes(),
                part.range().beyondBytes(),
                part.files(),
                part.bytes(),
                state.verified().toEpochMilli(),
                state.outcome().id(),
                state.event(),
                state.failingSince(),
                state.failingChecks());
    }

    /** Puts the rows of a bag, which may say anything, right; and those of another that says it is in its place, wrong in another way. */
    static void restate(Database database, RegisteredBag bag, List<Part> parts) throws SQLException {
        database.update(
                "UPDATE bag SET location = location || ' (contradicted)' WHERE location = ? AND id <> ?",
                bag.location(),
                bag.id());
        database.update("DELETE FROM part WHERE bag = ?", bag.id());
        int restated = database.update(
                "UPDATE bag SET location = ?, form = ?, copy_of = nullif(?, -1), algorithm = ?, baseline = ?, registered = ?, files = ?, bytes = ?, root = ?, store = ?, judged = ? WHERE id = ?",
                bag.location(),
                bag.form(),
                bag.copyOf().orElse(-1),
                bag.algorithm().name(),
                bag.baseline(),
                bag.registered(),
                bag.files(),
                bag.bytes(),
                bag.root(),
                bag.store(),
                Json.canonical(bag.judged()),
                bag.id());
        if (restated == 0) insert(database, bag);
        for (var part : parts) insert(database, part);
    }

    static Part part(ResultSet row) throws SQLException {
        var outcome = Column.text(row, 8);
        return new Part(
                row.getLong(1),
                row.getInt(2),
                new PathRange(text(row, 3), text(row, 4)),
                row.getLong(5),
                row.getLong(6),
                new PartState(
                        Instant.ofEpochMilli(row.getLong(7)),
                        Outcome.named(outcome)
                                .orElseThrow(() -> new IllegalArgumentException("unknown outcome " + outcome)),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11)));
    }

    static List<Part> parts(Database database, String where, Object... parameters) throws SQLException, IOException {
        var found = new ArrayList<Part>();
        database.each(row -> found.add(part(row)), "SELECT " + PART + " FROM part " + where, parameters);
        return found;
    }

    static Optional<Part> part(Database database, long bag, int number) throws SQLException, IOException {
        return parts(database, "WHERE bag = ? AND number = ?", bag, number).stream()
                .findFirst();
    }

    /** Writes down the state that a check has left a part in. */
    static void update(Database database, long bag, int part, PartState state) throws SQLException {
        database.update(
                "UPDATE part SET verified = ?, outcome = ?, event = ?, failing_since = ?, failing_checks = ? WHERE bag = ? AND number = ?",
                state.verified().toEpochMilli(),
                state.outcome().id(),
                state.event(),
                state.failingSince(),
                state.failingChecks(),
                bag,
                part);
    }

    /** What takes the files that are expected, in the order of their paths. */
    interface FileSink {
        void accept(KnownFile file) throws SQLException, IOException;
    }

    /** The files that were expected of a bag from an event on, until the next that changed it. */
    static void expected(Database database, long bag, Algorithm algorithm, PathRange range, long since, FileSink sink)
            throws SQLException, IOException {
        var latest = new Latest(algorithm, sink);
        var beyond = range.beyond().isEmpty() ? "" : " AND path < ?";
        var sql = "SELECT path, bytes, digest FROM baseline WHERE bag = ? AND since <= ? AND path >= ?" + beyond
                + " ORDER BY path, since";
        if (beyond.isEmpty()) database.each(latest::take, sql, bag, since, range.firstBytes());
        else database.each(latest::take, sql, bag, since, range.firstBytes(), range.beyondBytes());
        latest.end();
    }

    /** Of the rows of one path the last holds. */
    private static final class Latest {
        private final Algorithm algorithm;
        private final FileSink sink;
        private byte[] path;
        private long bytes;
        private byte[] digest;

        Latest(Algorithm algorithm, FileSink sink) {
            this.algorithm = algorithm;
            this.sink = sink;
        }

        void take(ResultSet row) throws SQLException, IOException {
            var next = Column.bytes(row, 1);
            if (path != null && !Arrays.equals(path, next)) end();
            path = next;
            bytes = row.getLong(2);
            digest = Column.bytes(row, 3);
        }

        void end() throws SQLException, IOException {
            if (path != null && bytes >= 0)
                sink.accept(
                        new KnownFile(new String(path, StandardCharsets.UTF_8), bytes, Checksum.of(algorithm, digest)));
            path = null;
        }
    }

    static void insert(Database database, long bag, long since, Iterable<BaselineChange> changes) throws SQLException {
        try (var statement =
                database.prepare("INSERT INTO baseline (bag, path, since, bytes, digest) VALUES (?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (var change : changes) {
                var file = change.file();
                Database.set(
                        statement,
                        bag,
                        change.path().getBytes(StandardCharsets.UTF_8),
                        since,
                        file.map(KnownFile::bytes).orElse(-1L),
                        file.map(known -> known.checksum().digest()).orElse(new byte[0]));
                statement.addBatch();
                if (++waiting % 10_000 == 0) statement.executeBatch();
            }
            statement.executeBatch();
        }
    }

    static void insertFailures(Database database, long event, List<FileFailure> failures) throws SQLException {
        try (var statement = database.prepare("INSERT INTO failure (event, path, body) VALUES (?, ?, ?)")) {
            int waiting = 0;
            for (var failure : failures) {
                Database.set(statement, event, failure.path().getBytes(StandardCharsets.UTF_8), failure.text());
                statement.addBatch();
                if (++waiting % 10_000 == 0) statement.executeBatch();
            }
            statement.executeBatch();
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return new String(Column.bytes(row, column), StandardCharsets.UTF_8);
    }
}
