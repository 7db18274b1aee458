package org.newsbag;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bag of the samples, made once from end to end: its records are right, their quotations stand where they say, and they are JSON-LD. */
class SeedsReadingTest {
    private static final Map<String, String> PREFIXES = Map.of(
            "newsbag",
            "https://newsbag.org/ns#",
            "dcterms",
            "http://purl.org/dc/terms/",
            "dcmitype",
            "http://purl.org/dc/dcmitype/",
            "schema",
            "https://schema.org/");

    @TempDir
    static Path folder;

    private static Path bag;
    private static JsonObject document;

    @BeforeAll
    static void make() throws Exception {
        bag = Making.into(folder, Path.of("seeds")).extracting().bag();
        try (var in = Json.createReader(Files.newInputStream(bag.resolve("metadata/dublin-core.json")))) {
            document = in.readObject();
        }
    }

    @Test
    void every_record_says_what_the_document_says() throws IOException {
        var wrong = new TreeMap<String, List<String>>();
        for (var expected : expected()) {
            var record = record("data/" + expected.getString("file"));
            var differences = differences(expected, record);
            if (!differences.isEmpty()) wrong.put(expected.getString("file"), differences);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_quotation_stands_in_the_stored_text_where_it_says() throws IOException {
        int spans = 0;
        for (var record : records())
            for (var value :
                    record.getOrDefault("evidence", JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
                var row = value.asJsonObject();
                if (!row.containsKey("start")) continue;
                spans++;
                var points = Files.readString(bag.resolve(
                                record.getJsonObject("newsbag:extraction").getString("text")))
                        .codePoints()
                        .toArray();
                int start = row.getInt("start");
                int end = row.getInt("end");
                assertThat(new String(points, start, end - start)).isEqualTo(row.getString("exact"));
                assertThat(new String(points, 0, start)).endsWith(row.getString("prefix"));
                assertThat(new String(points, end, points.length - end)).startsWith(row.getString("suffix"));
            }
        assertThat(spans).isGreaterThan(40);
    }

    @Test
    void every_field_is_asserted_or_absent_with_a_reason_and_never_both() {
        for (var record : records()) {
            if (!record.containsKey("evidence")) continue;
            var asserted = new TreeSet<String>();
            for (var row : record.getJsonArray("evidence"))
                if (row.asJsonObject().getString("status").equals("asserted"))
                    asserted.add(row.asJsonObject().getString("field"));
            for (var row : record.getJsonArray("absent")) {
                assertThat(asserted).doesNotContain(row.asJsonObject().getString("field"));
                assertThat(row.asJsonObject().getString("reason")).isNotBlank();
                asserted.add(row.asJsonObject().getString("field"));
            }
            assertThat(asserted)
                    .as(record.getString("@id"))
                    .contains("headline", "outlet", "dateline", "byline", "issued");
        }
    }

    @Test
    void there_is_a_record_for_each_file_and_one_for_the_bag() throws IOException {
        var ids = records().stream().map(r -> r.getString("@id")).toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(Making.names(bag.resolve("data")).size() + 1)
                .last()
                .isEqualTo("./");
        for (var record : records())
            if (record.containsKey("newsbag:extraction")) {
                var extraction = record.getJsonObject("newsbag:extraction");
                assertThat(bag.resolve(extraction.getString("technical"))).isRegularFile();
                if (extraction.containsKey("text"))
                    assertThat(bag.resolve(extraction.getString("text"))).isRegularFile();
            }
    }

    @Test
    void the_document_expands_without_a_dropped_key_and_with_absolute_iris_only() throws Exception {
        var expanded = JsonLd.expand(JsonDocument.of(document))
                .base("https://example.org/bag/")
                .get();
        assertThat(expanded).hasSize(records().size());
        var expected = new TreeMap<String, Integer>();
        countKeys(document.getJsonArray("@graph"), expected);
        var found = new TreeMap<String, Integer>();
        countIris(expanded, found);
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(30);
    }

    @Test
    void the_bag_is_valid_for_judges_who_share_no_code_with_us() throws Exception {
        SecondOpinion.judge(bag);
        SecondOpinion.congress(bag);
    }

    private static List<String> differences(JsonObject expected, JsonObject record) {
        var dateline = record.getOrDefault("newsbag:dateline", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject();
        var found = new LinkedHashMap<String, List<String>>();
        found.put("headline", texts(record, "dcterms:title"));
        found.put("outlet", texts(record, "dcterms:publisher"));
        found.put("dateline_text", texts(dateline, "text"));
        found.put("dateline_place", texts(dateline, "place"));
        found.put("dateline_agency", texts(dateline, "agency"));
        found.put("byline", texts(record, "dcterms:creator"));
        found.put(
                "issued",
                texts(record, "dcterms:issued").stream()
                        .map(d -> d.substring(0, Math.min(10, d.length())))
                        .toList());
        found.put(
                "language",
                texts(record, "dcterms:language").stream()
                        .map(l -> l.equals("zh-CN") ? "zh" : l)
                        .toList());
        var differences = new ArrayList<String>();
        found.forEach((field, values) -> {
            if (!values.equals(texts(expected, field)))
                differences.add(field + ": expected " + texts(expected, field) + ", found " + values);
        });
        return differences;
    }

    private static List<String> texts(JsonObject object, String key) {
        if (!object.containsKey(key) || object.isNull(key)) return List.of();
        var value = object.get(key);
        var values = new ArrayList<String>();
        for (var item : value instanceof JsonArray array ? array : List.of(value))
            values.add(
                    item instanceof JsonObject agent
                            ? agent.getString("schema:name")
                            : ((JsonString) item).getString());
        return values;
    }

    private static void countKeys(JsonValue value, Map<String, Integer> counts) {
        if (value instanceof JsonArray items) items.forEach(item -> countKeys(item, counts));
        if (value instanceof JsonObject object)
            object.forEach((key, member) -> {
                if (!key.startsWith("@")) counts.merge(iri(key), 1, Integer::sum);
                countKeys(member, counts);
            });
    }

    private static void countIris(JsonValue value, Map<String, Integer> counts) {
        if (value instanceof JsonArray items) items.forEach(item -> countIris(item, counts));
        if (value instanceof JsonObject object)
            object.forEach((key, member) -> {
                if (key.equals("@id"))
                    assertThat(URI.create(((JsonString) member).getString()).isAbsolute())
                            .as(member.toString())
                            .isTrue();
                if (key.equals("@type"))
                    for (var type : member.asJsonArray())
                        assertThat(((JsonString) type).getString()).matches("https?://.+");
                if (!key.startsWith("@")) counts.merge(key, 1, Integer::sum);
                countIris(member, counts);
            });
    }

    private static String iri(String key) {
        int colon = key.indexOf(':');
        return colon < 0
                ? PREFIXES.get("newsbag") + key
                : PREFIXES.get(key.substring(0, colon)) + key.substring(colon + 1);
    }

    private static List<JsonObject> records() {
        return document.getJsonArray("@graph").getValuesAs(JsonObject.class);
    }

    private static JsonObject record(String id) {
        return records().stream()
                .filter(r -> r.getString("@id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> expected() throws IOException {
        try (var in = Json.createReader(SeedsReadingTest.class.getResourceAsStream("seeds-expected.json"))) {
            return in.readArray().getValuesAs(JsonObject.class);
        }
    }
}
