package org.newsbag.finding;

import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that a person should know about their input.
 *
 * @param place the path it is about, as its owner would type it; empty where it is about the whole
 * @param message one sentence or two: what was expected, what was found, what to do
 */
public record Finding(FindingCode code, String place, String message) {
    /** Errors first, then by code and place: the same findings always read in the same order. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::code)
            .thenComparing(Finding::place)
            .thenComparing(Finding::message);

    public Finding {
        Objects.requireNonNull(code);
        Objects.requireNonNull(place);
        Objects.requireNonNull(message);
    }

    public Severity severity() {
        return code.severity();
    }
}
