package org.newsbag.description;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.newsbag.extract.Extraction;
import org.newsbag.extract.Language;
import org.newsbag.fixity.Algorithm;
import org.newsbag.json.JsonObject;
import org.newsbag.provenance.Evidence;
import org.newsbag.provenance.Field;
import org.newsbag.provenance.Provenance;

/**
 * The Dublin Core record of one file, as JSON-LD (docs/format.md). Only asserted values stand under Dublin Core terms; candidates
 * and overruled values stand in {@code evidence} alone. A field without a value has no key.
 */
public final class DublinCoreRecord {
    private final String rights;
    private final String software;

    /**
     * @param rights the IRI of a rights statement for every file
     * @param software who read the evidence, such as {@code newsbag 0.1.0}
     */
    public DublinCoreRecord(String rights, String software) {
        this.rights = rights;
        this.software = software;
    }

    /** The record as one member of a document's {@code @graph}. */
    public JsonObject of(DescribedFile file) {
        return fill(JsonObject.builder(), file).build();
    }

    /** The record as a document of its own, with its context. */
    public JsonObject standalone(DescribedFile file) {
        return fill(JsonObject.builder().put("@context", LinkedData.CONTEXT), file)
                .build();
    }

    private JsonObject.Builder fill(JsonObject.Builder record, DescribedFile file) {
        record.put("@id", DescribedFile.iri(file.id()));
        if (file.provenance().map(Provenance::news).orElse(false)) record.put("@type", "schema:NewsArticle");
        record.put("newsbag:path", file.path());
        record.put("dcterms:identifier", file.checksums().get(Algorithm.SHA_256).toNamedInformation());
        var mediaType = file.extraction().map(e -> e.mediaType().value());
        record.put("dcterms:type", mediaType.flatMap(DcmiType::of).map(LinkedData::reference));
        record.put("dcterms:format", mediaType);
        record.put("dcterms:extent", file.size() + " bytes");
        record.put(
                "dcterms:language",
                file.extraction()
                        .flatMap(Extraction::language)
                        .filter(Language::isDetermined)
                        .map(Language::tag));
        file.provenance().ifPresent(provenance -> describe(record, provenance));
        record.put("dcterms:rights", LinkedData.reference(rights));
        file.extraction().ifPresent(extraction -> record.put("newsbag:extraction", extraction(file, extraction)));
        file.provenance().ifPresent(provenance -> {
            record.put(
                    "evidence",
                    provenance.evidence().stream().map(this::evidence).toList());
            record.put(
                    "absent",
                    provenance.absent().stream()
                            .map(a -> JsonObject.builder()
                                    .put("field", a.field().id())
                                    .put("reason", a.reason())
                                    .build())
                            .toList());
        });
        return record;
    }

    private static void describe(JsonObject.Builder record, Provenance provenance) {
        record.put("dcterms:title", provenance.first(Field.HEADLINE).map(Evidence::value));
        record.put("dcterms:alternative", provenance.first(Field.KICKER).map(Evidence::value));
        record.putCompact("dcterms:publisher", agents(provenance, Field.OUTLET, "schema:Organization"));
        record.putCompact("dcterms:creator", agents(provenance, Field.BYLINE, "schema:Person"));
        record.putCompact("dcterms:contributor", contributors(provenance));
        record.putCompact("dcterms:source", values(provenance, Field.REPUBLISHED_FROM));
        record.putCompact("dcterms:references", values(provenance, Field.CITED));
        record.put("dcterms:issued", provenance.first(Field.ISSUED).map(Evidence::value));
        record.put("dcterms:modified", provenance.first(Field.MODIFIED).map(Evidence::value));
        record.putCompact("dcterms:spatial", agents(provenance, Field.DATELINE_PLACE, "dcterms:Location"));
        record.put("schema:dateline", provenance.first(Field.DATELINE).map(Evidence::value));
        record.put("newsbag:dateline", dateline(provenance));
        record.put("newsbag:dateStatus", provenance.dateStatus());
    }

    private static Optional<JsonObject> dateline(Provenance provenance) {
        var text = provenance.first(Field.DATELINE).map(Evidence::value);
        var places = values(provenance, Field.DATELINE_PLACE);
        if (text.isEmpty() && places.isEmpty()) return Optional.empty();
        return Optional.of(JsonObject.builder()
                .put("text", text)
                .putCompact("place", places)
                .putCompact("agency", values(provenance, Field.DATELINE_AGENCY))
                .put("date", provenance.first(Field.DATELINE_DATE).map(Evidence::value))
                .build());
    }

    private static List<String> values(Provenance provenance, Field field) {
        return provenance.asserted(field).stream()
                .map(Evidence::value)
                .distinct()
                .toList();
    }

    private static List<JsonObject> agents(Provenance provenance, Field field, String type) {
        return provenance.asserted(field).stream()
                .map(e -> JsonObject.builder()
                        .put("@id", e.authority())
                        .put("@type", type)
                        .put("schema:name", e.value())
                        .build())
                .distinct()
                .toList();
    }

    private static List<JsonObject> contributors(Provenance provenance) {
        return provenance.asserted(Field.AGENCY).stream()
                .map(e -> JsonObject.builder()
                        .put("@id", e.authority())
                        .put("@type", "schema:Organization")
                        .put("schema:name", e.value())
                        .put("schema:roleName", "news agency")
                        .build())
                .distinct()
                .toList();
    }

    private static JsonObject extraction(DescribedFile file, Extraction extraction) {
        var out = JsonObject.builder().put("outcome", extraction.outcome().id());
        if (!extraction.detail().isEmpty()) out.put("detail", extraction.detail());
        out.put("formatFrom", extraction.mediaType().how());
        extraction
                .charset()
                .ifPresent(charset -> out.put("charset", charset.value()).put("charsetFrom", charset.how()));
        extraction
                .language()
                .ifPresent(language -> out.put("languageConfidence", rounded(language.confidence()))
                        .put("languageFrom", language.how()));
        return out.put("text", file.textFile())
                .put("technical", file.technicalFile())
                .build();
    }

    private JsonObject evidence(Evidence evidence) {
        var row = JsonObject.builder()
                .put("field", evidence.field().id())
                .put("value", evidence.value())
                .put("status", evidence.status().id())
                .put("confidence", rounded(evidence.confidence()))
                .put("source", evidence.source())
                .put("exact", evidence.exact());
        evidence.span()
                .ifPresent(span -> row.put("start", span.start())
                        .put("end", span.end())
                        .put("prefix", span.prefix())
                        .put("suffix", span.suffix()));
        return row.put("rule", evidence.rule())
                .put("extractor", software)
                .put("authority", evidence.authority().map(LinkedData::reference))
                .build();
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
