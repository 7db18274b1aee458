package org.newsbag.extract;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One document that a parser met: the file itself, or one embedded in it (an attachment, an archive's entry, a picture).
 *
 * @param name the path inside the file, as in {@code /report.docx/image1.png}; empty for the file itself
 * @param properties everything the parser said, under its own key names, less what changes from run to run
 * @param text the text of this part alone; empty where there is none
 * @param problem what kept the parser from reading this part whole
 */
public record Part(String name, SortedMap<String, List<String>> properties, String text, Optional<String> problem) {
    public Part {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
        Objects.requireNonNull(problem);
        var copy = new TreeMap<String, List<String>>();
        properties.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        properties = Collections.unmodifiableSortedMap(copy);
    }

    public static Part of(String text, Map<String, List<String>> properties) {
        return new Part("", new TreeMap<>(properties), text, Optional.empty());
    }
}
