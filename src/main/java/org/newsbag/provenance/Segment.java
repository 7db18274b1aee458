package org.newsbag.provenance;

import java.util.Optional;

/**
 * A typed stretch of a dateline or credit.
 *
 * @param start the first character in the whole text
 * @param end the character after the last
 * @param label the canonical name of an agency or outlet, the EDTF form of a date; else empty
 * @param ordinary whether the name is an ordinary word too, or names several bodies; of a place, whether it is
 *     a country or region and may follow a city; of a date, whether its two calendars disagree
 */
record Segment(Role role, int start, int end, String label, boolean ordinary, Optional<String> authority) {
    /** What membership in a list, or a slot beside members, makes of a stretch. */
    enum Role {
        PLACE,
        AGENCY,
        OUTLET,
        /** "Agencies", "follow-up": a source that names nobody. */
        GENERIC,
        DATE,
        PERSON,
        /** A photographer, translator or editor with the label. */
        STAFF,
        UNKNOWN
    }

    /** A stretch that no list holds. */
    static Segment unlisted(Role role, int start, int end) {
        return new Segment(role, start, end, "", true, Optional.empty());
    }

    Segment as(Role other) {
        return new Segment(other, start, end, label, ordinary, authority);
    }

    /** The same from an earlier character on. */
    Segment from(int other) {
        return new Segment(role, other, end, label, ordinary, authority);
    }

    /** "Exclusive", "follow-up": a word in a source's place that names none; "agencies" does name some. */
    boolean isNobody() {
        return role == Role.GENERIC && ordinary;
    }

    boolean isSource() {
        return role == Role.AGENCY || role == Role.OUTLET || role == Role.GENERIC;
    }
}
