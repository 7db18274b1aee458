package org.newsbag.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.newsbag.fixity.Checksum;

/** What happened. */
public final class History {
    private final Database database;
    private final EventLog log;

    History(Database database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    /** What takes events, in their order. */
    public interface EventSink {
        void accept(Event event) throws IOException;
    }

    public void each(EventSink sink) throws IOException {
        database.read(transaction -> {
            transaction.each(
                    row -> sink.accept(EventLog.event(row)), "SELECT " + EventLog.COLUMNS + " FROM event ORDER BY seq");
            return null;
        });
    }

    public void eachOf(long bag, EventSink sink) throws IOException {
        database.read(transaction -> {
            transaction.each(
                    row -> sink.accept(EventLog.event(row)),
                    "SELECT " + EventLog.COLUMNS + " FROM event WHERE bag = ? ORDER BY seq",
                    bag);
            return null;
        });
    }

    public void eachOf(EventKind kind, EventSink sink) throws IOException {
        database.read(transaction -> {
            transaction.each(
                    row -> sink.accept(EventLog.event(row)),
                    "SELECT " + EventLog.COLUMNS + " FROM event WHERE kind = ? ORDER BY seq",
                    kind.id());
            return null;
        });
    }

    /** What takes an event with the files that failed in it. */
    public interface FullSink {
        void accept(Event event, List<FileFailure> failures) throws IOException;
    }

    /** Every event, or those of one bag, each with its failures. */
    public void eachInFull(OptionalLong bag, FullSink sink) throws IOException {
        database.read(transaction -> {
            Database.RowSink row = found -> {
                var event = EventLog.event(found);
                sink.accept(
                        event,
                        event.kind() == EventKind.CHECK
                                ? Failures.of(transaction, event.seq(), Integer.MAX_VALUE)
                                : List.of());
            };
            var sql = "SELECT " + EventLog.COLUMNS + " FROM event ";
            if (bag.isPresent()) transaction.each(row, sql + "WHERE bag = ? ORDER BY seq", bag.getAsLong());
            else transaction.each(row, sql + "ORDER BY seq");
            return null;
        });
    }

    /** How it stood at so many moments, evenly spread from the first event to the last moment. */
    public List<Timeline.Moment> timeline(Duration limit, Instant until, int moments) throws IOException {
        return database.read(transaction -> {
            var first = new ArrayList<Event>();
            transaction.each(
                    row -> first.add(EventLog.event(row)),
                    "SELECT " + EventLog.COLUMNS + " FROM event WHERE kind = 'register' ORDER BY seq LIMIT 1");
            if (first.isEmpty()) return List.of();
            var timeline = new Timeline(limit, first.get(0).at(), until, moments);
            transaction.each(
                    row -> timeline.take(EventLog.event(row)),
                    "SELECT " + EventLog.COLUMNS
                            + " FROM event WHERE kind IN ('register', 'accept', 'check') ORDER BY seq");
            return timeline.end();
        });
    }

    public Optional<Event> event(long seq) throws IOException {
        return database.read(transaction -> {
            var found = new ArrayList<Event>();
            transaction.each(
                    row -> found.add(EventLog.event(row)),
                    "SELECT " + EventLog.COLUMNS + " FROM event WHERE seq = ?",
                    seq);
            return found.stream().findFirst();
        });
    }

    /** The last events of a bag, or of all of a kind, newest first. */
    public List<Event> last(long bag, int most) throws IOException {
        return database.read(transaction -> {
            var found = new ArrayList<Event>();
            transaction.each(
                    row -> found.add(EventLog.event(row)),
                    "SELECT " + EventLog.COLUMNS + " FROM event WHERE bag = ? ORDER BY seq DESC LIMIT ?",
                    bag,
                    most);
            return found;
        });
    }

    public List<Event> last(EventKind kind, int most) throws IOException {
        return database.read(transaction -> {
            var found = new ArrayList<Event>();
            transaction.each(
                    row -> found.add(EventLog.event(row)),
                    "SELECT " + EventLog.COLUMNS + " FROM event WHERE kind = ? ORDER BY seq DESC LIMIT ?",
                    kind.id(),
                    most);
            return found;
        });
    }

    /** What a check said of one file that it did not find intact. */
    public Optional<FileFailure> failure(long event, String path) throws IOException {
        return database.read(
                transaction -> Failures.of(transaction, event, path).stream().findFirst());
    }

    /**
     * What was expected of a file from an event on.
     *
     * @param file empty where it was no longer expected
     */
    public record Expectation(long event, Optional<KnownFile> file) {}

    /** All that was ever expected of a file, oldest first. */
    public List<Expectation> expectations(RegisteredBag bag, String path) throws IOException {
        return database.read(transaction -> {
            var found = new ArrayList<Expectation>();
            transaction.each(
                    row -> found.add(new Expectation(
                            row.getLong(1),
                            row.getLong(2) < 0
                                    ? Optional.empty()
                                    : Optional.of(new KnownFile(
                                            path,
                                            row.getLong(2),
                                            Checksum.of(bag.algorithm(), Column.bytes(row, 3)))))),
                    "SELECT since, bytes, digest FROM baseline WHERE bag = ? AND path = ? ORDER BY since",
                    bag.id(),
                    path.getBytes(StandardCharsets.UTF_8));
            return found;
        });
    }

    /** Vouches for all that is in the ledger now. */
    public Checkpoint checkpoint() throws IOException {
        return database.read(transaction -> {
            var head = log.head(transaction);
            var root = new MerkleRoot();
            transaction.each(
                    row -> root.add(Sha256.leaf(HexFormat.of().parseHex(Column.text(row, 1)))),
                    "SELECT hash FROM event ORDER BY seq");
            return new Checkpoint(head.ledger(), root.size(), root.hex());
        });
    }

    /** The checkpoints that there were after each event, newest last; for finding the one that a text is the digest of. */
    public void eachCheckpoint(Consumer<Checkpoint> sink) throws IOException {
        database.read(transaction -> {
            var ledger = log.head(transaction).ledger();
            var root = new MerkleRoot();
            transaction.each(
                    row -> {
                        root.add(Sha256.leaf(HexFormat.of().parseHex(Column.text(row, 1))));
                        sink.accept(new Checkpoint(ledger, root.size(), root.hex()));
                    },
                    "SELECT hash FROM event ORDER BY seq");
            return null;
        });
    }
}
