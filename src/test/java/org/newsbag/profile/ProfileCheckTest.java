package org.newsbag.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.finding.FindingCode.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.newsbag.finding.Location;

/** Each rule of BagIt Profiles 1.4 with a bag that meets it and one that does not. */
class ProfileCheckTest {
    private final SampleBag bag = new SampleBag();

    @Test
    void a_profile_without_demands_is_met() throws Exception {
        assertThat(bag.against("")).isEmpty();
    }

    @Test
    void a_bag_declares_the_profile_among_others_in_any_case_of_the_label() throws Exception {
        bag.withoutTags()
                .tag("BagIt-Profile-Identifier", "https://example.org/other.json")
                .tag("BAGIT-profile-identifier", SampleBag.IDENTIFIER);
        assertThat(bag.against("")).isEmpty();
        bag.withoutTags().tag("BagIt-Profile-Identifier", "https://example.org/other.json");
        assertThat(bag.findings("")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(PROFILE_NOT_DECLARED);
            assertThat(finding.location()).isEqualTo(Location.label("bag-info.txt", "BagIt-Profile-Identifier"));
            assertThat(finding.message())
                    .isEqualTo("Expected " + SampleBag.IDENTIFIER + ", found https://example.org/other.json.");
        });
    }

    @Test
    void a_bag_under_a_profile_has_a_bag_info() throws Exception {
        bag.withoutTags().tagFiles.remove("bag-info.txt");
        assertThat(bag.against("'Tag-Files-Required': ['bag-info.txt']"))
                .containsExactly(PROFILE_NOT_DECLARED, PROFILE_TAG_FILE_MISSING);
    }

    @Test
    void a_required_label_is_there_in_any_case_with_a_value() throws Exception {
        var rule = "'Bag-Info': {'Source-Organization': {'required': true}, 'Title': {}}";
        assertThat(bag.findings(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(PROFILE_TAG_MISSING);
            assertThat(finding.location()).isEqualTo(Location.label("bag-info.txt", "Source-Organization"));
        });
        bag.tag("SOURCE-ORGANIZATION", "");
        assertThat(bag.against(rule)).containsExactly(PROFILE_TAG_EMPTY);
        bag.withoutTags().tag("BagIt-Profile-Identifier", SampleBag.IDENTIFIER).tag("source-organization", "A library");
        assertThat(bag.against(rule)).isEmpty();
    }

    @Test
    void each_value_of_a_repeated_label_is_one_of_the_allowed() throws Exception {
        var rule = "'Bag-Info': {'Access': {'required': true, 'values': ['Open', 'Closed']}}";
        assertThat(bag.findings(rule).get(0).message())
                .isEqualTo("Expected this label with one of Open, Closed, found none.");
        bag.tag("access", "Open").tag("Access", "Closed");
        assertThat(bag.against(rule)).isEmpty();
        bag.tag("Access", "open").tag("Access", "");
        assertThat(bag.findings(rule))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly(
                        "PROFILE_TAG_VALUE Expected one of Open, Closed, found \"\".",
                        "PROFILE_TAG_VALUE Expected one of Open, Closed, found \"open\".");
    }

    @Test
    void of_many_allowed_values_the_first_are_named() throws Exception {
        var values = IntStream.range(0, 25).mapToObj(i -> "'v" + i + "'").collect(Collectors.joining(", "));
        bag.tag("Desk", "w");
        assertThat(bag.findings("'Bag-Info': {'Desk': {'values': [" + values + "]}}")
                        .get(0)
                        .message())
                .endsWith("v18, v19 and 5 more, found \"w\".");
    }

    @Test
    void a_label_repeats_unless_the_profile_says_no() throws Exception {
        bag.tag("Title", "a").tag("title", "b");
        assertThat(bag.against("'Bag-Info': {'Title': {'repeatable': true}}")).isEmpty();
        assertThat(bag.against("'Bag-Info': {'Title': {}}")).isEmpty();
        assertThat(bag.against("'Bag-Info': {'Title': {'repeatable': false}}")).containsExactly(PROFILE_TAG_REPEATED);
    }

    @Test
    void the_labels_of_other_tag_files_are_held_to_their_rules() throws Exception {
        var rule =
                "'Other-Info': [{'APTrust-Info': {'Title': {'required': true}, 'Access': {'values': ['Institution']}}}]";
        assertThat(bag.findings(rule))
                .extracting(f -> f.code() + " " + f.location())
                .containsExactly("PROFILE_TAG_MISSING aptrust-info.txt, Title");
        bag.tag("aptrust-info.txt", "title", "News").tag("aptrust-info.txt", "Access", "Everybody");
        assertThat(bag.against(rule)).containsExactly(PROFILE_TAG_VALUE);
        assertThat(bag.against("'Other-Info': {'other.txt': {'Title': {}}}")).isEmpty();
    }

    @Test
    void manifests_are_those_required_and_no_others_than_allowed() throws Exception {
        assertThat(bag.against("'Manifests-Required': ['SHA-256'], 'Manifests-Allowed': ['sha256', 'sha512']"))
                .isEmpty();
        assertThat(bag.findings("'Manifests-Required': ['md5'], 'Manifests-Allowed': ['md5', 'sha512']"))
                .extracting(f -> f.code() + " " + f.location() + ": " + f.message())
                .containsExactly(
                        "PROFILE_MANIFEST_MISSING manifest-md5.txt: Expected this manifest, found manifests of sha256, sha512.",
                        "PROFILE_MANIFEST_NOT_ALLOWED manifest-sha256.txt: Expected only manifests of md5, sha512, found sha256.");
    }

    @Test
    void tag_manifests_are_those_required_and_no_others_than_allowed() throws Exception {
        assertThat(bag.against("'Tag-Manifests-Required': ['sha512'], 'Tag-Manifests-Allowed': ['sha512']"))
                .isEmpty();
        assertThat(bag.against("'Tag-Manifests-Required': ['md5'], 'Tag-Manifests-Allowed': ['md5']"))
                .containsExactly(PROFILE_TAG_MANIFEST_MISSING, PROFILE_TAG_MANIFEST_NOT_ALLOWED);
        bag.tagManifests = Set.of();
        assertThat(bag.against("'Tag-Manifests-Allowed': []")).isEmpty();
    }

    @Test
    void tag_files_are_those_required_and_no_others_than_allowed() throws Exception {
        assertThat(bag.against("'Tag-Files-Required': ['meta/a.xml'], 'Tag-Files-Allowed': ['meta/*.xml']"))
                .isEmpty();
        assertThat(bag.against("'Tag-Files-Required': ['other/b.xml'], 'Tag-Files-Allowed': ['other/?.xml']"))
                .containsExactly(PROFILE_TAG_FILE_MISSING, PROFILE_TAG_FILE_NOT_ALLOWED);
        assertThat(bag.findings("'Tag-Files-Allowed': []"))
                .extracting(f -> f.location().path())
                .containsExactly("meta/a.xml");
    }

    @Test
    void payload_files_are_those_required_and_no_others_than_allowed() throws Exception {
        assertThat(bag.against("'Payload-Files-Required': ['data/a.txt', 'data/sub/']"))
                .isEmpty();
        assertThat(bag.findings("'Payload-Files-Required': ['data/A.txt', 'data/su/', 'data/sub']"))
                .extracting(f -> f.code() + " " + f.location())
                .containsExactly(
                        "PROFILE_PAYLOAD_FILE_MISSING data/A.txt",
                        "PROFILE_PAYLOAD_FILE_MISSING data/su/",
                        "PROFILE_PAYLOAD_FILE_MISSING data/sub");
        assertThat(bag.against("'Payload-Files-Allowed': ['data/*.txt']")).isEmpty();
        assertThat(bag.against("'Payload-Files-Allowed': ['data/a.txt', 'data/sub/']"))
                .isEmpty();
        assertThat(bag.findings("'Payload-Files-Allowed': ['data/a.*']"))
                .extracting(f -> f.code() + " " + f.location())
                .containsExactly("PROFILE_PAYLOAD_FILE_NOT_ALLOWED data/sub/b.txt");
    }

    @Test
    void fetch_txt_is_allowed_unless_forbidden_and_missed_only_where_required() throws Exception {
        assertThat(bag.against("'Allow-Fetch.txt': false")).isEmpty();
        assertThat(bag.against("'Fetch.txt-Required': true")).containsExactly(PROFILE_FETCH_MISSING);
        bag.fetch = true;
        assertThat(bag.against("")).isEmpty();
        assertThat(bag.against("'Fetch.txt-Required': true")).isEmpty();
        assertThat(bag.against("'Allow-Fetch.txt': false")).containsExactly(PROFILE_FETCH_NOT_ALLOWED);
    }

    @Test
    void an_empty_payload_is_no_file_or_one_without_a_byte() throws Exception {
        var rule = "'Data-Empty': true";
        assertThat(bag.findings(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(PROFILE_DATA_NOT_EMPTY);
            assertThat(finding.message()).endsWith("found 2 files of 10 bytes.");
        });
        bag.bytes = 0;
        assertThat(bag.against(rule)).containsExactly(PROFILE_DATA_NOT_EMPTY);
        bag.payload = List.of("data/.keep");
        assertThat(bag.against(rule)).isEmpty();
        bag.bytes = 1;
        assertThat(bag.against(rule)).containsExactly(PROFILE_DATA_NOT_EMPTY);
        bag.bytes = 0;
        bag.payload = List.of();
        assertThat(bag.against(rule)).isEmpty();
    }

    @Test
    void serialization_is_as_the_word_says_and_in_an_accepted_format() throws Exception {
        var tar = "'Accept-Serialization': ['application/tar']";
        assertThat(bag.against("'Serialization': 'required', " + tar)).containsExactly(PROFILE_SERIALIZATION_REQUIRED);
        assertThat(bag.against("'Serialization': 'optional', " + tar)).isEmpty();
        assertThat(bag.against("'Serialization': 'forbidden'")).isEmpty();
        bag.archive = Optional.of(List.of("application/x-gtar"));
        assertThat(bag.against("'Serialization': 'required', " + tar)).isEmpty();
        assertThat(bag.against("'Serialization': 'optional', " + tar)).isEmpty();
        assertThat(bag.against("'Serialization': 'forbidden'")).containsExactly(PROFILE_SERIALIZATION_FORBIDDEN);
        bag.archive = Optional.of(List.of("application/zip"));
        assertThat(bag.against("'Serialization': 'required', " + tar)).containsExactly(PROFILE_SERIALIZATION_TYPE);
        assertThat(bag.against("'Serialization': 'optional', " + tar)).containsExactly(PROFILE_SERIALIZATION_TYPE);
        assertThat(bag.against("")).isEmpty();
    }

    @Test
    void names_of_one_media_type_are_the_same_and_those_of_two_are_not() throws Exception {
        var rows = List.of(
                List.of("application/tar", "application/x-tar", "application/x-gtar", "Application/TAR"),
                List.of(
                        "application/gzip",
                        "application/x-gzip",
                        "application/x-tar+gzip",
                        "application/x-gtar-compressed"),
                List.of("application/zip", "application/x-zip-compressed", "application/zip; charset=binary"));
        for (var row : rows)
            for (var accepted : row)
                for (var others : rows)
                    for (var type : others) {
                        bag.archive = Optional.of(List.of(type));
                        var codes = bag.against(
                                "'Serialization': 'optional', 'Accept-Serialization': ['" + accepted + "']");
                        if (row == others)
                            assertThat(codes).as(accepted + " " + type).isEmpty();
                        else assertThat(codes).as(accepted + " " + type).containsExactly(PROFILE_SERIALIZATION_TYPE);
                    }
    }

    @Test
    void the_version_of_bagit_is_one_of_the_accepted() throws Exception {
        assertThat(bag.against("'Accept-BagIt-Version': ['0.97', '1.0']")).isEmpty();
        assertThat(bag.against("'Accept-BagIt-Version': ['0.97']")).containsExactly(PROFILE_BAGIT_VERSION);
        bag.version = Optional.empty();
        assertThat(bag.against("'Accept-BagIt-Version': ['0.97']")).isEmpty();
    }
}
