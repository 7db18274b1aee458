package org.newsbag.ledger;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.newsbag.json.MalformedJson;

/**
 * Holds the tables {@code bag} and {@code part} against the events that they rest on: what was said last of each bag and found last in each of its parts. That is
 * quickly done for all bags, so that nobody can make a failing bag look sound, or take one out of the audit, until somebody verifies the whole ledger.
 */
final class Contradictions {
    private static final String PARTS = "SELECT " + Rows.PART + " FROM part ORDER BY bag, number";
    private static final String BAGS = "SELECT " + Rows.BAG + " FROM bag ORDER BY id";
    private static final String STATES =
            "SELECT " + EventLog.COLUMNS + " FROM event WHERE kind IN ('register', 'accept', 'move') ORDER BY bag, seq";
    private static final String LATEST_CHECKS =
            "SELECT event.seq, event.at, event.kind, event.bag, event.body, event.hash FROM (SELECT bag, min(event) AS least FROM part GROUP BY bag) known"
                    + " JOIN event ON event.bag = known.bag AND event.seq >= known.least WHERE event.kind = 'check'"
                    + " ORDER BY known.bag, event.seq";

    private final ByBag<RegisteredBag> bags;
    private final ByBag<Part> parts;
    private final ByBag<Event> states;
    private final ByBag<Event> checks;

    private Contradictions(ByBag<RegisteredBag> bags, ByBag<Part> parts, ByBag<Event> states, ByBag<Event> checks) {
        this.bags = bags;
        this.parts = parts;
        this.states = states;
        this.checks = checks;
    }

    /** All that there are. */
    static List<Contradiction> of(Database database) throws SQLException, IOException {
        var found = new ArrayList<Contradiction>();
        if (database.dialect() == Dialect.SQLITE) {
            for (var difference : SqliteForm.differences(database))
                found.add(new Contradiction(0, "", "the ledger is not made as newsbag makes one: " + difference));
            for (long bag : SqliteForm.bagsOfStrangeRows(database))
                found.add(
                        new Contradiction(bag, "", "a row of it holds a value of another kind than its column is for"));
        }
        var strange = found.stream().map(Contradiction::bag).collect(toSet());
        for (var contradiction : ofRows(database)) if (!strange.contains(contradiction.bag())) found.add(contradiction);
        return found;
    }

    private static List<Contradiction> ofRows(Database database) throws SQLException {
        try (var bags = new ByBag<>(database, 1, Rows::bag, BAGS);
                var parts = new ByBag<>(database, 1, Rows::part, PARTS);
                var states = new ByBag<>(database, 4, EventLog::event, STATES);
                var checks = new ByBag<>(database, 4, EventLog::event, LATEST_CHECKS)) {
            return new Contradictions(bags, parts, states, checks).all();
        }
    }

    private List<Contradiction> all() throws SQLException {
        var found = new ArrayList<Contradiction>();
        for (long bag = next(); bag != ByBag.NONE; bag = next()) of(bag).ifPresent(found::add);
        return found;
    }

    private long next() {
        return Math.min(Math.min(bags.next(), parts.next()), Math.min(states.next(), checks.next()));
    }

    private Optional<Contradiction> of(long id) throws SQLException {
        var said = new Said(bags.of(id), parts.of(id), states.of(id), checks.of(id));
        var projection = new Projection(id);
        Optional<String> what;
        try {
            what = said.against(projection);
        } catch (IllegalArgumentException | DateTimeException | ClassCastException | MalformedJson e) {
            what = Optional.of("its events are not what newsbag writes: " + e.getMessage());
        }
        return what.map(text -> new Contradiction(id, said.location(projection), text));
    }

    /** What the ledger says of one bag. */
    private record Said(
            ByBag.Rows<RegisteredBag> bag, ByBag.Rows<Part> parts, ByBag.Rows<Event> states, ByBag.Rows<Event> checks) {
        Optional<String> against(Projection history) {
            for (var rows : List.of(bag, parts, states, checks))
                if (rows.flaw().isPresent())
                    return Optional.of("a row of it is none that newsbag writes: "
                            + rows.flaw().get());
            for (var events : List.of(states.all(), checks.all()))
                for (var event : events)
                    if (!event.isAsWritten()) return Optional.of("event " + event.seq() + " was changed");
            states.all().forEach(history::take);
            if (history.isEmpty()) return Optional.of("no event registered it");
            if (!bag.all().equals(List.of(history.row())))
                return Optional.of("the table bag says another thing of it than its history");
            return ofParts(history);
        }

        private Optional<String> ofParts(Projection history) {
            var latest = new HashMap<Long, Event>();
            for (var check : checks.all()) latest.put(Members.of(check).number("part"), check);
            var expected = history.parts();
            boolean isSame = parts.all().size() == expected.size();
            for (int i = 0; isSame && i < expected.size(); i++) {
                var part = parts.all().get(i);
                var last = latest.getOrDefault((long) part.number(), history.registered());
                if (!part.state().follows(last))
                    return Optional.of("the table part says another thing of part " + part.number() + " than event "
                            + last.seq() + ", the last that looked at it");
                isSame = part.equals(expected.get(i).in(part.state()));
            }
            return isSame ? Optional.empty() : Optional.of("the table part has other parts of it than its history");
        }

        String location(Projection history) {
            return bag.all().isEmpty() ? history.location() : bag.all().get(0).location();
        }
    }
}
