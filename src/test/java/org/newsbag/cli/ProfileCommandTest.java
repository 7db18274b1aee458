package org.newsbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.profile.Profile;

/** {@code newsbag profile}, and {@code create --profile}, as they are typed. */
class ProfileCommandTest {
    @TempDir
    Path folder;

    /** How one run ended. */
    @Test
    void list_names_the_profiles_that_are_known() throws IOException {
        var run = newsbag("profile", "list");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "aptrust-2.3  (version 2.3)",
                        "beyond-the-repository-1.0",
                        "newsbag-news",
                        "    https://newsbag.org/")
                .doesNotContain("outlets");
        assertThat(newsbag("profile", "list", "--quiet").out())
                .isEqualTo("aptrust-2.3\nbeyond-the-repository-1.0\nnewsbag-news\n");
        var document = json(0, "profile", "list");
        assertThat(document.objects("profiles")).hasSize(3).allSatisfy(profile -> {
            assertThat(profile.get("errors").orElseThrow()).hasToString("0");
            assertThat(profile.object("profile").orElseThrow().string("identifier"))
                    .isPresent();
        });
    }

    @Test
    void a_profile_with_errors_is_listed_as_such() throws IOException {
        Making.file(folder, "profiles/wrong.json", "{\"Bag-Info\": 1}");
        var run = at(folder, "profile", "list");
        assertThat(run.out()).contains("wrong\n    has errors: newsbag profile check ");
        assertThat(valid(at(folder, "profile", "list", "--json").out())
                        .objects("profiles")
                        .get(0)
                        .object("profile"))
                .isEmpty();
    }

    @Test
    void show_says_what_a_profile_demands() {
        var run = newsbag("profile", "show", "aptrust-2.3");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "Identifier     https://",
                        "Labels of bag-info.txt\n  Source-Organization: required\n",
                        "Labels of aptrust-info.txt\n  Title: required, once at most\n",
                        "Access: required, once at most, one of: Consortia | Institution | Restricted\n",
                        "Manifests      md5 required; only md5, sha256 allowed\n",
                        "fetch.txt      not allowed\n",
                        "Form           an archive (application/tar)\n",
                        "BagIt          0.97 or 1.0\n");
        assertThat(newsbag("profile", "show", "newsbag-news").out())
                .contains(
                        "Tag files      metadata/dublin-core.json, metadata/premis.xml required; all allowed\n",
                        "Payload        all allowed\n");
    }

    @Test
    void show_prints_the_standard_form_of_every_dialect() throws IOException {
        var dart = Making.file(
                folder,
                "dart.json",
                "{\"manifestsRequired\": [\"md5\"], \"tags\": [{\"tagFile\": \"x-info.txt\", \"tagName\": \"Kind\", \"required\": true}]}");
        var run = newsbag("profile", "show", dart.toString(), "--json");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("INFO profile-dialect");
        var standard = (JsonObject) Json.parse(run.out());
        assertThat(standard.strings("Manifests-Required")).containsExactly("md5");
        assertThat(standard.objects("Other-Info").get(0).keys()).containsExactly("x-info.txt");
        var shown = newsbag("profile", "show", "beyond-the-repository-1.0", "--json", "--quiet");
        var findings = new Findings();
        var written = Files.write(folder.resolve("b.json"), shown.out().getBytes(StandardCharsets.UTF_8));
        assertThat(Profile.read(written, findings))
                .isEqualTo(Profile.read(Path.of("profiles/beyond-the-repository-1.0.json"), findings))
                .isPresent();
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void show_of_a_wrong_profile_says_what_is_wrong_and_exits_1() throws IOException {
        var run = newsbag("profile", "show", wrong(), "--json", "--quiet");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("ERROR profile-part-type", "wrong.json, Data-Empty: Expected true or false, found 1.");
    }

    @Test
    void check_tells_everything_that_is_wrong_with_a_profile() throws IOException {
        var run = newsbag("profile", "check", wrong());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("ERROR profile-part-missing (2)", "ERROR profile-part-type", "WARNING profile-key-unknown");
        var document = json(1, "profile", "check", wrong());
        assertThat(document.object("profile")).isEmpty();
        assertThat(document.objects("findings")).hasSize(4);
        var good = newsbag("profile", "check", "newsbag-news");
        assertThat(good.exit()).isZero();
        assertThat(good.out()).endsWith("profiles/newsbag-news.json: no errors\n");
        assertThat(newsbag("profile", "check", "newsbag-news", "--quiet")).isEqualTo(new CommandRun(0, "", ""));
        assertThat(json(0, "profile", "check", "newsbag-news")
                        .object("profile")
                        .orElseThrow()
                        .string("version"))
                .contains("1.0");
        assertThat(json(1, "profile", "check", "profiles/outlets.json").objects("findings"))
                .hasSize(1);
    }

    @Test
    void the_schema_refuses_what_is_not_documented() throws IOException {
        var document = newsbag("profile", "check", "newsbag-news", "--json").out();
        assertThat(faults(document.replace("\"exit\"", "\"exits\""))).isNotEmpty();
        assertThat(faults(document.replace("profile check", "profile show"))).isNotEmpty();
    }

    @Test
    void a_profile_that_is_not_there_exits_2_with_the_names_that_are() throws IOException {
        Making.file(folder, "source/a.txt");
        for (var arguments : new String[][] {
            {"profile", "show", "no"},
            {"profile", "check", "no"},
            {"create", folder + "/source", "-o", folder + "/o", "--profile", "no"}
        }) {
            var run = newsbag(arguments);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .contains("no profile and no file \"no\"", "aptrust-2.3, beyond-the-repository-1.0, newsbag-news");
        }
        assertThat(newsbag("profile").out()).contains("list", "show", "check", "Examples:");
        assertThat(newsbag("profile", "frobnicate").exit()).isEqualTo(2);
        for (var command : new String[] {"list", "show", "check"})
            assertThat(newsbag("profile", command, "--help").out()).contains("Examples:", "--json", "--quiet");
    }

    @Test
    void create_under_a_profile_makes_what_it_asks_for() throws IOException {
        Making.file(folder, "source/a.txt");
        var run = newsbag(
                "create",
                folder + "/source",
                "-o",
                folder + "/o",
                "-n",
                "bag",
                "--no-extract",
                "--profile",
                "aptrust-2.3",
                "--info",
                "Source-Organization: A library",
                "--info",
                "aptrust-info.txt/Title: Week 47",
                "--info",
                "aptrust-info.txt/Access: Institution");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Checksums   MD5, SHA-256\n", "Profile     https://raw.githubusercontent.com/APTrust/");
        assertThat(folder.resolve("o/bag.tar")).isRegularFile();
    }

    @Test
    void create_under_a_profile_that_is_not_met_exits_2_and_leaves_nothing() throws IOException {
        Making.file(folder, "source/a.txt");
        var run =
                newsbag("create", folder + "/source", "-o", folder + "/o", "--profile", "aptrust-2.3", "-a", "sha512");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "ERROR profile-tag-missing (3)",
                        "ERROR profile-manifest-missing",
                        "--info \"aptrust-info.txt/Access: Consortia | Institution | Restricted\"",
                        "Leave out --algorithm");
        assertThat(folder.resolve("o")).doesNotExist();
        var document = newsbag("create", folder + "/source", "-o", folder + "/o", "-p", "aptrust-2.3", "--json");
        assertThat(document.exit()).isEqualTo(2);
        assertThat(((JsonObject) Json.parse(document.out())).string("status")).contains("refused");
    }

    @Test
    void what_is_said_of_a_profile_is_told_but_not_recorded_in_the_bag() throws IOException {
        Making.file(folder, "source/a.txt");
        var bagger = Making.file(
                folder, "bagger.json", "{\"Desk\": {\"fieldRequired\": true, \"requiredValue\": \"News\"}}");
        var run = newsbag(
                "create",
                folder + "/source",
                "-o",
                folder + "/o",
                "-n",
                "bag",
                "--no-extract",
                "-p",
                bagger.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("INFO profile-dialect");
        assertThat(Files.readString(folder.resolve("o/bag/bag-info.txt")))
                .contains("Desk: News\n", "BagIt-Profile-Identifier: https://newsbag.org/");
        assertThat(Files.readString(folder.resolve("o/bag/metadata/premis.xml")))
                .doesNotContain("profile-dialect");
    }

    @Test
    void create_under_a_profile_that_is_itself_wrong_exits_2_and_says_how() throws IOException {
        Making.file(folder, "source/a.txt");
        var run = newsbag("create", folder + "/source", "-o", folder + "/o", "--profile", wrong());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("ERROR profile-part-type", "has errors of its own");
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void validate_says_what_in_a_profile_demands_nothing_because_it_is_misspelt() throws IOException {
        var profile = Making.file(folder, "p.json", """
                {"BagIt-Profile-Info": {"BagIt-Profile-Identifier": "https://example.org/p.json", "Source-Organization": "S",
                 "External-Description": "D", "Version": "1", "BagIt-Profile-Version": "1.4.0"},
                 "Manifest-Required": ["sha512"], "Accept-BagIt-Version": ["1.0"]}
                """);
        Making.file(folder, "bag/bagit.txt", "BagIt-Version: 1.0\n");
        var run = newsbag("validate", folder + "/bag", "--profile", profile.toString());
        assertThat(run.err()).contains("Manifest-Required: Expected a part of BagIt Profiles 1.4");
    }

    private String wrong() throws IOException {
        return Making.file(
                        folder,
                        "wrong.json",
                        "{\"Data-Empty\": 1, \"Serialisation\": \"required\", \"Bag-Info\": {}, \"Allow-Fetch.txt\": true}")
                .toString();
    }

    private JsonObject json(int exit, String... arguments) throws IOException {
        var all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        var run = newsbag(all);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(exit);
        var document = valid(run.out());
        assertThat(document.get("exit").orElseThrow()).hasToString(String.valueOf(exit));
        return document;
    }

    private static JsonObject valid(String document) throws IOException {
        assertThat(faults(document)).as(document).isEmpty();
        return (JsonObject) Json.parse(document);
    }

    private static java.util.List<?> faults(String document) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schema/profile.schema.json")), InputFormat.JSON)
                .validate(document, InputFormat.JSON);
    }

    private static CommandRun newsbag(String... arguments) {
        return at(Path.of("").toAbsolutePath(), arguments);
    }

    private static CommandRun at(Path home, String... arguments) {
        return CommandRun.of(home, Map.of(), arguments);
    }
}
