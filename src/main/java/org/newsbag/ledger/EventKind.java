package org.newsbag.ledger;

import java.util.Locale;
import java.util.Optional;

/** What can happen in a ledger. */
public enum EventKind {
    /** The ledger was made. */
    LEDGER,
    /** A bag was validated and registered. */
    REGISTER,
    RUN_START,
    /** A part of a bag was checked, or could not be. */
    CHECK,
    RUN_END,
    /** Somebody changed what is expected of a bag. */
    ACCEPT,
    /** A bag stands elsewhere. */
    MOVE,
    /** Files were put back from a copy. */
    REPAIR,
    /** An authority vouched that a checkpoint was there at a time. */
    TIMESTAMP;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As it stands in events: {@code run-start}. */
    public String id() {
        return id;
    }

    static Optional<EventKind> named(String id) {
        for (var kind : values()) if (kind.id.equals(id)) return Optional.of(kind);
        return Optional.empty();
    }
}
