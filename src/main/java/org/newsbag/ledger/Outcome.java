package org.newsbag.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a check says of a file, or of a bag. */
public enum Outcome {
    /** It has the size and the checksum that the ledger expects. */
    INTACT,
    /** Its bytes are others. */
    ALTERED,
    /** It is not there, and nothing says that it only could not be seen. */
    MISSING,
    /** It is there, or may be, and could not be read. */
    UNREADABLE,
    /** It is there and the ledger does not know it. */
    ADDED,
    /** It is not at its path, and a file that the ledger does not know has the checksum that is expected of it. */
    MOVED,
    /** A manifest's bytes are others. */
    MANIFEST_ALTERED,
    /** The bytes of another tag file are others. */
    TAG_ALTERED,
    /** Each file is as expected, and yet the bag is not valid as it was. */
    INVALID,
    /** What the ledger expects of the bag is not what its history vouches for, so nothing can be said of it. */
    BASELINE_ALTERED,
    /** The bag is not where it was, and the place is there. */
    BAG_MISSING,
    /** The place where the bag was cannot be reached: a disk or a share that is not mounted. */
    UNAVAILABLE,
    /** It was never checked whole. */
    UNVERIFIED;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As people and programs read it: {@code bag-missing}. */
    public String id() {
        return id;
    }

    /** Of files, the gravest first. */
    private static final List<Outcome> BY_GRAVITY =
            List.of(MANIFEST_ALTERED, ALTERED, MISSING, MOVED, TAG_ALTERED, ADDED, UNREADABLE);

    /** The gravest of those of files; intact where there are none. */
    public static Outcome gravest(Set<Outcome> ofFiles) {
        for (var outcome : BY_GRAVITY) if (ofFiles.contains(outcome)) return outcome;
        return INTACT;
    }

    /** Whether it is said of a bag as a whole, whatever its files are. */
    boolean isOfBag() {
        return switch (this) {
            case INVALID, BASELINE_ALTERED, BAG_MISSING, UNAVAILABLE -> true;
            default -> false;
        };
    }

    static Optional<Outcome> named(String id) {
        for (var outcome : values()) if (outcome.id.equals(id)) return Optional.of(outcome);
        return Optional.empty();
    }
}
