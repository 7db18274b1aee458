package org.newsbag.description;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.newsbag.extract.Extraction;
import org.newsbag.extract.Part;
import org.newsbag.json.JsonObject;

/** {@code metadata/technical/...json}: everything the parser said of one file, under its own key names, and how the attempt ended. */
public final class TechnicalMetadata {
    private TechnicalMetadata() {}

    /** @param software the parser and its version, whose key names these are */
    public static JsonObject of(String bagPath, Extraction extraction, String software) {
        var out = JsonObject.builder()
                .put("path", bagPath)
                .put("outcome", extraction.outcome().id());
        if (!extraction.detail().isEmpty()) out.put("detail", extraction.detail());
        out.put("mediaType", extraction.mediaType().value())
                .put("mediaTypeFrom", extraction.mediaType().how());
        extraction
                .charset()
                .ifPresent(charset -> out.put("charset", charset.value()).put("charsetFrom", charset.how()));
        extraction
                .language()
                .ifPresent(language -> out.put("language", language.tag()).put("languageFrom", language.how()));
        return out.put("extractor", software)
                .put("statements", statements(extraction))
                .put(
                        "parts",
                        extraction.parts().stream().map(TechnicalMetadata::part).toList())
                .build();
    }

    private static List<JsonObject> statements(Extraction extraction) {
        return extraction.statements().stream()
                .map(s -> JsonObject.builder()
                        .put("subject", s.subject().name().toLowerCase(Locale.ROOT))
                        .put("value", s.value())
                        .put("source", s.source().id())
                        .put("key", s.key())
                        .build())
                .toList();
    }

    /** The text of the file itself is stored under {@code metadata/text/}; that of embedded documents stands here. */
    private static JsonObject part(Part part) {
        var out = JsonObject.builder().put("name", part.name()).put("problem", part.problem());
        var properties = JsonObject.builder();
        for (Map.Entry<String, List<String>> property : part.properties().entrySet())
            properties.putCompact(property.getKey(), property.getValue());
        out.put("properties", properties.build());
        if (!part.name().isEmpty() && !part.text().isEmpty()) out.put("text", part.text());
        return out.build();
    }
}
