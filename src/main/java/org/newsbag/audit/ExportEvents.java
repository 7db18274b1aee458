package org.newsbag.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.newsbag.description.FixityPremis;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Event;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.RegisteredBag;

/** The work "export": writes the events for other systems. */
public final class ExportEvents {
    /** Of one check a PREMIS event names no more files; the lines of JSON name all. */
    private static final int MOST_NOTES = 1000;

    private final Ledger ledger;
    private final Optional<RegisteredBag> bag;

    /** @param bag the only one whose events are written; all, where it is empty */
    public ExportEvents(Ledger ledger, Optional<RegisteredBag> bag) {
        this.ledger = ledger;
        this.bag = bag;
    }

    /** A line for each event: {@code event}, as it stands in the ledger; {@code hash}; and {@code failures}, where files failed. */
    public void lines(OutputStream out) throws IOException {
        ledger.history().eachInFull(only(), (event, failures) -> {
            var line = JsonObject.builder().put("event", event.body()).put("hash", event.hash());
            if (!failures.isEmpty())
                line.put("failures", failures.stream().map(FileFailure::toJson).toList());
            out.write((Json.canonical(line.build()) + "\n").getBytes(StandardCharsets.UTF_8));
        });
    }

    /**
     * A PREMIS 3.0 document: checks as fixity checks, registrations as validations.
     *
     * @param software a name, a space and a version
     */
    public void premis(OutputStream out, String software) throws IOException {
        var premis = new FixityPremis(out, software);
        if (bag.isPresent()) premis.bag(id(bag.get().id()), bag.get().location());
        else
            ledger.holdings()
                    .eachByAge(
                            held -> premis.bag(id(held.bag().id()), held.bag().location()));
        ledger.history().eachInFull(only(), (event, failures) -> {
            if (event.bag().isPresent())
                premis.event(
                        "event/" + event.seq(),
                        type(event.kind()),
                        event.at(),
                        EventText.line(event),
                        outcome(event),
                        notes(failures),
                        id(event.bag().getAsLong()));
        });
        premis.finish();
    }

    private OptionalLong only() {
        return bag.isPresent() ? OptionalLong.of(bag.get().id()) : OptionalLong.empty();
    }

    private static String id(long bag) {
        return "bag/" + bag;
    }

    private static String type(EventKind kind) {
        return switch (kind) {
            case CHECK -> FixityPremis.FIXITY_CHECK;
            case REGISTER -> FixityPremis.VALIDATION;
            case ACCEPT -> FixityPremis.MODIFICATION;
            case MOVE -> FixityPremis.TRANSFER;
            case REPAIR -> FixityPremis.RECOVERY;
            case LEDGER, RUN_START, RUN_END, TIMESTAMP -> throw new IllegalArgumentException("of no bag: " + kind);
        };
    }

    private static String outcome(Event event) {
        if (event.kind() != EventKind.CHECK) return "success";
        return event.body().string("outcome").filter("intact"::equals).isPresent() ? "pass" : "fail";
    }

    private static List<String> notes(List<FileFailure> failures) {
        var notes = new ArrayList<String>();
        for (var failure : failures.subList(0, Math.min(MOST_NOTES, failures.size())))
            notes.add(EventText.line(failure));
        if (failures.size() > MOST_NOTES) notes.add("... and " + (failures.size() - MOST_NOTES) + " more files");
        return notes;
    }
}
