package org.newsbag.ledger;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/** The table of events: appends to the chain, and reads it. */
final class EventLog {
    static final String COLUMNS = "seq, at, kind, bag, body, hash";

    private final Clock clock;

    EventLog(Clock clock) {
        this.clock = clock;
    }

    /** Where the chain ends. */
    record Head(String ledger, long seq, String hash, Instant at) {}

    /** Begins the chain. */
    Event begin(Database database, String ledger, String newsbag) throws SQLException {
        var detail = JsonObject.builder()
                .put("ledger", ledger)
                .put("newsbag", newsbag)
                .put("canonical", "RFC 8785")
                .put("hash", "SHA-256")
                .build();
        var event = Event.after(1, Event.NO_EVENT, now(), EventKind.LEDGER, detail);
        insert(database, event);
        database.update(
                "INSERT INTO head (one, ledger, seq, hash, at) VALUES (1, ?, ?, ?, ?)",
                ledger,
                event.seq(),
                event.hash(),
                event.at().toString());
        return event;
    }

    /** Appends one event; until the transaction ends no other can. Its time is never before that of the last, whatever the clock says. */
    Event append(Database database, EventKind kind, JsonObject detail) throws SQLException, IOException {
        var head = head(database);
        var now = now();
        var event = Event.after(head.seq() + 1, head.hash(), now.isBefore(head.at()) ? head.at() : now, kind, detail);
        insert(database, event);
        database.update(
                "UPDATE head SET seq = ?, hash = ?, at = ?",
                event.seq(),
                event.hash(),
                event.at().toString());
        return event;
    }

    private static void insert(Database database, Event event) throws SQLException {
        if (event.bag().isPresent())
            database.update(
                    "INSERT INTO event (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)",
                    event.seq(),
                    event.at().toString(),
                    event.kind().id(),
                    event.bag().getAsLong(),
                    event.text(),
                    event.hash());
        else
            database.update(
                    "INSERT INTO event (seq, at, kind, body, hash) VALUES (?, ?, ?, ?, ?)",
                    event.seq(),
                    event.at().toString(),
                    event.kind().id(),
                    event.text(),
                    event.hash());
    }

    Head head(Database database) throws SQLException, IOException {
        try (var statement = database.prepare(
                        "SELECT ledger, seq, hash, coalesce((SELECT event.at FROM event WHERE event.seq = head.seq), at) FROM head");
                var row = statement.executeQuery()) {
            if (!row.next())
                throw new NoLedger(
                        "the ledger " + database.place()
                                + " does not say where its history ends: the row of the table head is gone. Ask: newsbag audit verify");
            return new Head(Column.text(row, 1), row.getLong(2), Column.text(row, 3), Column.time(row, 4));
        }
    }

    /** To the millisecond, as it is written down. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws IllegalArgumentException where the row holds what no event has */
    static Event event(ResultSet row) throws SQLException {
        long number = row.getLong(4);
        var bag = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        return new Event(
                row.getLong(1),
                Column.time(row, 2),
                EventKind.named(Column.text(row, 3))
                        .orElseThrow(() -> new IllegalArgumentException("an event of an unknown kind")),
                bag,
                Column.text(row, 5),
                Column.text(row, 6),
                (JsonObject) Json.parse(Column.text(row, 5)));
    }
}
