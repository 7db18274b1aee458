package org.newsbag.validation;

import java.util.Locale;
import java.util.Optional;

/** How deep a bag is looked into. */
public enum Level {
    /** The required elements are there, the tag files are well-formed, and Payload-Oxum is true. */
    QUICK,
    /** The bag is complete (RFC 8493, section 3): also, every listed file is there and every payload file is listed. */
    COMPLETE,
    /** The bag is valid (RFC 8493, section 3): also, every checksum in every manifest is right. */
    FULL;

    public static Optional<Level> named(String id) {
        var wanted = id.toLowerCase(Locale.ROOT);
        for (var level : values()) if (level.id().equals(wanted)) return Optional.of(level);
        return Optional.empty();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean reaches(Level other) {
        return compareTo(other) >= 0;
    }
}
