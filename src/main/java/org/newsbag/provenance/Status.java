package org.newsbag.provenance;

import java.util.Locale;

/** How far a value is to be believed. */
public enum Status {
    /** Stands in the record. */
    ASSERTED,
    /** Possible, but not sure enough to stand in the record. */
    CANDIDATE,
    /** Was asserted by a rule until a person said otherwise. */
    OVERRULED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
