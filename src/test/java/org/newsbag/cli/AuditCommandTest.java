package org.newsbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.validation.BagMaking;

/** newsbag audit as a person and as a program meets it. */
class AuditCommandTest {
    @TempDir
    Path temporary;

    private Path folder;
    private BagMaking bag;

    @BeforeEach
    void begin() throws IOException {
        folder = temporary.toRealPath();
        bag = BagMaking.simple(folder.resolve("bags/bag")).tagManifest("sha256");
    }

    @Test
    void a_ledger_that_was_emptied_is_not_filled_anew() throws IOException, SQLException {
        var emptied = Files.createFile(folder.resolve("emptied.sqlite"));
        var added = newsbag("add", folder + "/bags", "--ledger", emptied.toString());
        assertThat(added.exit()).isEqualTo(3);
        assertThat(added.err()).contains("the file is there and holds no ledger");
        var other = folder.resolve("other.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE accounts (id INTEGER)");
        }
        assertThat(newsbag("add", folder + "/bags", "--ledger", other.toString())
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void nothing_but_the_ledger_is_left_where_it_was_made() throws IOException {
        var place = folder.resolve("new/folder/of ledgers/l.sqlite");
        assertThat(newsbag("add", folder + "/bags", "--ledger", place.toString())
                        .exit())
                .isZero();
        try (var files = Files.list(place.getParent())) {
            assertThat(files).containsExactly(place);
        }
    }

    @Test
    void a_session_reads_as_the_documents_say() throws IOException {
        assertThat(newsbag("add", folder + "/bags"))
                .isEqualTo(new CommandRun(
                        0,
                        "registered  1  " + bag.path()
                                + "  5 files, 383 B, sha256\n\n1 registered, 0 known before, 0 refused.\n",
                        ""));
        assertThat(newsbag("add", folder + "/bags").out()).startsWith("known       1  " + bag.path());
        var sound = newsbag("run");
        assertThat(sound.exit()).isZero();
        assertThat(sound.out().lines().toList().get(1))
                .matches(
                        "1 bag, 5 files, 383 bytes; oldest verified 0 .* ago \\(limit 90 days\\); 0 overdue; 0 failing");
        bag.put("data/a.txt", "ALPHA");
        var failing = newsbag("run");
        assertThat(failing.exit()).isEqualTo(1);
        assertThat(failing.out())
                .startsWith("FAILING  " + bag.path() + "  (bag 1): altered\n  altered  data/a.txt  expected sha256:"
                        + BagMaking.hex("sha256", "alpha") + ", found sha256:" + BagMaking.hex("sha256", "ALPHA")
                        + " (same size, other bytes)\n")
                .endsWith("0 overdue; 1 failing\n");
        var status = newsbag("status");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.out()).contains("(bag 1): now altered, failing since 20", ", in 1 check\n");
        assertThat(newsbag("history", "bag").out())
                .contains(
                        "registered: 5 files, valid",
                        "checked: intact, 5 files intact",
                        "checked: altered, 4 files intact, 1 altered",
                        "Failing now: altered");
        assertThat(newsbag("history", "1", "data/a.txt").out())
                .contains("expected from event 2 on", "\n20")
                .contains("altered  data/a.txt");
        assertThat(newsbag("accept", "bag", "--by", "A. Keeper", "--reason", "x")
                        .out())
                .contains("REFUSED", "payload-file-altered");
        bag.manifest("sha256").tagManifest("sha256");
        assertThat(newsbag("accept", "bag", "--by", "A. Keeper", "--reason", "the right text")
                        .exit())
                .isZero();
        assertThat(newsbag("status").exit()).isZero();
        assertThat(newsbag("verify").exit()).isZero();
    }

    @Test
    void quiet_runs_say_nothing_where_all_is_well() {
        newsbag("add", folder + "/bags");
        assertThat(newsbag("run", "--quiet")).isEqualTo(new CommandRun(0, "", ""));
        assertThat(newsbag("status", "--quiet")).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void every_document_holds_to_the_schema() throws IOException {
        assertThat(json(0, "add", folder + "/bags").get("registered").orElseThrow())
                .hasToString("1");
        assertThat(json(0, "run").get("kept")).contains(true);
        var copy = BagMaking.simple(folder.resolve("copy")).tagManifest("sha256");
        json(0, "add", "--copy-of", "bag", copy.path().toString());
        json(
                1,
                "add",
                "--copy-of",
                "bag",
                BagMaking.simple(folder.resolve("other")).path().toString());
        json(0, "compare", "bag");
        json(0, "repair", "bag", "--from", copy.path().toString());
        bag.put("data/a.txt", "ALPHA");
        json(1, "run");
        json(1, "status");
        json(1, "history", "bag");
        json(1, "history", "bag", "data/a.txt");
        json(1, "compare", "bag");
        json(1, "accept", "bag", "--by", "x", "--reason", "y");
        json(0, "repair", "bag", "--from", copy.path().toString(), "--dry-run");
        assertThat(json(0, "repair", "bag", "--from", copy.path().toString()).string("result"))
                .contains("repaired");
        json(0, "accept", "bag", "--by", "x", "--reason", "y");
        json(1, "move", "bag", folder.resolve("other").toString());
        json(0, "report");
        json(0, "verify");
        json(0, "checkpoint");
        json(0, "prove", "bag", "data/a.txt", "--output", folder + "/proof.json");
        json(0, "check-proof", folder + "/proof.json");
        json(0, "export", "--output", folder + "/events.jsonl");
        json(2, "history", "nowhere");
    }

    @Test
    void the_page_and_the_table_are_written_under_new_names_only() throws IOException {
        newsbag("add", folder + "/bags");
        var page = folder.resolve("audit.html");
        assertThat(newsbag("report", "--html", page.toString(), "--csv", folder + "/bags.csv")
                        .exit())
                .isZero();
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains(bag.path().getFileName().toString());
        assertThat(Files.readAllLines(folder.resolve("bags.csv"))).hasSize(2);
        assertThat(newsbag("report", "--html", page.toString()).err()).contains("is there already");
        assertThat(newsbag("report", "--html", folder + "/ar.html", "--language", "ar")
                        .exit())
                .isZero();
        assertThat(Files.readString(folder.resolve("ar.html"))).contains("dir=\"rtl\"");
    }

    @Test
    void the_heartbeat_is_touched_after_a_run_that_kept_its_promise_and_after_no_other() throws IOException {
        newsbag("add", folder + "/bags");
        var heartbeat = folder.resolve("kept");
        newsbag("run", "--heartbeat", heartbeat.toString());
        assertThat(heartbeat).exists();
        Files.setLastModifiedTime(heartbeat, FileTime.from(Instant.EPOCH));
        bag.put("data/a.txt", "ALPHA");
        assertThat(newsbag("run", "--heartbeat", heartbeat.toString()).exit()).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(heartbeat).toInstant()).isEqualTo(Instant.EPOCH);
        bag.put("data/a.txt", "alpha");
        assertThat(newsbag("run", "--heartbeat", heartbeat.toString()).exit()).isZero();
        assertThat(Files.getLastModifiedTime(heartbeat).toInstant()).isAfter(Instant.EPOCH);
    }

    @Test
    void the_command_for_failures_gets_the_document() throws IOException {
        newsbag("add", folder + "/bags");
        var told = folder.resolve("told.json");
        var command = "cat > " + told;
        newsbag("run", "--on-failure", command);
        assertThat(told).doesNotExist();
        bag.put("data/a.txt", "ALPHA");
        newsbag("run", "--on-failure", command);
        var document = (JsonObject) Json.parse(Files.readString(told));
        assertThat(document.objects("failingParts")
                        .get(0)
                        .objects("failures")
                        .get(0)
                        .string("path"))
                .contains("data/a.txt");
        assertThat(newsbag("run", "--on-failure", "exit 3").err()).contains("ended with exit code 3");
    }

    @Test
    void a_proof_holds_for_who_has_only_the_checkpoint_and_for_no_other_file() throws IOException {
        newsbag("add", folder + "/bags");
        newsbag("run");
        var head = newsbag("checkpoint").out().strip();
        newsbag("run");
        var proof = folder.resolve("proof.json");
        assertThat(newsbag("prove", "bag", "data/a.txt", "--checkpoint", head, "--output", proof.toString())
                        .exit())
                .isZero();
        assertThat(newsbag("check-proof", proof.toString(), "--checkpoint", head)
                        .out())
                .startsWith("The proof holds: data/a.txt");
        assertThat(newsbag(
                                "check-proof",
                                proof.toString(),
                                "--checkpoint",
                                newsbag("checkpoint").out().strip())
                        .out())
                .contains("you have another");
        assertThat(newsbag("check-proof", proof.toString(), "--file", bag.path() + "/data/a.txt")
                        .exit())
                .isZero();
        assertThat(newsbag("check-proof", proof.toString(), "--file", bag.path() + "/data/sub/b.txt")
                        .exit())
                .isEqualTo(1);
        var text = Files.readString(proof);
        for (var change : List.of(
                Map.entry("\"bytes\": 5", "\"bytes\": 6"),
                Map.entry("data/a.txt\"", "data/b.txt\""),
                Map.entry(BagMaking.hex("sha256", "alpha"), BagMaking.hex("sha256", "other")),
                Map.entry("\"index\": 1", "\"index\": 2"),
                Map.entry("\\\"intact\\\"", "\\\"other\\\""),
                Map.entry(head, head.substring(0, head.length() - 1) + (head.endsWith("0") ? "1" : "0")))) {
            assertThat(text).contains(change.getKey());
            Files.writeString(proof, text.replace(change.getKey(), change.getValue()));
            assertThat(newsbag("check-proof", proof.toString()).exit())
                    .as(change.toString())
                    .isEqualTo(1);
        }
        assertThat(newsbag("prove", "bag", "data/none.txt").exit()).isEqualTo(1);
    }

    @Test
    void the_events_leave_as_lines_and_as_premis() throws Exception {
        newsbag("add", folder + "/bags");
        bag.put("data/a.txt", "ALPHA");
        newsbag("run");
        var lines = newsbag("export").out().lines().toList();
        assertThat(lines)
                .hasSize(5)
                .allSatisfy(line -> assertThat(Json.parse(line)).isInstanceOf(JsonObject.class));
        assertThat(lines.get(3)).contains("\"failures\":[{");
        var premis = newsbag("export", "--format", "premis", "bag").out();
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(premis.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("event").getLength()).isEqualTo(2);
        assertThat(premis)
                .contains("<eventType>fixity check</eventType>", "<eventOutcome>fail</eventOutcome>", "data/a.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --budget 2|--budget expected a number above 0",
                "run --max-age 0d|--max-age expected",
                "run --limit many|--limit expected bytes with a unit",
                "run --rate 5/s/s|--rate expected",
                "run --sample 0%|--sample expected",
                "run --sample 101%|--sample expected",
                "run nowhere|no bag nowhere is registered",
                "accept bag --by me|--reason",
                "add nowhere|there is no file or folder nowhere",
                "add BAG --accept-invalid|--accept-invalid needs --reason",
                "verify --checkpoint x|--checkpoint: expected the line that newsbag audit checkpoint printed, newsbag:LEDGER:SIZE:ROOT",
                "report --language fr|--language expected en or ar",
                "export --json|--json goes with --output",
                "prune|Unmatched argument"
            })
    void wrong_usage_exits_2_and_says_what_was_expected(String line, String message) {
        newsbag("add", folder + "/bags");
        var run = newsbag(line.replace("BAG", bag.path().toString()).split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void without_a_ledger_it_says_how_to_make_one() {
        var run = newsbag("status");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there is no ledger", "newsbag audit add");
        assertThat(folder.resolve("ledger.sqlite")).doesNotExist();
    }

    private JsonObject json(int exit, String... arguments) throws IOException {
        var all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        var run = newsbag(all);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).as(run.out()).isEqualTo(exit);
        var faults = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schema/audit.schema.json")), InputFormat.JSON)
                .validate(run.out(), InputFormat.JSON);
        assertThat(faults).as(run.out()).isEmpty();
        return (JsonObject) Json.parse(run.out());
    }

    private CommandRun newsbag(String... arguments) {
        var all = new ArrayList<>(List.of("audit"));
        all.addAll(List.of(arguments));
        return CommandRun.of(
                Map.of("NEWSBAG_LEDGER", folder.resolve("ledger.sqlite").toString()), all.toArray(String[]::new));
    }
}
