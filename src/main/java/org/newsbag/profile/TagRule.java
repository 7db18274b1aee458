package org.newsbag.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a profile demands of one label of a tag file (BagIt Profiles 1.4, Bag-Info).
 *
 * @param label as the profile spells it; labels compare without regard to case
 * @param values the only values allowed; empty where any is
 * @param repeatable whether the label may stand more than once
 */
public record TagRule(
        String label, boolean required, List<String> values, boolean repeatable, Optional<String> description) {
    public TagRule {
        values = List.copyOf(values);
    }

    public boolean isFor(String other) {
        return label.equalsIgnoreCase(other);
    }

    public boolean allows(String value) {
        return values.isEmpty() || values.contains(value);
    }

    /** The form under which labels are the same. */
    static String folded(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
