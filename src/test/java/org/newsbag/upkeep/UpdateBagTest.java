package org.newsbag.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.SecondOpinion;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Progress;
import org.newsbag.upkeep.UpkeepResult.Reason;
import org.newsbag.upkeep.UpkeepResult.Refused;
import org.newsbag.upkeep.UpkeepResult.Updated;
import org.newsbag.validation.BagMaking;
import org.newsbag.validation.Level;
import org.newsbag.validation.ProfileSource;
import org.newsbag.validation.Validator;
import org.newsbag.validation.Verdict;

class UpdateBagTest {
    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    private BagMaking simple() {
        return BagMaking.simple(folder.resolve("bag"));
    }

    @Test
    void a_bag_that_has_all_is_left_alone() throws Exception {
        var bag = simple().put("bag-info.txt", "Payload-Oxum: 9.2\nTitle:  two  spaces \n")
                .tagManifest("sha256");
        var before = contents();
        assertThat(updated(request(bag)).changes()).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void what_is_missing_is_added_and_said() throws Exception {
        var updated = updated(request(simple()));
        assertThat(updated.changes())
                .containsExactly(
                        new Change(Change.Kind.ADDED, "bag-info.txt", "Payload-Oxum 9.2"),
                        new Change(Change.Kind.ADDED, "tagmanifest-sha256.txt", "3 files"));
        assertValid(updated);
    }

    @Test
    void algorithms_are_added_and_dropped() throws Exception {
        var bag = simple().manifest("md5").tagManifest("md5");
        var updated = updated(new UpdateRequest(
                bag.path(), Optional.of(List.of(Algorithm.SHA_512, Algorithm.SHA_256)), false, false, 2));
        assertThat(updated.changes())
                .extracting(change -> change.kind().id() + " " + change.path())
                .containsExactly(
                        "added bag-info.txt",
                        "added manifest-sha512.txt",
                        "removed manifest-md5.txt",
                        "removed tagmanifest-md5.txt",
                        "added tagmanifest-sha256.txt",
                        "added tagmanifest-sha512.txt");
        assertValid(updated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.93", "0.95", "0.96", "0.97"})
    void drafts_become_1_0(String version) throws Exception {
        var info = version.compareTo("0.96") < 0 ? "package-info.txt" : "bag-info.txt";
        var bag = BagMaking.in(folder.resolve("bag"))
                .declare(version)
                .put("data/a b.txt", "alpha")
                .put("data/c.txt", "c")
                .put("manifest-md5.txt", BagMaking.hex("md5", "alpha").toUpperCase(Locale.ROOT) + " data/a b.txt\n")
                .put("manifest-sha1.txt", BagMaking.hex("sha1", "c") + "\tdata/c.txt")
                .put(info, "Packing-Date : 2009-01-01\nTitle:a long\n  story\nPayload-Oxum:6.2\n");
        var updated = updated(request(bag));
        assertValid(updated);
        assertThat(Files.readString(bag.path().resolve("bagit.txt"))).startsWith("BagIt-Version: 1.0\n");
        assertThat(Files.readString(bag.path().resolve("bag-info.txt")))
                .isEqualTo((info.startsWith("package") ? "Bagging-Date" : "Packing-Date")
                        + ": 2009-01-01\nTitle: a long story\nPayload-Oxum: 6.2\n");
        assertThat(bag.path().resolve("package-info.txt")).doesNotExist();
        assertThat(Files.readString(bag.path().resolve("manifest-sha1.txt"))).contains("  data/a b.txt\n");
    }

    @Test
    void a_percent_sign_that_a_draft_did_not_escape_is_escaped() throws Exception {
        var bag = BagMaking.in(folder.resolve("bag"))
                .declare("0.97")
                .put("data/a%0Ab.txt", "alpha")
                .put("manifest-md5.txt", BagMaking.hex("md5", "alpha") + "  data/a%0Ab.txt\n");
        assertThat(updated(request(bag)).verdict()).isEqualTo(Verdict.VALID);
        assertThat(Files.readString(bag.path().resolve("manifest-md5.txt"))).contains("  data/a%250Ab.txt\n");
    }

    @Test
    void a_percent_sign_in_fetch_txt_is_escaped_too() throws Exception {
        var bag = BagMaking.in(folder.resolve("bag"))
                .declare("0.97")
                .put("data/a%25b", "alpha")
                .put("data/c%0Ad", "beta")
                .put("data/e\rf", "gamma")
                .put("data/plain", "delta")
                .put(
                        "manifest-sha256.txt",
                        BagMaking.hex("sha256", "alpha") + "  data/a%25b\n" + BagMaking.hex("sha256", "beta")
                                + "  data/c%0Ad\n" + BagMaking.hex("sha256", "gamma") + "  data/e%0Df\n"
                                + BagMaking.hex("sha256", "delta") + "  data/plain\n")
                .put(
                        "fetch.txt",
                        "https://e/%25 5 data/a%25b\r\nhttps://e\t4\tdata/c%0Ad\nhttps://e 5 data/e%0Df\rhttps://e 5 data/plain");
        assertThat(updated(request(bag)).verdict()).isEqualTo(Verdict.VALID);
        assertThat(Files.readString(bag.path().resolve("fetch.txt")))
                .isEqualTo(
                        "https://e/%25 5 data/a%2525b\r\nhttps://e\t4\tdata/c%250Ad\nhttps://e 5 data/e%0Df\rhttps://e 5 data/plain");
    }

    @Test
    void a_percent_sign_in_fetch_txt_in_another_normalization_than_the_disks() throws Exception {
        var bag = BagMaking.in(folder.resolve("bag"))
                .declare("0.97")
                .put("data/e\u0301\nx", "alpha")
                .put("manifest-sha256.txt", BagMaking.hex("sha256", "alpha") + "  data/\u00E9%0Ax\n")
                .put("fetch.txt", "https://e 5 data/\u00E9%0Ax\n");
        assertThat(updated(request(bag)).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void what_only_old_drafts_rename_stays_from_0_96_on() throws Exception {
        var bag = simple().put("package-info.txt", "Foo: bar\n")
                .put("bag-info.txt", "Bagging-Date: 2020-01-01\nPacking-Date: 2001-01-01\n");
        var updated = updated(request(bag));
        assertThat(updated.changes()).noneMatch(change -> change.kind() == Change.Kind.REMOVED);
        assertThat(bag.path().resolve("package-info.txt")).hasContent("Foo: bar\n");
        assertThat(Files.readString(bag.path().resolve("bag-info.txt")))
                .isEqualTo("Bagging-Date: 2020-01-01\nPacking-Date: 2001-01-01\nPayload-Oxum: 9.2\n");
    }

    @Test
    void a_charset_that_writes_all_with_bytes_of_ascii_is_refused() throws Exception {
        var charset = Charset.forName("ISO-2022-JP");
        var bag = simple().put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-2022-JP\n")
                .put("bag-info.txt", "Title: \u65E5\u672C\nPayload-Oxum: 9.2\n", charset);
        var before = contents();
        assertThat(refused(request(bag)).message()).contains("bag-info.txt is not ASCII");
        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch.txt", "tagmanifest-sha256.txt"})
    void a_folder_in_the_place_of_a_tag_file_is_left_alone(String name) throws Exception {
        var bag = simple().declare("0.97").put(name + "/x", "x");
        var before = contents();
        var result = new UpdateBag(ProfileSource.NONE, Progress.SILENT).run(request(bag), findings);
        if (result instanceof Refused) assertThat(contents()).isEqualTo(before);
        else assertThat(((Updated) result).verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {" note.txt", "~", "C:/x", "\\x"})
    void a_tag_file_that_no_line_can_name_stays_unlisted(String name) throws Exception {
        var bag = simple().put(name, "note");
        assertThat(updated(request(bag)).verdict()).isEqualTo(Verdict.VALID);
        assertThat(updated(request(bag)).changes()).isEmpty();
    }

    @Test
    void a_tag_that_could_be_read_back_as_another_is_refused() throws Exception {
        var bag = simple().put("bag-info.txt", "A: b\u001Bc\n");
        assertThat(refused(request(bag)).reason()).isEqualTo(Reason.BAG);
    }

    @Test
    void tags_are_not_lost_where_both_info_files_are_there() throws Exception {
        var bag = simple().declare("0.95")
                .put("package-info.txt", "Packing-Date: 2008-01-01\n")
                .put("bag-info.txt", "Source-Organization: X\n");
        var before = contents();
        assertThat(refused(request(bag)).message()).contains("package-info.txt and bag-info.txt are both there");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void form_is_mended_where_the_payload_is_vouched_for() throws Exception {
        var bag = simple().manifest("sha512")
                .put("bagit.txt", "\uFEFFBagIt-Version : 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n\r\n")
                .put("manifest-SHA-512.txt", Files.readString(folder.resolve("bag/manifest-sha512.txt")))
                .remove("manifest-sha512.txt")
                .replace("manifest-SHA-512.txt", "  data/sub", " *data/./sub")
                .put("bag-info.txt", "\uFEFFTitle: T\nPayload-Oxum: nine\nPayload-Oxum: 9.2\n");
        var updated = updated(request(bag));
        assertValid(updated);
        assertThat(Files.readString(bag.path().resolve("bag-info.txt"))).isEqualTo("Title: T\nPayload-Oxum: 9.2\n");
        assertThat(bag.path().resolve("manifest-SHA-512.txt")).doesNotExist();
    }

    @Test
    void a_payload_that_contradicts_the_manifests_is_refused_and_nothing_is_touched() throws Exception {
        refusesUntilTold(simple().put("data/a.txt", "changed"));
    }

    @Test
    void a_file_that_is_missing_or_too_many_is_refused() throws Exception {
        refusesUntilTold(simple().remove("data/a.txt").put("data/c.txt", "new"));
    }

    @Test
    void a_manifest_that_its_tag_manifest_does_not_know_is_refused() throws Exception {
        refusesUntilTold(
                simple().tagManifest("sha256").put("data/a.txt", "changed").manifest("sha256"));
    }

    @Test
    void a_manifest_that_its_tag_manifest_does_not_know_is_refused_among_a_thousand_other_tag_files() throws Exception {
        var bag = simple();
        for (int i = 0; i <= Findings.KEPT; i++) bag.put("a/" + i, "before");
        bag.tagManifest("sha256").put("data/a.txt", "changed").manifest("sha256");
        for (int i = 0; i <= Findings.KEPT; i++) bag.put("a/" + i, "after");
        assertThat(refused(request(bag)).reason()).isEqualTo(Reason.BAG);
    }

    @Test
    void a_file_that_nothing_vouches_for_is_refused() throws Exception {
        refusesUntilTold(simple().replace("manifest-sha256.txt", BagMaking.hex("sha256", "alpha"), "0123"));
    }

    @Test
    void a_tag_file_that_is_listed_and_missing_is_refused() throws Exception {
        refusesUntilTold(simple().put("notes.txt", "n").tagManifest("sha256").remove("notes.txt"));
    }

    @Test
    void a_line_that_may_have_been_of_a_lost_file_is_refused() throws Exception {
        for (var line : new String[] {"  ../up.txt", "  notes.txt", ""}) {
            Files.deleteIfExists(folder.resolve("bag/tagmanifest-sha256.txt"));
            Files.deleteIfExists(folder.resolve("bag/bag-info.txt"));
            refusesUntilTold(simple().append("manifest-sha256.txt", BagMaking.hex("sha256", "x") + line + "\n"));
        }
    }

    @Test
    void a_payload_oxum_that_is_wrong_is_refused() throws Exception {
        refusesUntilTold(simple().put("bag-info.txt", "Payload-Oxum: 10.3\n"));
    }

    @Test
    void two_checksums_of_one_file_are_refused() throws Exception {
        refusesUntilTold(simple().append("manifest-sha256.txt", BagMaking.hex("sha256", "other") + "  data/a.txt\n"));
    }

    private void refusesUntilTold(BagMaking bag) throws Exception {
        var before = contents();
        assertThat(refused(request(bag)).reason()).isEqualTo(Reason.BAG);
        assertThat(contents()).isEqualTo(before);
        assertThat(findings.hasErrors()).isTrue();
        assertValid(updated(new UpdateRequest(bag.path(), Optional.empty(), true, false, 2)));
    }

    @Test
    void a_tag_file_that_was_edited_is_taken_in() throws Exception {
        var bag =
                simple().put("bag-info.txt", "Title: T\n").tagManifest("sha256").put("bag-info.txt", "Title: U\n");
        assertValid(updated(request(bag)));
        assertThat(findings.has(FindingCode.TAG_FILE_ALTERED)).isTrue();
        assertThat(Files.readString(bag.path().resolve("bag-info.txt"))).isEqualTo("Title: U\nPayload-Oxum: 9.2\n");
    }

    @Test
    void a_dry_run_says_the_same_and_changes_nothing() throws Exception {
        var bag = simple();
        var before = contents();
        var dry = updated(new UpdateRequest(bag.path(), Optional.empty(), false, true, 2));
        assertThat(contents()).isEqualTo(before);
        assertThat(updated(request(bag)).changes()).isEqualTo(dry.changes());
    }

    @Test
    void what_the_update_would_lose_or_cannot_list_is_refused_always() throws Exception {
        var broken = Map.of(
                "bag-info.txt", "no colon\n".getBytes(StandardCharsets.UTF_8),
                "bagit.txt",
                        "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n".getBytes(StandardCharsets.UTF_8),
                "fetch.txt", "https://example.org/c 1 data/c.txt\n".getBytes(StandardCharsets.UTF_8),
                "manifest-sha256.txt", new byte[] {(byte) 0xFF});
        for (var file : broken.entrySet()) {
            var bag = simple().put(file.getKey(), file.getValue());
            assertThat(refused(new UpdateRequest(bag.path(), Optional.empty(), true, false, 1))
                            .reason())
                    .as(file.getKey())
                    .isEqualTo(Reason.BAG);
            bag.remove(file.getKey());
        }
        Files.createSymbolicLink(simple().path().resolve("data/link"), Path.of("/etc"));
        assertThat(refused(request(simple())).reason()).isEqualTo(Reason.BAG);
    }

    @Test
    void a_manifest_of_an_unknown_algorithm_is_dropped_only_when_the_user_says_which_are_to_be() throws Exception {
        var bag = simple().put("manifest-whirlpool9.txt", "00  data/a.txt\n00  data/sub/b.txt\n");
        assertThat(refused(request(bag)).reason()).isEqualTo(Reason.REQUEST);
        var updated = updated(new UpdateRequest(bag.path(), Optional.of(List.of(Algorithm.SHA_256)), false, false, 1));
        assertValid(updated);
        assertThat(bag.path().resolve("manifest-whirlpool9.txt")).doesNotExist();
    }

    @Test
    void another_charset_is_taken_where_its_tag_files_are_ascii_and_refused_otherwise() throws Exception {
        var bag = simple().put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: windows-1256\n");
        assertValid(updated(request(bag)));
        bag.put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: windows-1256\n")
                .put("bag-info.txt", "Title: \u0645\n", Charset.forName("windows-1256"))
                .remove("tagmanifest-sha256.txt");
        assertThat(refused(request(bag)).message()).contains("windows-1256", "bag-info.txt");
    }

    @Test
    void an_archive_is_refused() throws Exception {
        var file = Files.writeString(folder.resolve("bag.tar"), "x");
        assertThat(refused(new UpdateRequest(file, Optional.empty(), false, false, 1))
                        .reason())
                .isEqualTo(Reason.REQUEST);
    }

    @Test
    void at_every_moment_of_the_exchange_the_bag_is_valid() throws Exception {
        var bag = BagMaking.in(folder.resolve("bag"))
                .declare("0.95")
                .put("data/a.txt", "alpha")
                .put("package-info.txt", "Packing-Date: 2009-01-01\n")
                .manifest("md5")
                .manifest("sha1")
                .tagManifest("md5");
        var present = new PresentBag(Optional.of(List.of(Algorithm.SHA_1, Algorithm.SHA_512)));
        new BagJudge(ProfileSource.NONE, Progress.SILENT).full(bag.path(), 1, present);
        var staged = Files.createDirectory(folder.resolve("staged"));
        var changes = new NewForm(present, bag.path(), staged).write();
        var exchange = new Exchange(bag.path(), staged, changes);
        var verdicts = new TreeMap<String, Verdict>();
        for (var step : exchange.steps())
            for (var change : step) {
                exchange.make(change); // and here the power goes
                verdicts.put(
                        verdicts.size() + " " + change.kind().id() + " " + change.path(),
                        new Validator(Level.FULL, 1, Progress.SILENT)
                                .judge(bag.path())
                                .verdict());
            }
        assertThat(verdicts).hasSize(8);
        assertThat(verdicts.values()).containsOnly(Verdict.VALID);
    }

    private static UpdateRequest request(BagMaking bag) {
        return new UpdateRequest(bag.path(), Optional.empty(), false, false, 2);
    }

    private Updated updated(UpdateRequest request) throws Exception {
        var result = new UpdateBag(ProfileSource.NONE, Progress.SILENT).run(request, findings);
        assertThat(result).isInstanceOf(Updated.class);
        return (Updated) result;
    }

    private Refused refused(UpdateRequest request) throws Exception {
        var result = new UpdateBag(ProfileSource.NONE, Progress.SILENT).run(request, findings);
        assertThat(result).isInstanceOf(Refused.class);
        return (Refused) result;
    }

    /** Valid for newsbag and for the other library; and nothing is left beside it. */
    private void assertValid(Updated updated) throws Exception {
        var judgement = new Validator(Level.FULL, 1, Progress.SILENT).judge(updated.bag());
        assertThat(judgement.findings().list()).isEmpty();
        assertThat(updated.verdict()).isEqualTo(Verdict.VALID);
        SecondOpinion.judge(updated.bag());
        try (var beside = Files.list(folder)) {
            assertThat(beside).containsExactly(folder.resolve("bag"));
        }
    }

    private TreeMap<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.toList())
                contents.put(
                        folder.relativize(file).toString(),
                        Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
        }
        return contents;
    }
}
