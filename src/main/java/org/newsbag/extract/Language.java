package org.newsbag.extract;

import java.util.Objects;

/**
 * The language of a text.
 *
 * @param tag BCP 47; {@code und} where the text is too short or too mixed to tell
 * @param confidence between 0 and 1, as the detector gives it
 * @param how {@code statistics} or {@code declared}
 */
public record Language(String tag, double confidence, String how) {
    public static final Language UNDETERMINED = new Language("und", 0, "statistics");

    public Language {
        Objects.requireNonNull(tag);
        Objects.requireNonNull(how);
    }

    public boolean isDetermined() {
        return !tag.equals(UNDETERMINED.tag);
    }
}
