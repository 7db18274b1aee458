package org.newsbag.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/** Writes down what happened: each call one transaction, which is on the disk when the call returns. */
public final class Recorder {
    private final Database database;
    private final EventLog log;

    Recorder(Database database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    /** Registers a bag; empty where its location is registered already. */
    public Optional<RegisteredBag> register(Registration wanted) throws IOException {
        return database.write(transaction -> {
            if (!Rows.bags(transaction, "WHERE location = ?", wanted.location()).isEmpty()) return Optional.empty();
            var ranges = BagParts.of(wanted.files(), wanted.partBytes());
            var parts = BagParts.describe(ranges, wanted.files());
            var whole = IntactFiles.of(wanted.files());
            long id = transaction.number("SELECT max(id) FROM bag") + 1;
            var event = log.append(transaction, EventKind.REGISTER, detail(id, wanted, whole, parts));
            var bag = new RegisteredBag(
                    id,
                    wanted.location(),
                    wanted.form(),
                    wanted.copyOf(),
                    wanted.algorithm(),
                    event.seq(),
                    event.seq(),
                    whole.files(),
                    whole.bytes(),
                    whole.root(),
                    wanted.store(),
                    wanted.judged());
            Rows.insert(transaction, bag);
            var state = PartState.registered(event);
            for (int i = 0; i < parts.size(); i++)
                Rows.insert(
                        transaction,
                        new Part(
                                id,
                                i + 1,
                                ranges.get(i),
                                number(parts.get(i), "files"),
                                number(parts.get(i), "bytes"),
                                state));
            Rows.insert(transaction, id, event.seq(), changes(wanted.files()));
            return Optional.of(bag);
        });
    }

    private static List<BaselineChange> changes(List<KnownFile> files) {
        var changes = new ArrayList<BaselineChange>(files.size());
        for (var file : files) changes.add(new BaselineChange(file.path(), Optional.of(file)));
        return changes;
    }

    private static JsonObject detail(long id, Registration wanted, IntactFiles whole, List<JsonObject> parts) {
        return JsonObject.builder()
                .put("bag", id)
                .put("location", wanted.location())
                .put("form", wanted.form())
                .put(
                        "copyOf",
                        wanted.copyOf().isPresent()
                                ? Optional.of(wanted.copyOf().getAsLong())
                                : Optional.empty())
                .put("algorithm", wanted.algorithm().name())
                .put("files", whole.files())
                .put("bytes", whole.bytes())
                .put("root", whole.root())
                .put("parts", parts)
                .put("store", wanted.store())
                .put("judged", wanted.judged())
                .put("began", wanted.began().toString())
                .put("reason", wanted.reason())
                .put("by", wanted.by())
                .build();
    }

    /**
     * Writes down the checks of parts, and that they are claimed no more. A check against what is no longer expected, because somebody accepted a change
     * meanwhile, says nothing any more and is not written down.
     *
     * @return for each check its event, empty for such a one
     */
    public List<Optional<Event>> check(List<CheckRecord> checks) throws IOException {
        if (checks.isEmpty()) return List.of();
        return database.write(transaction -> {
            var events = new ArrayList<Optional<Event>>();
            for (var check : checks) {
                var bag = Rows.known(transaction, check.bag());
                events.add(
                        bag.baseline() == check.baseline()
                                ? Optional.of(check(transaction, bag, check))
                                : Optional.empty());
            }
            return events;
        });
    }

    private Event check(Database transaction, RegisteredBag bag, CheckRecord check) throws SQLException, IOException {
        var event = log.append(transaction, EventKind.CHECK, check.detail(bag));
        Rows.insertFailures(transaction, event.seq(), check.failures());
        var state = Rows.part(transaction, check.bag(), check.part())
                .orElseThrow(() -> new IllegalArgumentException("no part " + check.part() + " of bag " + check.bag()))
                .state()
                .after(event);
        Rows.update(transaction, check.bag(), check.part(), state);
        transaction.update("UPDATE part SET claim = '' WHERE bag = ? AND number = ?", check.bag(), check.part());
        // of a bag that is not there, or not what it was, nothing that was read before holds any more
        boolean isOfBag = check.failures().isEmpty() && check.sample().isEmpty() && check.outcome() != Outcome.INVALID;
        if (check.isWhole() || isOfBag)
            transaction.update("DELETE FROM progress WHERE bag = ? AND part = ?", check.bag(), check.part());
        return event;
    }

    /** A run begins or ends, or a time stamp is kept. */
    public Event note(EventKind kind, JsonObject detail) throws IOException {
        return database.write(transaction -> log.append(transaction, kind, detail));
    }

    /** Changes what is expected of a bag, and writes down what its parts are by that. What contradicts the bag's history is put right. */
    public Event accept(Acceptance acceptance) throws IOException {
        return database.write(transaction -> {
            var history = Projection.of(transaction, acceptance.bag());
            var bag = history.row();
            var parts = history.parts();
            Rows.restate(transaction, bag, parts);
            var after = BaselineAfter.of(transaction, bag, parts, acceptance.changes());
            var event = log.append(transaction, EventKind.ACCEPT, detail(acceptance, after));
            Rows.insert(transaction, bag.id(), event.seq(), acceptance.changes());
            transaction.update(
                    "UPDATE bag SET baseline = ?, files = ?, bytes = ?, root = ?, judged = ? WHERE id = ?",
                    event.seq(),
                    after.whole().files(),
                    after.whole().bytes(),
                    after.whole().root(),
                    Json.canonical(acceptance.judged()),
                    bag.id());
            for (int i = 0; i < parts.size(); i++)
                transaction.update(
                        "UPDATE part SET files = ?, bytes = ? WHERE bag = ? AND number = ?",
                        number(after.parts().get(i), "files"),
                        number(after.parts().get(i), "bytes"),
                        bag.id(),
                        i + 1);
            var now = Rows.known(transaction, bag.id());
            for (var check : acceptance.checks()) check(transaction, now, check.against(event.seq()));
            return event;
        });
    }

    private static JsonObject detail(Acceptance acceptance, BaselineAfter after) {
        var changes = new MerkleRoot();
        for (var change : acceptance.changes()) changes.add(change.leaf());
        return JsonObject.builder()
                .put("bag", acceptance.bag())
                .put("by", acceptance.by())
                .put("reason", acceptance.reason())
                .put("changes", changes.size())
                .put("changesRoot", changes.hex())
                .put("files", after.whole().files())
                .put("bytes", after.whole().bytes())
                .put("root", after.whole().root())
                .put("parts", after.parts())
                .put("judged", acceptance.judged())
                .build();
    }

    /** The same bag stands elsewhere; what it was found to be stays as it is until the next check. Empty where another bag is registered there. */
    public Optional<Event> move(long id, String location, String form, String store) throws IOException {
        return database.write(transaction -> {
            if (!Rows.bags(transaction, "WHERE location = ?", location).isEmpty()) return Optional.empty();
            var bag = Rows.known(transaction, id);
            var event = log.append(
                    transaction,
                    EventKind.MOVE,
                    JsonObject.builder()
                            .put("bag", id)
                            .put("from", bag.location())
                            .put("location", location)
                            .put("form", form)
                            .put("store", store)
                            .build());
            transaction.update(
                    "UPDATE bag SET location = ?, form = ?, store = ? WHERE id = ?", location, form, store, id);
            return Optional.of(event);
        });
    }

    /** Files of a bag were put back. */
    public Event repair(long bag, String from, String by, List<FileFailure> files) throws IOException {
        var listed = new ArrayList<JsonObject>();
        for (var file : files) listed.add(file.toJson());
        return note(
                EventKind.REPAIR,
                JsonObject.builder()
                        .put("bag", bag)
                        .put("from", from)
                        .put("by", by)
                        .put("files", listed)
                        .build());
    }

    private static long number(JsonObject json, String key) {
        return ((Number) json.get(key).orElseThrow()).longValue();
    }
}
