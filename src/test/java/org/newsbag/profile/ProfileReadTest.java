package org.newsbag.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.finding.FindingCode.*;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;

/** A profile is read whole, or everything that is wrong with it is told. */
class ProfileReadTest {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "1e99999999",
            "-0.5",
            "''",
            "'x'",
            "'required'",
            "[]",
            "{}",
            "[null]",
            "['md5']",
            "[[1]]",
            "['*', 3]",
            "[{}]",
            "[{'a': {}}]",
            "{'': {}}",
            "{'a': 1}",
            "{'a': {'required': 'yes', 'values': 'x'}}",
            "{'a': {'A': {'values': [1]}}}",
            "'\\u0000\\ud800'");

    private final Findings findings = new Findings();

    @TempDir
    Path folder;

    @Test
    void what_the_specification_leaves_out_has_its_defaults() {
        var profile = sound(SampleProfile.with(""));
        assertThat(profile.info().identifier()).contains(SampleBag.IDENTIFIER);
        assertThat(profile.info().version()).contains("2");
        assertThat(profile.fetchAllowed()).isTrue();
        assertThat(profile.fetchRequired()).isFalse();
        assertThat(profile.dataEmpty()).isFalse();
        assertThat(profile.manifests()).isEqualTo(new AlgorithmRule(List.of(), Optional.empty()));
        assertThat(profile.tagFiles().allowsAll()).isTrue();
        assertThat(profile.serialization().word()).isEqualTo(SerializationRule.Word.OPTIONAL);
        assertThat(sound(SampleProfile.with("'Bag-Info': {'Title': {}}")).bagInfo())
                .containsExactly(new TagRule("Title", false, List.of(), true, Optional.empty()));
    }

    @Test
    void the_standard_form_that_is_written_reads_as_the_same_profile() {
        for (var parts : List.of(
                "",
                "'Bag-Info': {'Title': {'required': true, 'values': ['a'], 'repeatable': false, 'description': 'why'}}",
                "'Manifests-Allowed': ['md5'], 'Tag-Manifests-Required': ['sha512'], 'Data-Empty': true",
                "'Serialization': 'forbidden'",
                "'Serialization': 'required', 'Accept-Serialization': ['application/zip']",
                "'Other-Info': [{'aptrust-info.txt': {'Access': {'required': true}}}]",
                "'Payload-Files-Required': ['data/a/'], 'Payload-Files-Allowed': ['data/a/*']")) {
            var profile = sound(SampleProfile.with(parts));
            assertThat(sound(SampleProfile.bytes(profile.toJson()))).isEqualTo(profile);
        }
    }

    @Test
    void what_is_no_profile_is_told_with_what_it_is() {
        for (var text : List.of(
                "",
                "{",
                "[]",
                "null",
                "\"a\"",
                "{\"outlets\": []}",
                "{}",
                "{\"a\": 1, \"a\": 2}",
                "{\"Bag-Info\": {}} {}")) unreadable(text.getBytes(StandardCharsets.UTF_8));
        unreadable(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'});
        unreadable("{}".getBytes(StandardCharsets.UTF_16));
        unreadable("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        unreadable(new byte[Profile.LONGEST + 1]);
    }

    @Test
    void a_byte_order_mark_is_passed_over_and_a_file_gives_its_place() throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(SampleProfile.with(""));
        assertThat(Profile.read(Files.write(folder.resolve("p.json"), bytes.toByteArray()), findings))
                .isPresent();
        var wrong = Files.write(folder.resolve("wrong.json"), SampleProfile.with("'Data-Empty': 1"));
        assertThat(Profile.read(wrong, findings)).isEmpty();
        assertThat(findings.list().get(0).location().toString()).isEqualTo(wrong + ", Data-Empty");
    }

    @Test
    void every_part_that_must_be_there_is_missed() {
        assertThat(codes(SampleProfile.without("BagIt-Profile-Info"))).containsExactly(PROFILE_PART_MISSING);
        assertThat(codes(SampleProfile.without("Accept-BagIt-Version"))).containsExactly(PROFILE_PART_MISSING);
        assertThat(codes(SampleProfile.with("'Accept-BagIt-Version': []"))).containsExactly(PROFILE_PART_MISSING);
        for (var label : List.of("BagIt-Profile-Identifier", "Source-Organization", "External-Description", "Version"))
            assertThat(read(SampleProfile.without("BagIt-Profile-Info", label)))
                    .extracting(f -> f.code() + " " + f.location().label())
                    .containsExactly("PROFILE_PART_MISSING BagIt-Profile-Info/" + label);
        assertThat(codes(SampleProfile.with("'BagIt-Profile-Info': {'Version': ' '}")))
                .containsExactly(
                        PROFILE_PART_MISSING,
                        PROFILE_PART_MISSING,
                        PROFILE_PART_MISSING,
                        PROFILE_PART_MISSING,
                        PROFILE_VERSION_ASSUMED);
    }

    @Test
    void a_version_that_is_left_out_is_1_1_and_later_parts_are_told() {
        var findings = read(SampleProfile.without("BagIt-Profile-Info", "BagIt-Profile-Version"));
        assertThat(findings).extracting(Finding::code).containsExactly(PROFILE_VERSION_ASSUMED);
        var info = "'BagIt-Profile-Info': {'BagIt-Profile-Identifier': 'i', 'Source-Organization': 'o',"
                + " 'External-Description': 'd', 'Version': '1', 'BagIt-Profile-Version': '%s'}, ";
        var later = "'Tag-Files-Allowed': ['*'], 'Manifests-Allowed': ['md5'], 'Data-Empty': false";
        for (var row : List.of("1.1.0 3", "1.2 2", "1.3.0 1", "1.4.0 0"))
            assertThat(codes(SampleProfile.with(String.format(info, row.split(" ")[0]) + later)))
                    .as(row)
                    .hasSize(Integer.parseInt(row.split(" ")[1]))
                    .allMatch(PROFILE_PART_NEWER::equals);
        assertThat(codes(SampleProfile.with(String.format(info, "2.0") + later)))
                .containsExactly(PROFILE_VERSION_UNKNOWN);
    }

    @Test
    void a_part_of_another_kind_is_told_at_its_label() {
        for (var part : List.of(
                "'Allow-Fetch.txt': 'no'",
                "'Fetch.txt-Required': 1",
                "'Data-Empty': null",
                "'Manifests-Required': 'md5'",
                "'Manifests-Allowed': {}",
                "'Tag-Manifests-Required': 5",
                "'Tag-Files-Required': [1]",
                "'Payload-Files-Allowed': 'data/*'",
                "'Serialization': true",
                "'Accept-Serialization': 'application/zip'",
                "'Accept-BagIt-Version': [1.0]",
                "'Bag-Info': []",
                "'BagIt-Profile-Info': 'x'",
                "'Other-Info': 'x'"))
            assertThat(read(SampleProfile.with(part))).as(part).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(PROFILE_PART_TYPE);
                assertThat(part).startsWith("'" + finding.location().label() + "'");
                assertThat(finding.message()).matches("Expected .+, found .+\\.");
            });
        assertThat(read(SampleProfile.with("'Bag-Info': {'A': 1, 'B': {'required': 'yes'}, 'C': {'values': 'x'},"
                        + " 'D': {'values': [true]}, 'E': {'repeatable': 0}, 'F': {'description': []}}")))
                .extracting(f -> f.location().label())
                .containsExactly(
                        "Bag-Info/A",
                        "Bag-Info/B/required",
                        "Bag-Info/C/values",
                        "Bag-Info/D/values",
                        "Bag-Info/E/repeatable",
                        "Bag-Info/F/description");
    }

    @Test
    void what_cannot_be_met_together_is_told() {
        for (var parts : List.of(
                "'Manifests-Required': ['md5'], 'Manifests-Allowed': ['sha256']",
                "'Manifests-Allowed': []",
                "'Tag-Manifests-Required': ['md5'], 'Tag-Manifests-Allowed': []",
                "'Tag-Files-Required': ['a/b.xml'], 'Tag-Files-Allowed': ['b/*']",
                "'Tag-Files-Required': ['data/b.xml']",
                "'Payload-Files-Required': ['data/a'], 'Payload-Files-Allowed': ['data/b*']",
                "'Payload-Files-Required': ['data/a/'], 'Payload-Files-Allowed': ['data/b/*']",
                "'Payload-Files-Required': ['a.txt']",
                "'Other-Info': [{'Bag-Info': {}}]",
                "'Other-Info': [{'../up.txt': {}}]",
                "'Other-Info': [{'data/a.txt': {}}]",
                "'Other-Info': [{'manifest-md5.txt': {}}]",
                "'Allow-Fetch.txt': false, 'Fetch.txt-Required': true",
                "'Tag-Files-Required': ['../x']",
                "'Tag-Files-Required': ['/etc/passwd']",
                "'Payload-Files-Required': ['data/../x']",
                "'Bag-Info': {'a:b': {'required': true}}",
                "'Bag-Info': {' x ': {'required': true}}",
                "'Bag-Info': {'': {'required': true}}",
                "'Bag-Info': {'T': {'required': true, 'values': ['a\\nb']}}",
                "'Bag-Info': {'T': {'values': ['x', ' a ']}}",
                "'Data-Empty': true, 'Allow-Fetch.txt': false, 'Payload-Files-Required': ['data/a', 'data/b']",
                "'Serialization': 'required'",
                "'Serialization': 'optional', 'Accept-Serialization': []"))
            assertThat(codes(SampleProfile.with(parts))).as(parts).containsExactly(PROFILE_CONTRADICTION);
        for (var parts : List.of(
                "'Manifests-Required': ['SHA-256'], 'Manifests-Allowed': ['sha256']",
                "'Tag-Files-Required': ['a/b.xml'], 'Tag-Files-Allowed': ['a/*']",
                "'Payload-Files-Required': ['data/a/'], 'Payload-Files-Allowed': ['data/a/*.txt']",
                "'Payload-Files-Required': ['data/a/', 'data/a/b'], 'Payload-Files-Allowed': ['data/a/']",
                "'Allow-Fetch.txt': true, 'Fetch.txt-Required': true",
                "'Serialization': 'forbidden'",
                "'Tag-Files-Allowed': []"))
            assertThat(codes(SampleProfile.with(parts))).as(parts).isEmpty();
    }

    @Test
    void labels_that_differ_by_case_only_are_one_label_twice() {
        assertThat(read(SampleProfile.with("'Bag-Info': {'Title': {}, 'TITLE': {'required': true}}")))
                .extracting(f -> f.code() + " " + f.location().label())
                .containsExactly("PROFILE_LABEL_TWICE Bag-Info/TITLE");
    }

    @Test
    void unknown_words_algorithms_and_keys_are_told() {
        assertThat(codes(SampleProfile.with("'Serialization': 'zip'"))).containsExactly(PROFILE_SERIALIZATION_WORD);
        assertThat(codes(SampleProfile.with("'Serialization': ''"))).containsExactly(PROFILE_SERIALIZATION_WORD);
        assertThat(codes(SampleProfile.with("'Manifests-Required': ['blake2b', 'sha-512']")))
                .containsExactly(PROFILE_ALGORITHM_UNKNOWN);
        assertThat(read(SampleProfile.with("'Manifest-Required': [], 'Bag-Info': {'A': {'values ': []}}")))
                .extracting(f -> f.code() + " " + f.location().label())
                .containsExactly("PROFILE_KEY_UNKNOWN Bag-Info/A/values ", "PROFILE_KEY_UNKNOWN Manifest-Required");
    }

    @Test
    void what_has_no_effect_is_told_and_harms_nothing() {
        for (var parts : List.of(
                "'Bag-Info': {'BagIt-Profile-Identifier': {'required': true}}",
                "'Tag-Files-Required': ['bag-info.txt'], 'Tag-Files-Allowed': []",
                "'Tag-Files-Required': ['manifest-md5.txt']",
                "'Serialization': 'forbidden', 'Accept-Serialization': ['application/zip']"))
            assertThat(codes(SampleProfile.with(parts))).as(parts).containsExactly(PROFILE_PART_NEEDLESS);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(codes(
                        SampleProfile.with("'Data-Empty': 1, 'Serialization': 'zip', 'Manifests-Allowed': [], 'X': 1")))
                .containsExactly(
                        PROFILE_PART_TYPE, PROFILE_SERIALIZATION_WORD, PROFILE_CONTRADICTION, PROFILE_KEY_UNKNOWN);
    }

    @Test
    void any_value_at_any_key_is_a_profile_or_a_finding() {
        var keys = keys();
        qt().forAll(
                        integers().between(0, keys.size() - 1),
                        integers().between(0, VALUES.size() - 1),
                        integers().between(0, VALUES.size() - 1))
                .checkAssert((key, first, second) -> {
                    var parts = keys.get(key).replace("$1", VALUES.get(first)).replace("$2", VALUES.get(second));
                    var own = new Findings();
                    var profile =
                            Profile.read("p.json", parts.replace('\'', '"').getBytes(StandardCharsets.UTF_8), own);
                    assertThat(profile.isEmpty()).isEqualTo(own.hasErrors());
                    profile.ifPresent(p -> {
                        Json.pretty(p.toJson());
                        check(p);
                    });
                });
    }

    private static void check(Profile profile) {
        try {
            profile.check(new SampleBag(), new Findings());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Documents of every dialect with two values left open. */
    private static List<String> keys() {
        var keys = new ArrayList<String>();
        var sound = new String(SampleProfile.with(""), StandardCharsets.UTF_8).replace('"', '\'');
        for (var key : List.of(
                "Bag-Info",
                "Manifests-Required",
                "Manifests-Allowed",
                "Tag-Files-Required",
                "Tag-Files-Allowed",
                "Payload-Files-Required",
                "Payload-Files-Allowed",
                "Allow-Fetch.txt",
                "Serialization",
                "Accept-Serialization",
                "Other-Info",
                "Data-Empty",
                "x")) keys.add(sound.replaceFirst("\\{", "{'" + key + "': \\$1, 'Tag-Manifests-Allowed': \\$2, "));
        keys.add("{'BagIt-Profile-Info': $1, 'Accept-BagIt-Version': $2}");
        keys.add("{'BagIt-Profile-Info': {'BagIt-Profile-Version': $1, 'Version': $2}}");
        keys.add("{'Bag-Info': {'a': {'required': $1, 'values': $2}}}");
        for (var key :
                List.of("tags", "bagItProfileInfo", "acceptBagItVersion", "serialization", "name", "allowFetchTxt"))
            keys.add("{'manifestsRequired': $1, '" + key + "': $2}");
        keys.add("{'manifestsRequired': [], 'tags': [{'tagFile': $1, 'tagName': $2, 'required': $1, 'values': $2}]}");
        keys.add("{'manifestsRequired': [], 'tags': [{'tagFile': 'a', 'tagName': 'b', 'help': $1, 'values': $2}]}");
        keys.add("{'Title': {'fieldRequired': $1, 'valueList': $2}}");
        keys.add("{'ordered': [{'Title': {'requiredValue': $1}}, $2]}");
        keys.add("$1");
        return keys;
    }

    private Profile sound(byte[] json) {
        var profile = Profile.read("p.json", json, findings);
        assertThat(findings.list()).isEmpty();
        return profile.orElseThrow();
    }

    private static void unreadable(byte[] bytes) {
        var own = new Findings();
        assertThat(Profile.read("p.json", bytes, own)).isEmpty();
        assertThat(own.list()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(PROFILE_UNREADABLE);
            assertThat(finding.message()).contains("found ");
        });
    }

    private static List<FindingCode> codes(byte[] json) {
        return read(json).stream().map(Finding::code).toList();
    }

    private static List<Finding> read(byte[] json) {
        var own = new Findings();
        assertThat(Profile.read("p.json", json, own).isEmpty()).isEqualTo(own.hasErrors());
        return own.list();
    }

    @Test
    void brackets_within_brackets_without_end_are_told_and_end_nothing() {
        for (int depth : new int[] {900, 100_000})
            assertThat(codes(("{\"zz\": " + "[".repeat(depth) + "]".repeat(depth) + "}")
                            .getBytes(StandardCharsets.UTF_8)))
                    .containsExactly(PROFILE_UNREADABLE);
    }
}
