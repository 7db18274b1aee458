package org.newsbag.ledger;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;

/** What is to be checked next: the part whose last verification is the longest ago, of several the one whose last check has the smallest number, unless another run that lives has it. */
public final class Queue {
    private static final long LEASE_MILLISECONDS = 120_000;
    private static final int MOST_PARTS = 64;
    /** Small parts are claimed together until they come to so much. */
    private static final long MOST_BYTES = 64 << 20;

    private final Database database;
    private final EventLog log;
    private final RunningProcess process = RunningProcess.current();

    Queue(Database database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    /** Where a run has come to in the order of the ages. */
    public record Place(long verified, long event, long bag, int part) {
        public static final Place START = new Place(Long.MIN_VALUE, 0, 0, 0);

        /** Where a part stands. */
        public static Place of(Part part) {
            return new Place(
                    part.state().verified().toEpochMilli(), part.state().event(), part.bag(), part.number());
        }
    }

    /** Enters a run, so that its claims count, with the event that began it. */
    public void enter(String run, Event start) throws IOException {
        database.write(transaction -> {
            long now = log.now().toEpochMilli();
            removeDead(transaction, now);
            return transaction.update(
                    "INSERT INTO run (id, began, until, host, process) VALUES (?, ?, ?, ?, ?)",
                    run,
                    start.seq(),
                    now + LEASE_MILLISECONDS,
                    process.host(),
                    process.process());
        });
    }

    /** Says that the run still lives; to be said every half minute. */
    public void renew(String run) throws IOException {
        database.write(transaction -> transaction.update(
                "UPDATE run SET until = ? WHERE id = ?", log.now().toEpochMilli() + LEASE_MILLISECONDS, run));
    }

    /** Takes the run out again; what it has claimed and not checked is free. */
    public void leave(String run) throws IOException {
        database.write(transaction -> {
            transaction.update("UPDATE part SET claim = '' WHERE claim = ?", run);
            return transaction.update("DELETE FROM run WHERE id = ?", run);
        });
    }

    /**
     * Claims the next parts for a run: none that a run which is under way now has checked or is checking.
     *
     * @param behind where the last claim came to
     * @param bags the only bags to choose from; all, where it is empty
     * @param leftOut bags not to choose
     * @return none where there are no more
     */
    public List<Part> claim(String run, Place behind, List<Long> bags, List<Long> leftOut) throws IOException {
        return database.write(transaction -> {
            removeDead(transaction, log.now().toEpochMilli());
            long since = transaction.number("SELECT min(began) FROM run");
            var claimed = new ArrayList<Part>();
            long bytes = 0;
            for (var part : next(transaction, since, behind, bags, leftOut)) {
                if (!claimed.isEmpty() && bytes + part.bytes() > MOST_BYTES) break;
                transaction.update(
                        "UPDATE part SET claim = ? WHERE bag = ? AND number = ?", run, part.bag(), part.number());
                claimed.add(part);
                bytes += part.bytes();
            }
            return claimed;
        });
    }

    private static List<Part> next(Database transaction, long since, Place behind, List<Long> bags, List<Long> leftOut)
            throws SQLException, IOException {
        return Rows.parts(
                transaction,
                "WHERE (verified, event, bag, number) > (?, ?, ?, ?) AND event <= ? AND coalesce(claim, '') NOT IN (SELECT id FROM run) "
                        + where("bag IN", bags) + where("CAST(bag AS INTEGER) NOT IN", leftOut)
                        + "ORDER BY verified, event, bag, number LIMIT " + MOST_PARTS,
                behind.verified(),
                behind.event(),
                behind.bag(),
                behind.part(),
                since);
    }

    private static String where(String column, List<Long> numbers) {
        if (numbers.isEmpty()) return "";
        return numbers.stream().map(String::valueOf).collect(joining(", ", "AND " + column + " (", ") "));
    }

    /**
     * A run that was killed is out of the way at once where it ran here, and one that was killed elsewhere, or hangs, when its lease ends; one that the history does not know, or knows to
     * have ended, is none.
     */
    private void removeDead(Database transaction, long now) throws SQLException, IOException {
        var dead = new ArrayList<String>();
        transaction.each(
                row -> {
                    var owner = new RunningProcess(Column.text(row, 2), Column.text(row, 3));
                    boolean isHere = owner.host().equals(process.host());
                    var run = Column.text(row, 1);
                    boolean isGone = !isLeased(row.getLong(4), now) || isHere && owner.isDead(process);
                    if (isGone || !isUnderWay(transaction, run, row.getLong(5))) dead.add(run);
                },
                "SELECT id, host, process, until, began FROM run");
        for (var run : dead) transaction.update("DELETE FROM run WHERE id = ?", run);
    }

    private static boolean isUnderWay(Database transaction, String run, long began) throws SQLException, IOException {
        var starts = new ArrayList<String>();
        transaction.each(
                row -> starts.add(run(row)), "SELECT body FROM event WHERE seq = ? AND kind = 'run-start'", began);
        var ends = new ArrayList<String>();
        transaction.each(row -> ends.add(run(row)), "SELECT body FROM event WHERE seq > ? AND kind = 'run-end'", began);
        return starts.contains(run) && !ends.contains(run);
    }

    private static String run(ResultSet event) throws SQLException {
        return ((JsonObject) Json.parse(Column.text(event, 1))).string("run").orElse("");
    }

    /** A lease that ends later than any lease may was not given by a queue. */
    private static boolean isLeased(long until, long now) {
        return until >= now && until <= now + 2 * LEASE_MILLISECONDS;
    }

    /** How many parts other runs have in hand now. */
    public long underWay(String run) throws IOException {
        return database.read(transaction -> transaction.number(
                "SELECT count(*) FROM part WHERE claim <> '' AND claim <> ? AND claim IN (SELECT id FROM run)", run));
    }

    /**
     * How far a check that did not end has come.
     *
     * @param began when it began
     * @param upto the last file, in the order in which files are read, up to which every expected one was checked
     * @param failures of the files up to it
     */
    public record Progress(Instant began, String upto, List<FileFailure> failures) {
        public Progress {
            failures = List.copyOf(failures);
        }
    }

    /** The progress of a part's unfinished check against the present baseline, not begun before a moment, nor after now. */
    public Optional<Progress> progress(Part part, long baseline, Instant earliest) throws IOException {
        return database.read(transaction -> {
            var found = new ArrayList<Progress>();
            transaction.each(
                    row -> read(row).ifPresent(found::add),
                    "SELECT began, upto, body FROM progress WHERE bag = ? AND part = ? AND baseline = ? AND began BETWEEN ? AND ?",
                    part.bag(),
                    part.number(),
                    baseline,
                    earliest.toEpochMilli(),
                    log.now().toEpochMilli());
            return found.stream().findFirst();
        });
    }

    /** Empty where the row is none of ours: then the part is read from its beginning. */
    private static Optional<Progress> read(ResultSet row) throws SQLException {
        try {
            var failures = new ArrayList<FileFailure>();
            for (var item : (List<?>) Json.parse(Column.text(row, 3)))
                failures.add(FileFailure.read((JsonObject) item));
            if (failures.stream().anyMatch(failure -> failure.outcome() == Outcome.INTACT)) return Optional.empty();
            return Optional.of(new Progress(
                    Instant.ofEpochMilli(row.getLong(1)),
                    new String(Column.bytes(row, 2), StandardCharsets.UTF_8),
                    failures));
        } catch (IllegalArgumentException | ClassCastException | MalformedJson e) {
            return Optional.empty();
        }
    }

    /** Writes down how far the check of a part has come. */
    public void save(Part part, long baseline, Progress progress) throws IOException {
        var body = Json.canonical(
                progress.failures().stream().map(FileFailure::toJson).toList());
        database.write(transaction -> {
            transaction.update("DELETE FROM progress WHERE bag = ? AND part = ?", part.bag(), part.number());
            return transaction.update(
                    "INSERT INTO progress (bag, part, baseline, began, upto, body) VALUES (?, ?, ?, ?, ?, ?)",
                    part.bag(),
                    part.number(),
                    baseline,
                    progress.began().toEpochMilli(),
                    progress.upto().getBytes(StandardCharsets.UTF_8),
                    body);
        });
    }
}
