package org.newsbag.provenance;

import java.util.List;
import java.util.Map;

/**
 * A person's word on one document: for each field named, the values that hold. An empty list says that the document has none.
 * Fields that are not named are left to the rules.
 *
 * @param place where the word was given, such as {@code corrections.csv, row 7}
 */
public record Correction(String place, Map<Field, List<String>> values) {
    public Correction {
        values = Map.copyOf(values);
    }
}
