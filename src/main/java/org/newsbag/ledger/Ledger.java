package org.newsbag.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.newsbag.ledger.LedgerPlace.SqliteFile;

/** The ledger: opens it, and gives the ways to write it and to ask it. */
public final class Ledger implements AutoCloseable {
    private final Database database;
    private final EventLog log;

    private Ledger(Database database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Opens the ledger that is at a place.
     *
     * @throws NoLedger where there is none
     */
    public static Ledger open(LedgerPlace place, Clock clock) throws IOException {
        return opened(Database.open(place, false), clock, "");
    }

    /**
     * Opens the ledger at a place, and makes it where there is none.
     *
     * @param newsbag the version that makes it
     */
    public static Ledger openOrMake(LedgerPlace place, Clock clock, String newsbag) throws IOException {
        if (!(place instanceof SqliteFile file)) return opened(Database.open(place, true), clock, newsbag);
        if (!Database.isThere(file)) NewLedger.make(file, made -> opened(made, clock, newsbag));
        return open(place, clock);
    }

    private static Ledger opened(Database database, Clock clock, String newsbag) throws IOException {
        boolean isOpen = false;
        try {
            var log = new EventLog(clock);
            boolean isLedger = database.read(transaction -> transaction.hasTable("head"));
            if (!isLedger && database.read(transaction -> transaction.hasTable("event")))
                throw new LedgerFailure(
                        "the ledger " + database.place() + ": it is damaged, its table head is gone", true, null);
            if (!isLedger && newsbag.isEmpty() && database.dialect() == Dialect.SQLITE)
                throw new LedgerFailure(
                        "the ledger " + database.place()
                                + ": the file is there and holds no ledger. What it held is gone, or it never was one. Find its last copy, or name another with --ledger",
                        true,
                        null);
            if (!isLedger && newsbag.isEmpty())
                throw new NoLedger(database.place()
                        + " holds no ledger. Make one with: newsbag audit add FOLDER, or name another with --ledger.");
            database.write(transaction -> {
                Migrations.run(transaction);
                if (!isLedger && transaction.number("SELECT count(*) FROM head") == 0)
                    log.begin(transaction, newIdentifier(), newsbag);
                return null;
            });
            isOpen = true;
            return new Ledger(database, log);
        } finally {
            if (!isOpen) database.close();
        }
    }

    private static String newIdentifier() {
        var random = new SecureRandom();
        var bytes = ByteBuffer.allocate(16).putLong(random.nextLong()).putLong(random.nextLong());
        return HexFormat.of().formatHex(bytes.array());
    }

    /** What no other ledger is called. */
    public String id() throws IOException {
        return database.read(log::head).ledger();
    }

    /** The time: that of the clock, but never before the last event. */
    public Instant now() throws IOException {
        var last = database.read(log::head).at();
        var now = log.now();
        return now.isBefore(last) ? last : now;
    }

    /** How many milliseconds the clock is behind the last event; 0 where it is not. */
    public long clockBehind() throws IOException {
        return Math.max(
                0, database.read(log::head).at().toEpochMilli() - log.now().toEpochMilli());
    }

    public Recorder recorder() {
        return new Recorder(database, log);
    }

    public Queue queue() {
        return new Queue(database, log);
    }

    public Holdings holdings() {
        return new Holdings(database);
    }

    public History history() {
        return new History(database, log);
    }

    <T> T read(Database.Work<T> work) throws IOException {
        return database.read(work);
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
