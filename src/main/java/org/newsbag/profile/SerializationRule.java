package org.newsbag.profile;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a bag is handed over as one file, and in which formats (BagIt Profiles 1.4, Serialization and Accept-Serialization).
 *
 * @param accepted media types; empty where the profile names none
 */
public record SerializationRule(Word word, List<String> accepted) {
    /** The three words of the specification. */
    public enum Word {
        FORBIDDEN,
        REQUIRED,
        OPTIONAL;

        static Optional<Word> of(String text) {
            for (var word : values()) if (word.text().equals(text)) return Optional.of(word);
            return Optional.empty();
        }

        /** As it stands in a profile. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SerializationRule {
        accepted = List.copyOf(accepted);
    }

    /** Whether a media type is one of others; the aliases of a type are one. */
    public static boolean isOneOf(String mediaType, Collection<String> others) {
        return others.stream().anyMatch(other -> MediaTypes.isSame(mediaType, other));
    }

    /** Whether an archive that goes by one of these media types is accepted; the aliases of a type are one. */
    public boolean accepts(Collection<String> mediaTypes) {
        if (word == Word.FORBIDDEN) return false;
        return accepted.isEmpty() || mediaTypes.stream().anyMatch(type -> isOneOf(type, accepted));
    }
}
