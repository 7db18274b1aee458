package org.newsbag.extract;

import java.util.Locale;
import java.util.Objects;

/**
 * Something that a file states about itself in its structured metadata, in neutral terms.
 *
 * @param value as it stands there, outer white space removed
 * @param key the key it stood under, in the words of its format, such as {@code og:site_name} or {@code Iptc By-line}
 */
public record Statement(Subject subject, String value, Source source, String key) {
    /** What is stated. */
    public enum Subject {
        HEADLINE,
        /** Persons who wrote or took it. */
        BYLINE,
        /** The agency or service to be credited (IPTC Credit, Source). */
        CREDIT,
        /** The publication: og:site_name, JSON-LD publisher. */
        OUTLET,
        /** Where it was filed or taken. */
        PLACE,
        /** First published; a date or time as written there. */
        ISSUED,
        MODIFIED,
        /** When a crawler fetched it: no earlier than it was published, and no more is known from that. */
        CAPTURED,
        /** The language that the document declares. */
        LANGUAGE,
        RIGHTS,
        /** Its canonical address. */
        URL
    }

    /** The kind of metadata it comes from. */
    public enum Source {
        JSON_LD,
        OPENGRAPH,
        HTML_META,
        PDF,
        OFFICE,
        IPTC,
        XMP,
        EXIF,
        MAIL,
        AUDIO_VIDEO,
        EPUB,
        NEWSWIRE,
        WARC;

        /** As evidence spells it: {@code json-ld}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Statement {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(source);
        Objects.requireNonNull(key);
        value = value.strip();
    }
}
