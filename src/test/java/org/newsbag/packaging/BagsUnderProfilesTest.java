package org.newsbag.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.conformance.BagProfileChecker;
import gov.loc.repository.bagit.exceptions.conformance.RequiredMetadataFieldNotPresentException;
import gov.loc.repository.bagit.reader.BagReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.BagOnDisk;
import org.newsbag.Making;
import org.newsbag.SecondOpinion;
import org.newsbag.bag.Tag;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.packaging.CreateResult.Created;
import org.newsbag.packaging.CreateResult.Reason;
import org.newsbag.packaging.CreateResult.Refused;
import org.newsbag.profile.Profile;
import org.newsbag.store.Serialization;

/** A bag made under a profile meets it when it is read back; else nothing is copied, and all that is missing is told. */
class BagsUnderProfilesTest {
    private static final String IDENTIFIER = "https://example.org/strict.json";

    @TempDir
    Path folder;

    private Path source;

    @BeforeEach
    void source() throws IOException {
        source = folder.resolve("source");
        Making.file(source, "a.txt", "text");
        Making.file(source, "sub/b.txt", "more text");
    }

    @Test
    void every_bag_of_ours_meets_our_own_profile() throws Exception {
        var bag = making("1").bag();
        assertThat(faults(shipped("newsbag-news"), bag)).isEmpty();
        assertThat(faults(
                        shipped("newsbag-news"),
                        making("2").under(shipped("newsbag-news")).bag()))
                .isEmpty();
        assertThat(faults(
                        shipped("newsbag-news"),
                        making("3").extracting().as(Serialization.TAR).bag()))
                .isEmpty();
    }

    @Test
    void a_bag_for_aptrust_is_a_tar_with_md5_and_its_own_tag_file() throws Exception {
        var bag = making("1")
                .extracting()
                .with(
                        new Tag("aptrust-info.txt/Title", "Week 47"),
                        new Tag("Source-Organization", "A library"),
                        new Tag("aptrust-info.txt/access", "Institution"))
                .under(shipped("aptrust-2.3"))
                .bag();
        assertThat(bag.toString()).endsWith("bag.tar");
        assertThat(faults(shipped("aptrust-2.3"), bag)).isEmpty();
        var read = BagOnDisk.read(bag);
        assertThat(read.payloadAlgorithms()).containsExactly("md5", "sha256");
        assertThat(read.tags("aptrust-info.txt").orElseThrow())
                .extracting(tag -> tag.label() + ": " + tag.value())
                .containsExactly("Title: Week 47", "access: Institution");
        assertThat(read.tags("bag-info.txt").orElseThrow())
                .noneMatch(tag -> tag.label().startsWith("aptrust"))
                .filteredOn(tag -> tag.label().equals("BagIt-Profile-Identifier"))
                .hasSize(1);
    }

    @Test
    void without_its_labels_a_bag_for_aptrust_is_refused_with_the_options_to_give() throws Exception {
        var making = making("1").under(shipped("aptrust-2.3"));
        var refused = refused(making);
        assertThat(refused.message())
                .contains(
                        "--info \"Source-Organization: ...\"",
                        "--info \"aptrust-info.txt/Access: Consortia | Institution | Restricted\"",
                        "--info \"aptrust-info.txt/Title: ...\"");
        assertThat(making.findings().list())
                .extracting(f -> f.code() + " " + f.location())
                .containsExactly(
                        "PROFILE_TAG_MISSING aptrust-info.txt, Access",
                        "PROFILE_TAG_MISSING aptrust-info.txt, Title",
                        "PROFILE_TAG_MISSING bag-info.txt, Source-Organization",
                        "PROFILE_TAG_FILE_MISSING aptrust-info.txt");
    }

    @Test
    void a_bag_beyond_the_repository_needs_an_organization_only() throws Exception {
        assertThat(refused(making("1").under(shipped("beyond-the-repository-1.0")))
                        .message())
                .contains("Source-Organization");
        var bag = making("2")
                .with(new Tag("source-organization", "A library"))
                .under(shipped("beyond-the-repository-1.0"))
                .bag();
        assertThat(faults(shipped("beyond-the-repository-1.0"), bag)).isEmpty();
        SecondOpinion.judge(bag);
    }

    @Test
    void the_library_of_the_library_of_congress_agrees() throws Exception {
        var name = "beyond-the-repository-1.0";
        var text = Files.readString(Path.of("profiles", name + ".json"));
        // It reads no profile without contacts and without Tag-Files-Required, which the specification lets one leave
        // out.
        var full = text.replaceFirst(
                        "\"Version\"",
                        "\"Contact-Name\": \"x\", \"Contact-Email\": \"x\", \"Contact-Phone\": \"x\", \"Version\"")
                .replaceFirst("\"Tag-Files-Allowed\"", "\"Tag-Files-Required\": [], \"Tag-Files-Allowed\"");
        var bag = making("1")
                .with(new Tag("Source-Organization", "A library"))
                .under(shipped(name))
                .bag();
        var read = new BagReader().read(bag);
        assertThatCode(() -> BagProfileChecker.bagConformsToProfile(stream(full), read))
                .doesNotThrowAnyException();
        var other = full.replace("\"Payload-Oxum\"", "\"Another-Label\"");
        assertThatThrownBy(() -> BagProfileChecker.bagConformsToProfile(stream(other), read))
                .isInstanceOf(RequiredMetadataFieldNotPresentException.class);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_the_profile_leaves_no_choice_in_is_filled_in() throws Exception {
        var strict = profile("'Bag-Info': {'Desk': {'required': true, 'values': ['News']}, 'Access': {'required': true,"
                + " 'values': ['Open', 'Closed']}, 'External-Identifier': {'repeatable': false}, 'Bag-Software-Agent':"
                + " {'values': ['any']}}, 'Other-Info': [{'z-info.txt': {'Kind': {'required': true, 'values': ['a']}}}],"
                + " 'Tag-Files-Allowed': ['metadata/*', 'z-info.txt'], 'Tag-Files-Required': ['metadata/premis.xml'],"
                + " 'Payload-Files-Required': ['data/a.txt', 'data/sub/'], 'Payload-Files-Allowed': ['data/*.txt']");
        var bag = making("1")
                .with(new Tag("Access", "Open"), new Tag("External-Identifier", "A-1"))
                .extracting()
                .under(strict)
                .bag();
        assertThat(faults(strict, bag)).isEmpty();
        assertThat(Files.readString(bag.resolve("bag-info.txt")))
                .contains("Desk: News\n", "External-Identifier: A-1\n", "BagIt-Profile-Identifier: " + IDENTIFIER)
                .doesNotContain("urn:uuid", "Bag-Software-Agent");
        assertThat(bag.resolve("z-info.txt")).hasContent("Kind: a");
        assertThat(Files.readString(bag.resolve("tagmanifest-sha256.txt"))).contains("  z-info.txt\n");
        SecondOpinion.judge(bag);
    }

    @Test
    void what_is_calculated_is_never_filled_in_and_no_other_software_is_named() throws Exception {
        refuses("PROFILE_TAG_VALUE", "'Bag-Info': {'Bagging-Date': {'required': true, 'values': ['1999-01-01']}}");
        var other = "'Bag-Info': {'Bag-Software-Agent': {'required': true, 'values': ['another']}}";
        refuses("PROFILE_TAG_MISSING", other);
        var bag = making("1")
                .with(new Tag("Bag-Software-Agent", "another"))
                .under(profile(other))
                .bag();
        assertThat(faults(profile(other), bag)).isEmpty();
    }

    @Test
    void algorithms_are_those_that_the_profile_requires_and_the_best_it_allows() throws Exception {
        algorithms("md5,sha256,sha512", "'Manifests-Required': ['md5']");
        algorithms("sha512", "'Tag-Manifests-Allowed': ['sha512']");
        algorithms("sha384", "'Manifests-Allowed': ['sha1', 'md5', 'sha384']");
        algorithms("sha1,sha256", "'Manifests-Allowed': ['sha1', 'sha256'], 'Tag-Manifests-Required': ['sha1']");
    }

    @Test
    void the_form_is_the_first_that_the_profile_accepts_and_we_can_write() throws Exception {
        form(
                "bag.zip",
                "'Serialization': 'required', 'Accept-Serialization': ['application/x-7z-compressed', 'application/x-zip-compressed', 'application/tar']");
        form("bag.tar.gz", "'Serialization': 'required', 'Accept-Serialization': ['application/x-tar+gzip']");
        form("bag", "'Serialization': 'optional', 'Accept-Serialization': ['application/tar']");
        form("bag", "'Serialization': 'forbidden'");
    }

    @Test
    void what_cannot_be_met_is_refused_before_anything_is_copied() throws Exception {
        refuses(
                "PROFILE_SERIALIZATION_REQUIRED",
                "'Serialization': 'required', 'Accept-Serialization': ['application/x-7z-compressed']");
        refuses("PROFILE_TAG_FILE_NOT_ALLOWED", "'Tag-Files-Allowed': ['a/*']");
        refuses("PROFILE_TAG_FILE_MISSING", "'Tag-Files-Required': ['a/b']");
        refuses("PROFILE_PAYLOAD_FILE_MISSING", "'Payload-Files-Required': ['data/README']");
        refuses("PROFILE_PAYLOAD_FILE_NOT_ALLOWED", "'Payload-Files-Allowed': ['data/a*']");
        refuses("PROFILE_FETCH_MISSING", "'Fetch.txt-Required': true");
        refuses("PROFILE_DATA_NOT_EMPTY", "'Data-Empty': true");
        refuses("PROFILE_BAGIT_VERSION", "'Accept-BagIt-Version': ['0.97']");
        refuses("PROFILE_MANIFEST_MISSING", "'Manifests-Required': ['blake3']");
        refuses("PROFILE_TAG_VALUE", "'Bag-Info': {'Bagging-Date': {'values': ['1999-01-01']}}");
    }

    @Test
    void what_the_user_insists_on_is_never_changed_but_refused() throws Exception {
        var making = making("1")
                .with(Algorithm.SHA_256)
                .as(Serialization.ZIP)
                .insistingUnder(profile("'Manifests-Required': ['md5'], 'Manifests-Allowed': ['md5'],"
                        + " 'Serialization': 'required', 'Accept-Serialization': ['application/tar']"));
        assertThat(refused(making).message()).contains("--algorithm", "--serialize");
        assertThat(codes(making))
                .containsExactly(
                        FindingCode.PROFILE_MANIFEST_MISSING,
                        FindingCode.PROFILE_MANIFEST_NOT_ALLOWED,
                        FindingCode.PROFILE_SERIALIZATION_TYPE);
    }

    @Test
    void descriptions_of_single_files_are_judged_only_where_they_are_made() throws Exception {
        var some = profile("'Tag-Files-Allowed': ['metadata/*.xml', 'metadata/dublin-core.json']");
        var making = making("1").extracting().under(some);
        assertThat(refused(making).message()).contains("--no-extract");
        assertThat(codes(making)).hasSize(4);
        assertThat(faults(some, making("2").under(some).bag())).isEmpty();
    }

    @Test
    void labels_for_a_file_that_newsbag_writes_itself_are_refused() throws Exception {
        var clash = profile("'Other-Info': {'metadata/premis.xml': {'Kind': {'required': true, 'values': ['a']}}}");
        assertThat(refused(making("1").under(clash)).message()).contains("metadata/premis.xml");
    }

    @Test
    void a_profile_and_a_source_that_are_both_wrong_are_both_told() throws Exception {
        Files.createSymbolicLink(source.resolve("bad"), Path.of("/nowhere"));
        var making = making("1").under(shipped("beyond-the-repository-1.0"));
        assertThat(refused(making).reason()).isEqualTo(Reason.REQUEST);
        assertThat(codes(making)).contains(FindingCode.SOURCE_LINK_REFUSED, FindingCode.PROFILE_TAG_MISSING);
    }

    private void algorithms(String expected, String parts) throws Exception {
        var profile = profile(parts);
        var bag = making(expected).under(profile).bag();
        assertThat(BagOnDisk.read(bag).payloadAlgorithms())
                .containsExactlyElementsOf(Arrays.asList(expected.split(",")));
        assertThat(faults(profile, bag)).isEmpty();
    }

    private void form(String expected, String parts) throws Exception {
        var output = Files.createTempDirectory(folder, "form");
        var result = (Created) Making.into(output, source).under(profile(parts)).run();
        assertThat(result.bag()).isEqualTo(output.resolve(expected));
        assertThat(result.profile()).isEqualTo(IDENTIFIER);
    }

    private void refuses(String code, String parts) throws Exception {
        var making = making("refused").under(profile(parts));
        refused(making);
        assertThat(codes(making)).extracting(FindingCode::name).contains(code).allMatch(name -> name.equals(code));
    }

    private Refused refused(Making making) throws Exception {
        var result = making.run();
        assertThat(result).isInstanceOf(Refused.class);
        assertThat(((Refused) result).reason()).isEqualTo(Reason.REQUEST);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(source);
        }
        return (Refused) result;
    }

    private Making making(String output) throws IOException {
        return Making.into(folder.resolve(output), source);
    }

    private static List<FindingCode> codes(Making making) {
        return making.findings().list().stream().map(f -> f.code()).toList();
    }

    private static List<String> faults(Profile profile, Path bag) throws IOException {
        var findings = new Findings();
        profile.check(BagOnDisk.read(bag), findings);
        return findings.list().stream().map(Object::toString).toList();
    }

    private static Profile shipped(String name) throws IOException {
        return Profile.read(Path.of("profiles", name + ".json"), new Findings()).orElseThrow();
    }

    /** A sound profile with these parts; written with single quotes. */
    private static Profile profile(String parts) {
        var version = parts.contains("Accept-BagIt-Version") ? "" : ", 'Accept-BagIt-Version': ['1.0']";
        var text = "{'BagIt-Profile-Info': {'BagIt-Profile-Identifier': '" + IDENTIFIER
                + "', 'BagIt-Profile-Version': '1.4.0', 'Source-Organization': 'An archive',"
                + " 'External-Description': 'A sample', 'Version': '2'}" + version + ", " + parts + "}";
        var findings = new Findings();
        return Profile.read("p.json", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), findings)
                .orElseThrow(() -> new AssertionError(findings.list()));
    }
}
