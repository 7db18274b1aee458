package org.newsbag.finding;

import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that a person should know about their input.
 *
 * @param message one sentence or two: what was expected, what was found, what to do
 */
public record Finding(FindingCode code, Location location, String message) {
    /** Errors first, then by code and place: the same findings always read in the same order. */
    public static final Comparator<Finding> ORDER = Finding::compare;

    public Finding {
        Objects.requireNonNull(code);
        Objects.requireNonNull(location);
        Objects.requireNonNull(message);
    }

    public Finding(FindingCode code, String path, String message) {
        this(code, Location.of(path), message);
    }

    public Severity severity() {
        return code.severity();
    }

    private static int compare(Finding a, Finding b) {
        int bySeverity = a.severity().compareTo(b.severity());
        if (bySeverity != 0) return bySeverity;
        int byCode = a.code.compareTo(b.code);
        if (byCode != 0) return byCode;
        int byLocation = a.location.compareTo(b.location);
        return byLocation != 0 ? byLocation : a.message.compareTo(b.message);
    }
}
