package org.newsbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.SecondOpinion;
import org.newsbag.extract.Outcome;
import org.newsbag.finding.FindingCode;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.provenance.Field;

/** The commands as they are typed: what stands on standard output, what on standard error, and the exit code. */
class CommandLineTest {
    private static final String HEADLINE = "Lisbon reopens its smallest public library inside a tram";

    @TempDir
    Path folder;

    private String source;
    private String output;

    /** How one run ended. */
    @BeforeEach
    void folders() throws IOException {
        source = folder.resolve("source").toString();
        output = folder.resolve("output").toString();
        Making.file(folder, "source/a.txt", article());
    }

    @Test
    void a_folder_that_is_no_bag_is_told_so_with_what_to_do() throws IOException {
        assertThat(newsbag("validate", source).out())
                .contains("this is no bag", "newsbag validate --recursive", "newsbag create");
        newsbag("create", source, "-o", output, "-n", "bag", "--no-extract");
        Files.delete(Path.of(output, "bag/bagit.txt"));
        assertThat(newsbag("validate", output + "/bag").out()).doesNotContain("no bag");
    }

    @Test
    void create_says_what_was_packaged_and_where_it_lies() throws Exception {
        var run = newsbag("create", source, "-o", output, "-n", "bag");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Payload", "1 file", "read from 1 of 1", "SHA-256, SHA-512", "urn:uuid:")
                .endsWith("  " + output + "/bag\n");
        SecondOpinion.judge(Path.of(output, "bag"));
    }

    @Test
    void explain_prints_marked_text_and_html_writes_a_page() throws IOException {
        var page = folder.resolve("why.html");
        var run = newsbag("describe", source, "--explain", "--html", page.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("\u27E6" + HEADLINE + "\u27E7", "headline", "asserted");
        assertThat(Files.readString(page)).contains(HEADLINE, "</html>");
        assertThat(newsbag(
                                "describe",
                                source,
                                "--html",
                                folder.resolve("2.html").toString())
                        .out())
                .isEmpty();
        var before = Files.readString(Path.of(source, "a.txt"));
        refused(2, "is there already", "describe", source, "--html", source + "/a.txt");
        assertThat(Path.of(source, "a.txt")).hasContent(before);
        refused(2, "there is no folder", "describe", source, "--html", folder + "/none/why.html");
        refused(2, "--explain and --html", "describe", source, "--explain", "--json");
    }

    @Test
    void export_prints_a_table_or_writes_it_outside_the_bag_under_a_free_name() throws Exception {
        newsbag("create", source, "-o", output, "-n", "bag");
        var bag = output + "/bag";
        var run = newsbag("export", bag, "--to", "csv");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("path,dcterms:identifier,").contains(HEADLINE);
        var tables = folder.resolve("tables").toString();
        assertThat(newsbag("export", bag, "--to", "dspace", "-o", tables).out()).startsWith("1 record written to");
        refused(2, "is there already", "export", bag, "--to", "dspace", "-o", tables);
        refused(2, "lies in the bag", "export", bag, "--to", "csv", "-o", bag + "/data/new");
        refused(2, "--to expected one of archivematica", "export", bag, "--to", "word");
        SecondOpinion.judge(Path.of(bag));
    }

    @Test
    void quiet_prints_nothing_where_all_went_well() throws IOException {
        Making.file(folder, "source/100%.txt");
        assertThat(newsbag("create", source, "-o", output, "--no-extract", "--quiet"))
                .isEqualTo(new CommandRun(0, "", ""));
        Files.createSymbolicLink(folder.resolve("source/bad"), Path.of("/nowhere"));
        var run = newsbag("create", source, "-o", output, "--no-extract", "--quiet", "--omit");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("ERROR source-link-refused");
    }

    @Test
    void what_is_typed_wrong_exits_2_and_says_what_was_expected() throws IOException {
        Making.file(folder, "list.csv", "path\n");
        usage("Unknown option: '--frobnicate'", "create", source, "--frobnicate");
        usage("Missing required parameter: 'SOURCE'", "create");
        usage("there is no file or folder " + source + "-not", "create", source + "-not");
        usage("--jobs expected 1 or more, found 0.", "create", source, "--jobs", "0");
        usage("--jobs", "create", source, "--jobs", "many");
        usage("--algorithm expected one of md5, sha1", "create", source, "--algorithm", "sha256,crc32");
        usage("--serialize expected none, tar, tar.gz or zip, found \"rar\".", "create", source, "--serialize", "rar");
        usage("--serialize expected none, tar, tar.gz or zip, found \"tar.xz\".", "create", source, "-s", "tar.xz");
        usage("has no colon", "create", source, "--info", "Title");
        usage(
                "Payload-Oxum is calculated",
                "create",
                source,
                "--info",
                "payload-OXUM: 0.0".replace("payload-OXUM", "Payload-Oxum"));
        usage("holds a line break", "create", source, "--info", "Title: a\nPayload-Oxum: 0.0");
        usage("--info-file: there is no readable file", "create", source, "--info-file", source + "/no");
        usage("--info-file: there is no readable file", "create", source, "--info-file", source);
        usage("--describe: there is no readable file", "create", source, "--describe", source + "/no.csv");
        usage("--describe: there is no readable file", "describe", source, "--describe", source);
        usage("--outlets: there is no readable file", "create", source, "--outlets", source + "/no.json");
        usage("--parse-seconds expected 1 or more", "create", source, "--parse-seconds", "0");
        usage("--parse-memory expected 64 MiB or more", "create", source, "--parse-memory", "1");
        usage("--format", "describe", source, "--format", "xml");
        usage("--json prints one JSON document", "describe", source, "--format", "csv", "--json");
        usage("Unmatched argument", "frobnicate");
        assertThat(Path.of(output)).doesNotExist();
    }

    @Test
    void files_of_options_that_hold_nonsense_exit_2_and_name_the_place() throws IOException {
        usage("info.txt: line 2", "create", source, "--info-file", file("info.txt", "A: b\nnonsense\n"));
        usage(
                "no.csv: expected a header line with a column \"path\"",
                "create",
                source,
                "--describe",
                file("no.csv", "a,b\n"));
        usage(
                "twice.csv, row 3: a second row for a.txt",
                "create",
                source,
                "--describe",
                file("twice.csv", "path\na.txt\na.txt\n"));
        usage("x.jsonl, line 1", "create", source, "--describe", file("x.jsonl", "[]"));
        var legacy = folder.resolve("legacy.csv");
        Files.write(legacy, "path,headline\na.txt,\u0623\n".getBytes(Charset.forName("windows-1256")));
        usage("legacy.csv is not UTF-8", "create", source, "--describe", legacy.toString());
        usage("outlets", "create", source, "--outlets", file("outlets.json", "{\"nonsense\": 1}"));
    }

    @Test
    void source_date_epoch_is_the_clock_and_must_be_seconds() throws IOException {
        assertThat(at("1772625600", "create", source, "-o", output, "--no-extract")
                        .out())
                .contains("source-2026-03-04");
        assertThat(Path.of(output, "source-2026-03-04/bag-info.txt")).content().contains("Bagging-Date: 2026-03-04");
        for (var wrong : List.of("yesterday", "-1", "1e9", "99999999999999", "99999999999999999999", " 1"))
            assertThat(at(wrong, "create", source, "-o", output)).satisfies(run -> {
                assertThat(run.exit()).isEqualTo(2);
                assertThat(run.err())
                        .contains("SOURCE_DATE_EPOCH expected seconds since 1970", "found \"" + wrong + "\"");
            });
        assertThat(at("253402300799", "create", source, "-o", output, "--no-extract", "-s", "zip")
                        .exit())
                .isZero();
    }

    @Test
    void refusals_have_their_exit_codes_and_leave_nothing() throws IOException {
        assertThat(newsbag("create", source, "-o", output, "-n", "bag", "--no-extract")
                        .exit())
                .isZero();
        refused(2, "exists already", "create", source, "-o", output, "-n", "bag");
        refused(2, "lies inside the source", "create", source, "-o", source + "/out");
        refused(2, "cannot be the name of a bag", "create", source, "-o", output, "-n", "a/b");
        refused(2, "source-name-collision", "create", source, folder + "/./source", "-o", output);
        Files.createSymbolicLink(folder.resolve("source/bad"), Path.of("/nowhere"));
        refused(3, "source-link-refused", "create", source, "-o", output, "-n", "new");
        refused(3, "is in the way", "create", file("single.txt", "x"), "-o", file("taken", "a file"));
        assertThat(Making.names(Path.of(output))).allMatch(name -> name.startsWith("bag/"));
    }

    @Test
    void several_sources_stand_side_by_side() throws Exception {
        Making.file(folder, "other/b.txt");
        assertThat(newsbag("create", source, folder + "/other", "-o", output, "-n", "bag", "--no-extract")
                        .exit())
                .isZero();
        assertThat(Making.names(Path.of(output, "bag/data"))).containsExactly("other/b.txt", "source/a.txt");
    }

    @Test
    void json_is_one_document_of_the_schema_whatever_comes_of_it() throws IOException {
        Making.file(folder, "source/100%.txt", "");
        Making.file(folder, "source/x.bin", "\0\1\2\3\4");
        assertThat(json(0, "create", source, "-o", output, "-n", "bag").string("status"))
                .contains("created");
        assertThat(json(0, "create", source, "-o", output, "-n", "z", "-s", "tar.gz", "-a", "md5", "--no-extract")
                        .object("bag")
                        .orElseThrow()
                        .strings("algorithms"))
                .containsExactly("md5");
        assertThat(json(2, "create", source, "-o", output, "-n", "bag").string("status"))
                .contains("refused");
        Files.createSymbolicLink(folder.resolve("source/bad"), Path.of("/nowhere"));
        assertThat(json(3, "create", source, "-o", output, "-n", "new").string("status"))
                .contains("refused");
        assertThat(json(1, "create", source, "-o", output, "-n", "new", "--omit", "--no-extract")
                        .string("status"))
                .contains("created");
        assertThat(json(3, "create", file("single.txt", "x"), "-o", file("taken", "a file"))
                        .string("status"))
                .contains("failed");
    }

    @Test
    void the_schema_refuses_what_is_not_documented() throws IOException {
        var schema = schema("create");
        var document = newsbag("create", source, "-o", output, "--no-extract", "--json")
                .out();
        assertThat(schema.validate(document, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(document.replace("\"exit\"", "\"exits\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(document.replace("\"created\"", "\"done\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void the_schemas_know_every_code_outcome_and_field() throws IOException {
        var create = Files.readString(Path.of("docs/schema/create.schema.json"));
        var record = Files.readString(Path.of("docs/schema/record.schema.json"));
        var code = ((JsonObject) Json.parse(create))
                .object("$defs")
                .orElseThrow()
                .object("finding")
                .orElseThrow()
                .object("properties")
                .orElseThrow()
                .object("code")
                .orElseThrow()
                .string("pattern")
                .orElseThrow();
        assertThat(FindingCode.values()).allMatch(known -> known.id().matches(code));
        for (var field : Field.values())
            assertThat(List.of(create, record)).allMatch(s -> s.contains('"' + field.id() + '"'));
        for (var outcome : Outcome.values())
            assertThat(List.of(create, record)).allMatch(s -> s.contains('"' + outcome.id() + '"'));
    }

    @Test
    void describe_prints_records_of_the_schema_one_a_line() throws IOException {
        var run = newsbag("describe", "seeds", "--format", "jsonl", "--quiet");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        var schema = schema("record");
        var lines = run.out().lines().toList();
        assertThat(lines).hasSize(Making.names(Path.of("seeds")).size());
        for (var line : lines)
            assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
        assertThat(schema.validate(lines.get(0).replace("\"evidence\"", "\"proof\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void a_table_of_describe_goes_back_into_create_unchanged_and_changed() throws Exception {
        var table = newsbag("describe", source, "--format", "csv", "--bom").out();
        assertThat(table).startsWith("\uFEFFpath,headline,").contains(HEADLINE);
        var plain = record(newsbag("create", source, "-o", output, "-n", "plain"), "plain");
        assertThat(record(newsbag("create", source, "-o", output, "-n", "same", "-d", file("t.csv", table)), "same"))
                .isEqualTo(plain);
        var edited = file("e.csv", table.replace(HEADLINE, "A library on rails") + "gone.txt,x\r\n");
        var run = newsbag("create", source, "-o", output, "-n", "edited", "-d", edited);
        assertThat(run.out()).contains("WARNING correction-unmatched", "gone.txt: ");
        var record = record(run, "edited");
        assertThat(record.string("dcterms:title")).contains("A library on rails");
        assertThat(record.objects("evidence"))
                .anyMatch(row -> row.string("status").equals(Optional.of("overruled"))
                        && row.string("value").equals(Optional.of(HEADLINE)));
        assertThat(record.objects("evidence"))
                .anyMatch(row -> row.string("source").equals(Optional.of("person"))
                        && row.string("rule").equals(Optional.of("e.csv, row 2")));
    }

    @Test
    void no_name_and_no_headline_reaches_the_terminal_raw() throws IOException {
        var evil = "\u001B[2J\u0007\u009B\u202Efdp.txt";
        Making.file(folder, "source/" + evil, article().replace("smallest", "\u001B]0;small\u0007est"));
        Making.file(folder, "source/x\u001B.bin", "\0\1");
        for (var run : List.of(
                newsbag("create", source, "-o", output),
                newsbag("create", source + "/" + evil + "-no"),
                newsbag("create", source, "-o", output, "-n", evil + "/x"),
                newsbag("create", source, "--" + evil)))
            assertThat(run.out() + run.err())
                    .doesNotContain("\u001B", "\u0007", "\u009B", "\u202E")
                    .contains("\\u001B");
    }

    @Test
    void help_names_every_option_and_exits_0() {
        for (var command : List.of("create", "describe")) {
            var run = newsbag(command, "--help");
            assertThat(run.exit()).isZero();
            assertThat(run.err()).isEmpty();
            var spec = Newsbag.commandLine().getSubcommands().get(command).getCommandSpec();
            assertThat(spec.options()).hasSizeGreaterThan(10).allSatisfy(option -> {
                assertThat(run.out()).contains(option.names());
                assertThat(option.description()).isNotEmpty();
            });
            assertThat(run.out()).contains("SOURCE", "Examples:", "newsbag " + command);
        }
        assertThat(newsbag("--help").out()).contains("create", "describe", "Exit codes:");
        assertThat(newsbag("--version").out()).matches("newsbag \\d+\\.\\d+\\.\\d+\\n");
        assertThat(newsbag().exit()).isZero();
    }

    @Test
    void a_command_is_built_alone_only_where_the_arguments_begin_with_it() {
        assertThat(built("create", "--json")).containsExactly("create");
        assertThat(built("--version")).isEmpty();
        for (var all :
                List.of(built(), built("help", "create"), built("--help"), built("creat"), built("--json", "create")))
            assertThat(all).contains("create", "describe", "help");
    }

    @Test
    void help_of_a_command_is_the_same_by_either_way() {
        assertThat(newsbag("help", "create").out())
                .isEqualTo(newsbag("create", "--help").out());
    }

    private static List<String> built(String... arguments) {
        return List.copyOf(Newsbag.commandLine(Terminal.ofProcess(), arguments)
                .getSubcommands()
                .keySet());
    }

    private static String article() throws IOException {
        return Files.readString(Path.of("seeds/world/english.txt"));
    }

    private void usage(String message, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        if (arguments[0].equals("create")) all.addAll(List.of("-o", output));
        refused(2, message, all.toArray(String[]::new));
    }

    private void refused(int exit, String message, String... arguments) {
        var run = newsbag(arguments);
        assertThat(run.err()).contains(message).contains("newsbag: ");
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
    }

    private JsonObject json(int exit, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        var run = newsbag(all.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).as(run.out()).isEqualTo(exit);
        assertThat(schema("create").validate(run.out(), InputFormat.JSON))
                .as(run.out())
                .isEmpty();
        var document = (JsonObject) Json.parse(run.out());
        assertThat(document.get("exit").orElseThrow()).hasToString(String.valueOf(exit));
        return document;
    }

    private JsonObject record(CommandRun run, String name) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        try (var in = Files.newInputStream(Path.of(output, name, "metadata/dublin-core.json"))) {
            return Json.readObject(in).objects("@graph").get(0);
        }
    }

    private String file(String name, String content) throws IOException {
        return Making.file(folder, name, content).toString();
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schema/" + name + ".schema.json")), InputFormat.JSON);
    }

    private static CommandRun newsbag(String... arguments) {
        return CommandRun.of(Map.of(), arguments);
    }

    private static CommandRun at(String epoch, String... arguments) {
        return CommandRun.of(Map.of("SOURCE_DATE_EPOCH", epoch), arguments);
    }
}
