package org.newsbag.extract;

import java.util.Set;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/** Which media types are text that only needs a decoder. */
final class PlainTypes {
    /** Text by name, but with a grammar that a parser knows. */
    private static final Set<String> PARSED =
            Set.of("text/html", "text/rtf", "text/richtext", "text/enriched", "text/x-tika-text-based-message");

    private static final Set<String> APPLICATIONS = Set.of(
            "application/json",
            "application/ld+json",
            "application/manifest+json",
            "application/geo+json",
            "application/x-ndjson",
            "application/javascript",
            "application/inf",
            "application/sql",
            "application/toml",
            "application/x-bat",
            "application/x-bibtex-text-file",
            "application/x-latex",
            "application/x-project",
            "application/x-sas",
            "application/x-sh",
            "application/x-subrip",
            "application/x-tex",
            "application/x-yaml",
            "application/xml-dtd",
            "application/xquery");

    private PlainTypes() {}

    static boolean isPlain(MediaType type, MediaTypeRegistry registry) {
        var name = type.getBaseType().toString();
        if (APPLICATIONS.contains(name)) return true;
        return type.getType().equals("text")
                && !PARSED.contains(name)
                && !name.startsWith("text/vnd.iptc.")
                && !registry.isInstanceOf(type, MediaType.APPLICATION_XML)
                && registry.isInstanceOf(type, MediaType.TEXT_PLAIN);
    }
}
