package org.newsbag.provenance;

import java.util.Objects;
import java.util.Optional;

/**
 * One value of one field, and why it is believed.
 *
 * @param value as it is to be recorded: verbatim for names, EDTF for dates
 * @param confidence between 0 and 1; 1 is kept for a person's word
 * @param source {@code text}, {@code person}, or the kind of metadata ({@link org.newsbag.extract.Statement.Source#id})
 * @param exact the quotation that the value was read from
 * @param span where the quotation stands in the stored text; empty for metadata and a person's word
 * @param rule the rule and its version, such as {@code dateline.segments/1}; for metadata the key it stood under
 * @param authority an identifier of the place or outlet, as a URI, where it is certain
 */
public record Evidence(
        Field field,
        String value,
        Status status,
        double confidence,
        String source,
        String exact,
        Optional<Span> span,
        String rule,
        Optional<String> authority) {
    public Evidence {
        Objects.requireNonNull(field);
        Objects.requireNonNull(value);
        Objects.requireNonNull(status);
        Objects.requireNonNull(source);
        Objects.requireNonNull(exact);
        Objects.requireNonNull(span);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(authority);
        if (!(confidence >= 0 && confidence <= 1))
            throw new IllegalArgumentException("confidence lies between 0 and 1, not at " + confidence);
    }

    Evidence withStatus(Status other) {
        return new Evidence(field, value, other, confidence, source, exact, span, rule, authority);
    }
}
