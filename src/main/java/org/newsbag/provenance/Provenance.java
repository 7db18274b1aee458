package org.newsbag.provenance;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is known of where one document comes from.
 *
 * @param news whether the document is a news article, by what it says of itself or by its shape
 * @param dateStatus {@code exact}, {@code partial}, {@code weekday-only} or {@code conflicting}; empty where nothing speaks of a date
 * @param evidence in the order of the fields, asserted before candidates, then in the order of the text
 * @param absent one for each of headline, outlet, dateline, byline and issued that has no asserted value
 */
public record Provenance(boolean news, Optional<String> dateStatus, List<Evidence> evidence, List<Absence> absent) {
    public Provenance {
        Objects.requireNonNull(dateStatus);
        evidence = List.copyOf(evidence);
        absent = List.copyOf(absent);
    }

    /** The asserted values of a field, in order; several only for bylines, places, agencies and cited agencies. */
    public List<Evidence> asserted(Field field) {
        return evidence.stream()
                .filter(e -> e.field() == field && e.status() == Status.ASSERTED)
                .toList();
    }

    public Optional<Evidence> first(Field field) {
        return asserted(field).stream().findFirst();
    }

    /** The same with a person's word put over what the rules said; what they had said stays beside it. */
    public Provenance corrected(Correction correction) {
        return Corrections.apply(this, correction);
    }
}
