package org.newsbag.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.AwkwardText;
import org.newsbag.finding.Cell;
import org.newsbag.json.Json;
import org.newsbag.provenance.Absence;
import org.newsbag.provenance.Evidence;
import org.newsbag.provenance.Field;
import org.newsbag.provenance.Provenance;
import org.newsbag.provenance.Status;
import org.quicktheories.generators.SourceDSL;

/** A person's corrections: what they change wins and is marked, what they leave alone stays as it was, and what is unclear is refused. */
class CorrectionsTest {
    private static final Provenance MACHINE = new Provenance(
            true,
            Optional.of("weekday-only"),
            List.of(
                    said(Field.HEADLINE, "Storm hits; three boats lost", Status.ASSERTED),
                    said(Field.OUTLET, "=HYPERLINK(\"x\")", Status.ASSERTED),
                    said(Field.BYLINE, "Marta; Ellingham", Status.ASSERTED),
                    said(Field.BYLINE, "-Second", Status.ASSERTED),
                    said(Field.AGENCY, "Lanternwire", Status.CANDIDATE)),
            List.of(
                    new Absence(Field.DATELINE, "no dateline"),
                    new Absence(Field.ISSUED, "the text gives weekdays only")));

    @TempDir
    Path folder;

    @Test
    void a_table_that_nobody_touched_changes_nothing_at_all() throws IOException {
        for (boolean mark : List.of(true, false)) {
            var corrections = csv(table(mark, file("a.txt", MACHINE)));
            assertThat(MACHINE.corrected(corrections.of("a.txt").orElseThrow())).isEqualTo(MACHINE);
        }
    }

    @Test
    void records_that_nobody_touched_change_nothing_at_all() throws IOException {
        var record = new DublinCoreRecord("https://example.org/r", "newsbag 1").standalone(file("a.txt", MACHINE));
        var lines = read("x.jsonl", Json.compact(record) + "\n");
        assertThat(MACHINE.corrected(lines.of("a.txt").orElseThrow())).isEqualTo(MACHINE);
        var document = read("x.json", "{\"@context\":{},\"@graph\":[" + Json.compact(record) + ",{\"@id\":\"./\"}]}");
        assertThat(MACHINE.corrected(document.of("a.txt").orElseThrow())).isEqualTo(MACHINE);
        assertThat(document.unused()).isEmpty();
    }

    @Test
    void any_path_and_any_values_survive_the_table() {
        qt().withExamples(40)
                .forAll(
                        AwkwardText.fileNames().map(name -> "f" + name),
                        AwkwardText.texts(),
                        SourceDSL.lists().of(AwkwardText.texts()).ofSizeBetween(0, 3))
                .checkAssert((path, headline, names) -> {
                    var rows = new ArrayList<Evidence>();
                    if (!headline.isBlank()) rows.add(said(Field.HEADLINE, headline.strip(), Status.ASSERTED));
                    names.stream()
                            .map(String::strip)
                            .filter(n -> !n.isEmpty())
                            .distinct()
                            .forEach(name -> rows.add(said(Field.BYLINE, name, Status.ASSERTED)));
                    var machine = new Provenance(true, Optional.empty(), rows, List.of());
                    try {
                        var corrections = csv(table(false, file(path, machine)));
                        assertThat(machine.corrected(corrections.of(path).orElseThrow()))
                                .isEqualTo(machine);
                        assertThat(corrections.unused()).isEmpty();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Test
    void a_changed_cell_wins_and_what_the_machine_said_stays_as_overruled() throws IOException {
        var after = corrected("path,headline\r\na.txt,Calm at last\r\n");
        assertThat(after.asserted(Field.HEADLINE)).singleElement().satisfies(row -> {
            assertThat(row.value()).isEqualTo("Calm at last");
            assertThat(row.source()).isEqualTo("person");
            assertThat(row.confidence()).isEqualTo(1);
            assertThat(row.rule()).isEqualTo("corrections.csv, row 2");
        });
        assertThat(after.evidence()).contains(said(Field.HEADLINE, "Storm hits; three boats lost", Status.OVERRULED));
        assertThat(after.asserted(Field.BYLINE)).isEqualTo(MACHINE.asserted(Field.BYLINE));
        assertThat(after.absent()).isEqualTo(MACHINE.absent());
    }

    @Test
    void one_of_two_names_may_be_kept_and_another_added() throws IOException {
        var after = corrected("path,byline\na.txt,'-Second; Third\n");
        assertThat(after.asserted(Field.BYLINE))
                .extracting(Evidence::value)
                .containsExactlyInAnyOrder("-Second", "Third");
        assertThat(after.asserted(Field.BYLINE))
                .extracting(Evidence::source)
                .containsExactlyInAnyOrder("text", "person");
        assertThat(after.evidence()).contains(said(Field.BYLINE, "Marta; Ellingham", Status.OVERRULED));
    }

    @Test
    void names_may_be_parted_by_a_semicolon_alone() throws IOException {
        assertThat(corrected("path,byline\na.txt,One;Two ;  Three;;Four\n").asserted(Field.BYLINE))
                .extracting(Evidence::value)
                .containsExactly("One", "Two", "Three;Four");
    }

    @Test
    void an_emptied_cell_says_that_there_is_none() throws IOException {
        var after = corrected("path,headline,kicker,issued\na.txt,,,\n");
        assertThat(after.asserted(Field.HEADLINE)).isEmpty();
        assertThat(after.evidence()).contains(said(Field.HEADLINE, "Storm hits; three boats lost", Status.OVERRULED));
        assertThat(after.absent())
                .containsExactly(
                        new Absence(Field.HEADLINE, "a person says there is none (corrections.csv, row 2)"),
                        new Absence(Field.DATELINE, "no dateline"),
                        new Absence(Field.ISSUED, "the text gives weekdays only"));
        assertThat(after.dateStatus()).contains("weekday-only");
    }

    @Test
    void a_date_that_a_person_gives_settles_the_status_of_the_date() throws IOException {
        assertThat(corrected("path,issued\na.txt,2026-01-02\n").dateStatus()).contains("exact");
        assertThat(corrected("path,issued\na.txt,XXXX-01-02\n").dateStatus()).contains("partial");
        assertThat(corrected("path,issued\na.txt,2026-01-02\n").absent())
                .extracting(Absence::field)
                .containsExactly(Field.DATELINE);
    }

    @Test
    void a_candidate_is_confirmed_by_writing_it_into_its_column() throws IOException {
        var after = corrected("path,agency\na.txt,Lanternwire\n");
        assertThat(after.asserted(Field.AGENCY)).extracting(Evidence::source).containsExactly("person");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path,headline\na.txt,New\n",
                "path;headline\na.txt;New\n",
                "path\theadline\na.txt\tNew\n",
                "\uFEFFpath;headline\r\na.txt;New",
                "Path,HEADLINE\r\n\"a.txt\",\"New\"\r\n",
                "headline,path,mine,\nNew,a.txt,1,\n\n",
                "path,headline,byline\na.txt,New\n",
                "path;headline;\"remarks, mine\"\na.txt;New;\n"
            })
    void tables_are_read_as_spreadsheets_of_all_kinds_save_them(String table) throws IOException {
        assertThat(csv(table).of("a.txt").orElseThrow().values().get(Field.HEADLINE))
                .containsExactly("New");
    }

    @Test
    void quotes_line_breaks_and_separators_stand_within_a_cell() throws IOException {
        var values = csv("path,headline\r\n\"a, \"\"b\"\".txt\",\"One\r\nTwo, \"\"Three\"\"\"\r\n")
                .of("a, \"b\".txt")
                .orElseThrow()
                .values();
        assertThat(values.get(Field.HEADLINE)).containsExactly("One\r\nTwo, \"Three\"");
    }

    @Test
    void no_cell_begins_as_a_formula() {
        qt().withExamples(150).forAll(AwkwardText.texts()).checkAssert(cell -> {
            assertThat(Cell.disarm(cell)).doesNotMatch("(?s)[=+\\-@\\t\\r\\n|].*");
            assertThat(Cell.rearm(Cell.disarm(cell))).isEqualTo(cell);
        });
        for (var cell : List.of(
                "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "|cmd", "'=1", "''=1", "'quoted'", "'", ""))
            assertThat(Cell.rearm(Cell.disarm(cell))).isEqualTo(cell);
        assertThat(Cell.disarm("=1")).isEqualTo("'=1");
        assertThat(Cell.disarm("'quoted'")).isEqualTo("'quoted'");
    }

    @Test
    void no_cell_of_a_whole_table_is_a_formula_not_even_a_path() throws IOException {
        var csv = table(true, file("=cmd|' /C calc'!A0", MACHINE));
        assertThat(csv).startsWith("\uFEFFpath,").contains("\r\n");
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv.substring(1)))) {
            for (var row : parser) for (var cell : row) assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r|].*");
        }
    }

    @Test
    void rows_that_no_file_asked_for_are_remembered() throws IOException {
        var corrections = csv("path,headline\nb.txt,x\na.txt,y\n,z\n");
        assertThat(corrections.of("nobody", "a.txt")).isPresent();
        assertThat(corrections.unused()).containsExactly("b.txt");
    }

    @Test
    void what_is_unclear_in_a_table_is_refused_with_its_place() {
        refused("headline\nx\n", "corrections.csv: expected a header line with a column \"path\", found \"headline\"");
        refused("", "column \"path\"");
        refused("path,headline\na.txt,1\na.txt,2\n", "corrections.csv, row 3: a second row for a.txt");
        refused("path,headline\n\"a.txt,1\n", "not a table in CSV");
        refused("path,headline,Headline\na.txt,1,2\n", "not a table in CSV");
        refused("PK\u0003\u0004\0\0", "column \"path\"");
    }

    @Test
    void another_encoding_is_refused_with_what_to_do() throws IOException {
        for (var charset : List.of("windows-1256", "UTF-16")) {
            var file = folder.resolve("corrections.csv");
            Files.write(
                    file, "path,headline\na.txt,\u0623\u062e\u0628\u0627\u0631\n".getBytes(Charset.forName(charset)));
            assertThatThrownBy(() -> Corrections.read(file))
                    .isInstanceOf(MalformedTable.class)
                    .hasMessageContaining("corrections.csv is not UTF-8")
                    .hasMessageContaining("CSV UTF-8");
        }
    }

    @Test
    void json_says_none_by_null_and_nothing_by_silence() throws IOException {
        var record =
                "{\"@id\":\"data/a%20b.txt\",\"dcterms:title\":null,\"dcterms:creator\":[\"A\",{\"schema:name\":\"B\"}],\"newsbag:dateline\":{\"place\":\"Oslo\"}}";
        for (var text : List.of(record, "[" + record + "]", "{\"@graph\":" + record + "}")) {
            var values = read("x.json", text)
                    .of("a b.txt", "data/a b.txt")
                    .orElseThrow()
                    .values();
            assertThat(values)
                    .isEqualTo(Map.of(
                            Field.HEADLINE,
                            List.of(),
                            Field.BYLINE,
                            List.of("A", "B"),
                            Field.DATELINE_PLACE,
                            List.of("Oslo")));
        }
        assertThat(read("x.json", "{\"newsbag:path\":\"a\",\"newsbag:dateline\":null}")
                        .of("a")
                        .orElseThrow()
                        .values())
                .containsOnlyKeys(Field.DATELINE, Field.DATELINE_PLACE, Field.DATELINE_AGENCY, Field.DATELINE_DATE);
    }

    @Test
    void what_is_unclear_in_json_is_refused_with_its_place() {
        refusedJson("x.json", "{\"dcterms:title\":\"x\"}", "x.json, record 1: a record without \"newsbag:path\"");
        refusedJson("x.json", "[1]", "x.json, record 1: expected a record in braces");
        refusedJson("x.json", "null", "expected a record in braces");
        refusedJson("x.json", "[{\"@id\":\"a\"},{\"@id\":\"a\"}]", "x.json, record 2: a second record for a");
        refusedJson("x.json", "{", "x.json: not JSON");
        refusedJson("x.json", "", "x.json: not JSON");
        refusedJson("x.jsonl", "{\"@id\":\"a\"}\n\n[1]\n", "x.jsonl, line 3: expected a record in braces");
        refusedJson("x.jsonl", "{\"@id\":\"a\"}\n{\n", "x.jsonl, line 2: not JSON");
        refusedJson(
                "x.json",
                "{\"@id\":\"a\",\"dcterms:title\":{\"@value\":\"x\"}}",
                "under \"dcterms:title\" expected a text");
        refusedJson(
                "x.json", "{\"@id\":\"a\",\"dcterms:title\":1e999999999}", "under \"dcterms:title\" expected a text");
    }

    private void refused(String table, String message) {
        assertThatThrownBy(() -> csv(table)).isInstanceOf(MalformedTable.class).hasMessageContaining(message);
    }

    private void refusedJson(String name, String text, String message) {
        assertThatThrownBy(() -> read(name, text))
                .isInstanceOf(MalformedTable.class)
                .hasMessageContaining(message);
    }

    private Provenance corrected(String table) throws IOException {
        return MACHINE.corrected(csv(table).of("a.txt").orElseThrow());
    }

    private Corrections csv(String table) throws IOException {
        return read("corrections.csv", table);
    }

    private Corrections read(String name, String text) throws IOException {
        return Corrections.read(Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String table(boolean mark, DescribedFile... files) throws IOException {
        var out = new StringBuilder();
        try (var table = new DescriptionTable(out, mark)) {
            for (var file : files) table.add(file);
        }
        return out.toString();
    }

    private static DescribedFile file(String path, Provenance provenance) {
        var digester = org.newsbag.fixity.Digester.of(List.of(org.newsbag.fixity.Algorithm.SHA_256));
        return new DescribedFile(
                "data/" + path,
                path,
                0,
                digester.finish(),
                Optional.empty(),
                Optional.of(provenance),
                Optional.empty(),
                Optional.empty());
    }

    private static Evidence said(Field field, String value, Status status) {
        return new Evidence(field, value, status, 0.9, "text", value, Optional.empty(), "rule/1", Optional.empty());
    }
}
