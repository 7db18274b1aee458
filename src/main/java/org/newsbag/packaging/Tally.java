package org.newsbag.packaging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.newsbag.description.DescribedFile;
import org.newsbag.extract.Language;
import org.newsbag.extract.Outcome;
import org.newsbag.provenance.Field;
import org.newsbag.provenance.Provenance;

/** What a run found, counted: outcomes, languages, fields; and the first files of which no text was got. */
public final class Tally {
    /** How many files without text, and how many described files, are kept to be named. */
    public static final int KEPT = 1000;

    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final SortedMap<String, Long> languages = new TreeMap<>();
    private final Map<Field, Long> fields = new EnumMap<>(Field.class);
    private final List<Untold> untold = new ArrayList<>();
    private final List<Described> described = new ArrayList<>();

    /** A file whose text was not got, or not whole. */
    public record Untold(String path, Outcome outcome, String mediaType, String detail) {}

    /** A file of which some provenance is known. */
    public record Described(String path, Provenance provenance) {}

    void add(DescribedFile file) {
        file.extraction().ifPresent(extraction -> {
            outcomes.merge(extraction.outcome(), 1L, Long::sum);
            extraction
                    .language()
                    .filter(Language::isDetermined)
                    .ifPresent(l -> languages.merge(l.tag(), 1L, Long::sum));
            if (extraction.outcome() != Outcome.EXTRACTED && untold.size() < KEPT)
                untold.add(new Untold(
                        file.path(),
                        extraction.outcome(),
                        extraction.mediaType().value(),
                        extraction.detail()));
        });
        file.provenance().ifPresent(provenance -> {
            for (var field : Field.values())
                if (provenance.first(field).isPresent()) fields.merge(field, 1L, Long::sum);
            if (described.size() < KEPT) described.add(new Described(file.path(), provenance));
        });
    }

    /** Files by outcome; empty where extraction was turned off. */
    public Map<Outcome, Long> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    /** Files by language tag, where the language could be told. */
    public SortedMap<String, Long> languages() {
        return Collections.unmodifiableSortedMap(languages);
    }

    /** Files by field, where the field has an asserted value. */
    public Map<Field, Long> fields() {
        return Collections.unmodifiableMap(fields);
    }

    public List<Untold> untold() {
        return Collections.unmodifiableList(untold);
    }

    public List<Described> described() {
        return Collections.unmodifiableList(described);
    }
}
