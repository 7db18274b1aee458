package org.newsbag.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.finding.FindingCode.PROFILE_CONTRADICTION;
import static org.newsbag.finding.FindingCode.PROFILE_DIALECT;
import static org.newsbag.finding.FindingCode.PROFILE_LABEL_TWICE;
import static org.newsbag.finding.FindingCode.PROFILE_PART_MISSING;
import static org.newsbag.finding.FindingCode.PROFILE_PART_TYPE;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsbag.finding.Finding;
import org.newsbag.finding.Findings;

/** Profiles in the dialects of other tools are read as the same value, and say so. */
class DialectsTest {
    private final Findings findings = new Findings();

    @Test
    void the_dialect_of_aptrust_and_dart_gives_the_rules_of_every_tag_file() {
        var profile =
                read("{'name': 'Sample', 'description': 'A sample', 'acceptBagItVersion': ['0.97', '1.0'], 'allowFetchTxt': false,"
                                + " 'manifestsRequired': ['md5'], 'manifestsAllowed': ['md5', 'sha256'], 'tagManifestsAllowed': [],"
                                + " 'serialization': 'required', 'acceptSerialization': ['application/tar'],"
                                + " 'bagItProfileInfo': {'bagItProfileIdentifier': 'https://example.org/d.json', 'version': '2.3'},"
                                + " 'tags': [{'tagFile': 'bagit.txt', 'tagName': 'BagIt-Version', 'required': true, 'values': ['1.0']},"
                                + " {'tagFile': 'bag-info.txt', 'tagName': 'Source-Organization', 'required': true, 'values': null},"
                                + " {'tagFile': 'aptrust-info.txt', 'tagName': 'Access', 'required': true, 'values': ['Institution'], 'help': 'Who may see it'},"
                                + " {'tagFile': 'aptrust-info.txt', 'tagName': 'Title', 'required': true, 'help': ''}]}")
                        .orElseThrow();
        assertThat(codes()).containsExactly("PROFILE_DIALECT");
        assertThat(profile.info().identifier()).contains("https://example.org/d.json");
        assertThat(profile.info().description()).contains("A sample");
        assertThat(profile.bagInfo())
                .containsExactly(new TagRule("Source-Organization", true, List.of(), true, Optional.empty()));
        assertThat(profile.otherTagFiles())
                .containsExactly(new TagFileRule(
                        "aptrust-info.txt",
                        List.of(
                                new TagRule(
                                        "Access", true, List.of("Institution"), true, Optional.of("Who may see it")),
                                new TagRule("Title", true, List.of(), true, Optional.empty()))));
        assertThat(profile.manifests())
                .isEqualTo(new AlgorithmRule(List.of("md5"), Optional.of(List.of("md5", "sha256"))));
        assertThat(profile.tagManifests().allowed()).isEmpty();
        assertThat(profile.fetchAllowed()).isFalse();
        assertThat(profile.serialization().word()).isEqualTo(SerializationRule.Word.REQUIRED);
        assertThat(profile.bagItVersions()).containsExactly("0.97", "1.0");
    }

    @Test
    void what_the_dialect_of_dart_leaves_empty_is_not_demanded() {
        for (var empty : new String[] {"[]", "null"}) {
            var profile =
                    read("{'name': 'Sample', 'description': 'A sample', 'acceptBagItVersion': ['1.0'], 'manifestsRequired': [],"
                                    + " 'serialization': 'optional', 'acceptSerialization': " + empty
                                    + ", 'tags': null,"
                                    + " 'bagItProfileInfo': {'bagItProfileIdentifier': 'https://example.org/d.json'}}")
                            .orElseThrow();
            assertThat(profile.serialization().accepts(List.of("application/zip")))
                    .isTrue();
            assertThat(profile.serialization().accepts(List.of("application/x-tar")))
                    .isTrue();
        }
        assertThat(codes()).containsOnly("PROFILE_DIALECT");
    }

    @Test
    void what_is_wrong_in_the_dialect_of_dart_is_told() {
        assertThat(read("{'manifestsRequired': 'md5', 'tags': [1, {'tagName': 'x'}]}"))
                .isEmpty();
        assertThat(codes())
                .containsExactly("PROFILE_PART_MISSING", "PROFILE_PART_TYPE", "PROFILE_PART_TYPE", "PROFILE_DIALECT");
        assertThat(findings.list()).extracting(Finding::code).contains(PROFILE_PART_MISSING, PROFILE_PART_TYPE);
        assertThat(read("{'manifestsRequired': ['md5'], 'manifestsAllowed': ['sha256']}"))
                .isEmpty();
        assertThat(findings.has(PROFILE_CONTRADICTION)).isTrue();
        assertThat(read("{'manifestsRequired': [], 'tags': [{'tagFile': 'bag-info.txt', 'tagName': 'a'},"
                        + " {'tagFile': 'bag-info.txt', 'tagName': 'A'}]}"))
                .isEmpty();
        assertThat(findings.has(PROFILE_LABEL_TWICE)).isTrue();
    }

    @Test
    void the_dialect_of_bagger_gives_the_labels_of_bag_info_and_demands_no_identifier() throws Exception {
        for (var text : List.of(
                "{'Title': {'fieldRequired': true, 'requiredValue': '', 'valueList': []},"
                        + " 'Access': {'fieldRequired': false, 'valueList': ['Open', '', 'Closed'], 'defaultValue': 'Open'},"
                        + " 'Desk': {'requiredValue': 'News', 'isReadOnly': true}}",
                "{'ordered': [{'Title': {'fieldRequired': true}}, {'Access': {'valueList': ['Open', 'Closed']}},"
                        + " {'Desk': {'requiredValue': 'News'}}]}")) {
            var profile = read(text).orElseThrow();
            assertThat(profile.info().identifier()).isEmpty();
            assertThat(profile.bagItVersions()).isEmpty();
            assertThat(profile.bagInfo())
                    .containsExactly(
                            new TagRule("Title", true, List.of(), true, Optional.empty()),
                            new TagRule("Access", false, List.of("Open", "Closed"), true, Optional.empty()),
                            new TagRule("Desk", false, List.of("News"), true, Optional.empty()));
            var about = new Findings();
            profile.check(new SampleBag().withoutTags().tag("Title", "x").tag("Desk", "News"), about);
            assertThat(about.list()).isEmpty();
        }
        assertThat(findings.counts()).containsOnlyKeys(PROFILE_DIALECT);
    }

    @Test
    void a_file_of_other_things_is_in_no_dialect() {
        for (var text : List.of("{'outlets': [{'label': 'x'}]}", "{'a': {'b': 1}}", "{'ordered': []}", "{'tags': []}"))
            assertThat(read(text)).as(text).isEmpty();
        assertThat(codes()).containsOnly("PROFILE_UNREADABLE");
    }

    private Optional<Profile> read(String text) {
        return Profile.read("p.json", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), findings);
    }

    private List<String> codes() {
        return findings.list().stream().map(f -> f.code().name()).toList();
    }
}
