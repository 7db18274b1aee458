package org.newsbag.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.description.FlatForm;
import org.newsbag.finding.Findings;
import org.newsbag.store.Serialization;

/** Tables made of a bag's records. */
class ExportRecordsTest {
    private static final String BODY =
            "The invented town council opened a park beside the river with a playground, a small library and an open stage, saying"
                    + " the trees had taken two years to grow and that entry would stay free all year round.\n";

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    @BeforeEach
    void articles() throws IOException {
        Making.file(
                folder,
                "source/a.txt",
                "Town opens a new park beside the river\n\nBy Jane Doe and John Roe\n\nPARIS, June 5, 2019 (AFP) - "
                        + BODY);
        Making.file(folder, "source/b.txt", "A | park, or = 1 for all\n\nBy Jane Doe\n\n" + BODY);
        Making.file(folder, "source/c.bin", "no text");
    }

    private Path bag() throws Exception {
        return Making.into(folder.resolve("out"), folder.resolve("source"))
                .extracting()
                .bag();
    }

    private String text(Path bag, FlatForm form) throws IOException {
        var out = new ByteArrayOutputStream();
        ExportRecords.export(bag, form, out, findings);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Of each row, the cells under a name. */
    private List<List<String>> cells(Path bag, FlatForm form, String name) throws IOException {
        var all = new ArrayList<List<String>>();
        try (var parser = CSVParser.parse(text(bag, form), CSVFormat.RFC4180)) {
            List<String> header = List.of();
            for (var row : parser) {
                if (header.isEmpty()) {
                    header = List.of(row.values());
                    continue;
                }
                var cells = new ArrayList<String>();
                for (int i = 0; i < header.size(); i++) if (header.get(i).equals(name)) cells.add(row.get(i));
                all.add(cells);
            }
        }
        return all;
    }

    @Test
    void each_form_has_a_row_for_each_file_under_the_names_that_its_system_knows() throws Exception {
        var bag = bag();
        var titles = Map.of(
                FlatForm.ARCHIVEMATICA, "dc.title",
                FlatForm.DSPACE, "dc.title",
                FlatForm.OMEKA_S, "dcterms:title",
                FlatForm.ISLANDORA, "title",
                FlatForm.CSV, "dcterms:title");
        for (var form : FlatForm.values())
            assertThat(cells(bag, form, titles.get(form)))
                    .as(form.id())
                    .hasSize(3)
                    .first()
                    .isEqualTo(List.of("Town opens a new park beside the river"));
    }

    @Test
    void several_values_have_columns_of_their_own_or_the_separator_of_the_system() throws Exception {
        var bag = bag();
        assertThat(cells(bag, FlatForm.ARCHIVEMATICA, "dc.creator"))
                .containsExactly(List.of("Jane Doe", "John Roe"), List.of("Jane Doe", ""), List.of("", ""));
        assertThat(cells(bag, FlatForm.DSPACE, "dc.contributor.author").get(0)).containsExactly("Jane Doe||John Roe");
        assertThat(cells(bag, FlatForm.OMEKA_S, "dcterms:creator").get(0)).containsExactly("Jane Doe|John Roe");
        assertThat(cells(bag, FlatForm.CSV, "dcterms:creator").get(0)).containsExactly("Jane Doe; John Roe");
        assertThat(cells(bag, FlatForm.ISLANDORA, "field_linked_agent").get(0).get(0))
                .startsWith("relators:aut:person:Jane Doe|relators:aut:person:John Roe");
    }

    @Test
    void a_value_that_holds_the_separator_is_told() throws Exception {
        var bag = bag();
        assertThat(cells(bag, FlatForm.OMEKA_S, "dcterms:title").get(1)).containsExactly("A / park, or = 1 for all");
        assertThat(findings.list())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("b.txt"));
        assertThat(cells(bag, FlatForm.DSPACE, "dc.title").get(1)).containsExactly("A | park, or = 1 for all");
    }

    @Test
    void what_a_system_must_have_is_there_and_nothing_is_invented() throws Exception {
        var bag = bag();
        assertThat(cells(bag, FlatForm.ISLANDORA, "title").get(2)).containsExactly("c.bin");
        assertThat(cells(bag, FlatForm.ISLANDORA, "field_full_title").get(2)).containsExactly("");
        assertThat(cells(bag, FlatForm.ARCHIVEMATICA, "filename").get(0)).containsExactly("objects/a.txt");
        assertThat(cells(bag, FlatForm.DSPACE, "dc.date.issued"))
                .containsExactly(List.of("2019-06-05"), List.of(""), List.of(""));
    }

    @Test
    void a_path_stands_as_it_is_even_where_it_holds_the_separator() throws Exception {
        Making.file(folder, "source/d|e.txt", "no headline");
        assertThat(cells(bag(), FlatForm.ISLANDORA, "file")).contains(List.of("d|e.txt"));
    }

    @Test
    void a_serialized_bag_gives_the_same_table() throws Exception {
        var plain = text(bag(), FlatForm.CSV);
        var archive = Making.into(folder.resolve("tar"), folder.resolve("source"))
                .extracting()
                .as(Serialization.TAR_GZ)
                .bag();
        assertThat(text(archive, FlatForm.CSV)).isEqualTo(plain).contains("\r\n");
    }

    @Test
    void a_bag_without_records_or_with_something_else_in_their_place_is_an_error() throws Exception {
        var bag = bag();
        Files.writeString(bag.resolve(ExportRecords.RECORDS), "{\"@graph\": [{\"newsbag:path\":");
        text(bag, FlatForm.CSV);
        assertThat(findings.hasErrors()).isTrue();
        for (var altered : List.of("{\"@graph\": []} more", "{\"@graph\": " + "[".repeat(100_000), "[]", "{}")) {
            var told = new Findings();
            Files.writeString(bag.resolve(ExportRecords.RECORDS), altered);
            ExportRecords.export(bag, FlatForm.CSV, new ByteArrayOutputStream(), told);
            assertThat(told.hasErrors()).as(altered.substring(0, 2)).isTrue();
        }
        var fewer = new Findings();
        Files.writeString(
                bag.resolve(ExportRecords.RECORDS),
                "{\"@graph\": [{\"newsbag:path\": \"a.txt\", \"dcterms:title\": null}]}");
        assertThat(ExportRecords.export(bag, FlatForm.CSV, new ByteArrayOutputStream(), fewer))
                .isEqualTo(1);
        assertThat(fewer.list())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("3 files", "found 1"));
        var none = new Findings();
        Files.delete(bag.resolve(ExportRecords.RECORDS));
        assertThat(ExportRecords.export(bag, FlatForm.CSV, new ByteArrayOutputStream(), none))
                .isZero();
        assertThat(none.hasErrors()).isTrue();
    }
}
