package org.newsbag.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replays the events, and says how it stood at certain moments. */
public final class Timeline {
    private final Duration limit;
    private final List<Instant> moments = new ArrayList<>();
    private final List<Moment> told = new ArrayList<>();
    private final Map<Long, List<PartState>> states = new HashMap<>();
    private final Map<Long, List<Long>> bytes = new HashMap<>();

    /**
     * How it stood.
     *
     * @param heldBytes what was registered by then
     * @param coveredBytes what of it was verified within the limit before
     * @param failingBags how many bags had failed their last check
     */
    public record Moment(Instant at, long heldBytes, long coveredBytes, long failingBags) {}

    Timeline(Duration limit, Instant first, Instant last, int count) {
        this.limit = limit;
        long span = Math.max(0, Duration.between(first, last).toMillis());
        for (int i = 1; i <= count; i++) moments.add(first.plusMillis(span * i / count));
    }

    void take(Event event) {
        while (told.size() < moments.size() && moments.get(told.size()).isBefore(event.at())) tell();
        var members = Members.of(event);
        long bag = members.number("bag");
        if (event.kind() == EventKind.CHECK) {
            int part = (int) members.number("part");
            var parts = states.get(bag);
            if (parts == null || part < 1 || part > parts.size())
                throw new IllegalArgumentException("event " + event.seq() + " checks what was not registered");
            parts.set(part - 1, parts.get(part - 1).after(event));
            return;
        }
        bytes.put(
                bag,
                members.list("parts").stream().map(part -> part.number("bytes")).toList());
        if (event.kind() != EventKind.REGISTER) return;
        var parts = new ArrayList<PartState>();
        for (int i = 0; i < members.list("parts").size(); i++) parts.add(PartState.registered(event));
        states.put(bag, parts);
    }

    List<Moment> end() {
        while (told.size() < moments.size()) tell();
        return told;
    }

    private void tell() {
        var at = moments.get(told.size());
        var due = at.minus(limit);
        long held = 0;
        long covered = 0;
        long failing = 0;
        for (var bag : states.entrySet()) {
            var sizes = bytes.get(bag.getKey());
            boolean isFailing = false;
            for (int i = 0; i < sizes.size(); i++) {
                var state = bag.getValue().get(i);
                held += sizes.get(i);
                if (!state.verified().isBefore(due)) covered += sizes.get(i);
                isFailing |= state.isFailing();
            }
            if (isFailing) failing++;
        }
        told.add(new Moment(at, held, covered, failing));
    }
}
