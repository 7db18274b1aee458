package org.newsbag.ledger;

import static org.newsbag.finding.FindingCode.LEDGER_STATE_DIFFERS;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;

/** The rows that answer questions at once are those that follow from the events. */
final class StateCheck {
    private final Database database;
    private final Findings findings;

    StateCheck(Database database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    void run(Projection bag) throws SQLException, IOException {
        var row = Rows.bag(database, bag.id());
        if (row.isEmpty() || !bag.row().equals(row.get()))
            differs(
                    bag,
                    "the bag",
                    said(bag.row(), row),
                    row.map(found -> said(found, Optional.of(bag.row()))).orElse("nothing"));
        var parts = Rows.parts(database, "WHERE bag = ? ORDER BY number", bag.id());
        if (!bag.parts().equals(parts)) differs(bag, "its parts", said(bag.parts()), said(parts));
    }

    /** What one says of a bag and the other does not. */
    private static String said(RegisteredBag bag, Optional<RegisteredBag> other) {
        var those = other.map(StateCheck::members).orElse(Map.of());
        var said = new ArrayList<String>();
        members(bag).forEach((name, value) -> {
            if (!value.equals(those.get(name))) said.add(name + " " + value);
        });
        return String.join(", ", said);
    }

    private static Map<String, String> members(RegisteredBag bag) {
        var members = new LinkedHashMap<String, String>();
        members.put("location", bag.location());
        members.put("form", bag.form());
        members.put(
                "copy_of",
                bag.copyOf().isPresent() ? String.valueOf(bag.copyOf().getAsLong()) : "none");
        members.put("algorithm", bag.algorithm().name());
        members.put("baseline", String.valueOf(bag.baseline()));
        members.put("registered", String.valueOf(bag.registered()));
        members.put("files", String.valueOf(bag.files()));
        members.put("bytes", String.valueOf(bag.bytes()));
        members.put("root", bag.root());
        members.put("store", bag.store());
        members.put("judged", Json.canonical(bag.judged()));
        return members;
    }

    private static String said(List<Part> parts) {
        return parts.stream()
                .map(part -> part.number() + ": from \"" + part.range().first() + "\", " + part.files() + " files, "
                        + part.bytes() + " bytes, " + part.state().outcome().id() + " by event "
                        + part.state().event()
                        + ", verified " + part.state().verified() + ", failing since event "
                        + part.state().failingSince()
                        + " in " + part.state().failingChecks() + " checks")
                .collect(Collectors.joining("; "));
    }

    private void differs(Projection bag, String what, Object expected, Object found) {
        findings.add(
                LEDGER_STATE_DIFFERS,
                "bag " + bag.id(),
                "Of " + what + " the events say " + expected + ", and the table says " + found + ".");
    }
}
