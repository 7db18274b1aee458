package org.newsbag.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.newsbag.fixity.Algorithm;

/** What the events of one bag come to. */
final class Projection {
    private final long id;
    private final List<Event> baselines = new ArrayList<>();
    private final List<Event> checks = new ArrayList<>();
    private final List<Event> places = new ArrayList<>();
    private final List<PathRange> ranges = new ArrayList<>();
    private final List<PartState> states = new ArrayList<>();
    private Event registered;
    private String location = "";
    private String form = "";
    private String store = "";

    Projection(long id) {
        this.id = id;
    }

    /** All events of a bag. */
    static Projection of(Database database, long bag) throws SQLException, IOException {
        var projection = new Projection(bag);
        database.each(
                row -> projection.take(EventLog.event(row)),
                "SELECT " + EventLog.COLUMNS + " FROM event WHERE bag = ? ORDER BY seq",
                bag);
        return projection;
    }

    /** @throws IllegalArgumentException where an event lacks what its kind has */
    void take(Event event) {
        var members = Members.of(event);
        switch (event.kind()) {
            case REGISTER -> register(event, members);
            case ACCEPT -> baselines.add(event);
            case MOVE -> place(event, members);
            case CHECK -> {
                checks.add(event);
                int part = (int) members.number("part");
                if (part < 1 || part > states.size())
                    throw new IllegalArgumentException(
                            "event " + event.seq() + " checks part " + part + " of " + states.size());
                states.set(part - 1, states.get(part - 1).after(event));
            }
            case LEDGER, RUN_START, RUN_END, REPAIR, TIMESTAMP -> {
                // they say nothing of a bag's state
            }
        }
    }

    private void register(Event event, Members members) {
        if (registered != null) throw new IllegalArgumentException("event " + event.seq() + " registers it again");
        registered = event;
        baselines.add(event);
        place(event, members);
        var firsts =
                members.list("parts").stream().map(part -> part.text("first")).toList();
        for (int i = 0; i < firsts.size(); i++) {
            ranges.add(new PathRange(firsts.get(i), i + 1 < firsts.size() ? firsts.get(i + 1) : ""));
            states.add(PartState.registered(event));
        }
    }

    private void place(Event event, Members members) {
        places.add(event);
        location = members.text("location");
        form = members.text("form");
        store = members.text("store");
    }

    /** The event that registered it; only of one that is not empty. */
    Event registered() {
        return registered;
    }

    String location() {
        return location;
    }

    boolean isEmpty() {
        return registered == null;
    }

    long id() {
        return id;
    }

    List<PathRange> ranges() {
        return ranges;
    }

    /** The index of the part that a path belongs to. */
    int partOf(String path) {
        int part = 0;
        while (!ranges.get(part).contains(path)) part++;
        return part;
    }

    /** The events that said what is expected, oldest first. */
    List<Event> baselines() {
        return baselines;
    }

    List<Event> checks() {
        return checks;
    }

    /** The last event before another that said what is expected. */
    long baselineBefore(Event event) {
        return before(baselines, event).seq();
    }

    /** Where the bag was when an event was recorded. */
    String locationBefore(Event event) {
        return Members.of(before(places, event)).text("location");
    }

    private static Event before(List<Event> events, Event event) {
        var last = events.get(0);
        for (var one : events) if (one.seq() < event.seq()) last = one;
        return last;
    }

    Algorithm algorithm() {
        var name = Members.of(registered).text("algorithm");
        return Algorithm.computable(name).orElseThrow(() -> new IllegalArgumentException("unknown algorithm " + name));
    }

    private Event baseline() {
        return baselines.get(baselines.size() - 1);
    }

    RegisteredBag row() {
        var first = Members.of(registered);
        var latest = Members.of(baseline());
        return new RegisteredBag(
                id,
                location,
                form,
                first.body().get("copyOf").isPresent() ? OptionalLong.of(first.number("copyOf")) : OptionalLong.empty(),
                algorithm(),
                baseline().seq(),
                registered.seq(),
                latest.number("files"),
                latest.number("bytes"),
                latest.text("root"),
                store,
                latest.object("judged"));
    }

    List<Part> parts() {
        var latest = Members.of(baseline()).list("parts");
        var parts = new ArrayList<Part>();
        for (int i = 0; i < ranges.size(); i++)
            parts.add(new Part(
                    id,
                    i + 1,
                    ranges.get(i),
                    latest.get(i).number("files"),
                    latest.get(i).number("bytes"),
                    states.get(i)));
        return parts;
    }
}
