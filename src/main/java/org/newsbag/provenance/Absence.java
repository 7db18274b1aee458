package org.newsbag.provenance;

import java.util.Objects;

/** A field that has no asserted value, and why: {@code the text gives weekdays only}. */
public record Absence(Field field, String reason) {
    public Absence {
        Objects.requireNonNull(field);
        Objects.requireNonNull(reason);
    }
}
