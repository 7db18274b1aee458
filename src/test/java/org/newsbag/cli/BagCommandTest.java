package org.newsbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.store.BagArchive;
import org.newsbag.store.Serialization;
import org.newsbag.validation.BagMaking;

/** newsbag bag as a person and as a program meets it. */
class BagCommandTest {
    @TempDir
    Path folder;

    @Test
    void update_says_what_changes_file_by_file() {
        var bag = BagMaking.simple(folder.resolve("bag"));
        assertThat(newsbag("bag", "update", bag.path().toString(), "--algorithm", "sha512"))
                .isEqualTo(new CommandRun(0, """
                                  added       bag-info.txt: Payload-Oxum 9.2
                                  added       manifest-sha512.txt: 2 files
                                  removed     manifest-sha256.txt
                                  added       tagmanifest-sha512.txt: 3 files
                                The bag is updated, and every change is forced to disk.
                                The bag now: valid.
                                """, ""));
        assertThat(newsbag("bag", "update", bag.path().toString()).out())
                .startsWith("Nothing to change: the tag files are those that belong to the payload.\n");
    }

    @Test
    void update_that_is_refused_exits_1_and_says_why_on_standard_error() {
        var bag = BagMaking.simple(folder.resolve("bag")).put("data/a.txt", "altered");
        var run = newsbag("bag", "update", bag.path().toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("ERROR payload-file-altered", "data/a.txt: sha256 expected", "--accept-changes");
    }

    @Test
    void json_holds_to_its_schema() throws IOException {
        var bag = BagMaking.simple(folder.resolve("bag")).path().toString();
        assertThat(json(0, "bag", "update", bag, "--dry-run").string("status")).contains("would-update");
        assertThat(json(0, "bag", "update", bag).string("status")).contains("updated");
        assertThat(json(0, "bag", "update", bag).string("status")).contains("unchanged");
        assertThat(json(0, "bag", "fetch", bag).string("verdict")).contains("valid");
        var archive = folder.resolve("other.tar");
        BagArchive.write(Path.of(bag), "other", archive, Serialization.TAR, Instant.EPOCH);
        assertThat(json(0, "bag", "unpack", archive.toString(), "-o", folder.toString())
                        .string("bag"))
                .contains(folder + "/other");
        assertThat(json(2, "bag", "unpack", archive.toString(), "-o", folder.toString())
                        .string("status"))
                .contains("refused");
        Files.writeString(Path.of(bag, "data/a.txt"), "altered");
        assertThat(json(1, "bag", "update", bag).string("message").orElseThrow())
                .contains("--accept-changes");
        Files.delete(Path.of(bag, "data/a.txt"));
        Files.writeString(Path.of(bag, "fetch.txt"), "ftp://example.org/a 5 data/a.txt\n");
        assertThat(json(2, "bag", "fetch", bag).string("message").orElseThrow()).contains("--allow-host example.org");
        assertThat(json(1, "bag", "fetch", bag, "--allow-host", "example.org").string("verdict"))
                .contains("incomplete");
    }

    @Test
    void wrong_usage_exits_2() {
        var bag = BagMaking.simple(folder.resolve("bag")).path().toString();
        assertThat(newsbag("bag", "update", folder + "/nowhere").exit()).isEqualTo(2);
        assertThat(newsbag("bag", "update", bag, "--algorithm", "crc32").err()).contains("--algorithm expected one of");
        assertThat(newsbag("bag", "fetch", bag, "--allow-scheme", "file").err()).contains("expected http or https");
        assertThat(newsbag("bag", "unpack", bag, "--limit", "-1").err()).contains("--limit expected");
        assertThat(newsbag("bag", "mend", bag).exit()).isEqualTo(2);
    }

    private JsonObject json(int exit, String... arguments) throws IOException {
        var all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        var run = newsbag(all);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).as(run.out()).isEqualTo(exit);
        var faults = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schema/bag.schema.json")), InputFormat.JSON)
                .validate(run.out(), InputFormat.JSON);
        assertThat(faults).as(run.out()).isEmpty();
        var document = (JsonObject) Json.parse(run.out());
        assertThat(document.get("exit").orElseThrow()).hasToString(String.valueOf(exit));
        return document;
    }

    private static CommandRun newsbag(String... arguments) {
        return CommandRun.of(Map.of(), arguments);
    }
}
