package org.newsbag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newsbag.durable.Staging;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Progress;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Event;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.KnownFile;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.LedgerPlace;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.ProofMaker;
import org.newsbag.ledger.Queue;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.ledger.Registration;
import org.newsbag.store.BagArchive;
import org.newsbag.store.Serialization;
import org.newsbag.validation.BagMaking;

/** What the audit promises, on whatever database the ledger is kept. */
abstract class AuditContract {
    @TempDir
    Path folder;

    Auditing audit;

    /** An empty place for a ledger. */
    abstract LedgerPlace place() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        audit = new Auditing(place(), folder.toRealPath().resolve("bags"));
    }

    /** The fault is found, found again, and stands in the status; the ledger stays sound; and when the bag is as it was, all is well again. */
    private void isFoundAndNeverExcused(Map<String, String> expected) {
        var first = audit.run();
        assertThat(first.failures()).isEqualTo(expected);
        assertThat(first.result().isKept()).isFalse();
        audit.clock.move(Duration.ofDays(400));
        assertThat(audit.run().failures()).isEqualTo(expected);
        assertThat(audit.standing().failing()).isEqualTo(1);
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void a_sound_bag_is_intact_and_counted() {
        audit.added("one");
        audit.added("two");
        var run = audit.run();
        assertThat(run.failures()).isEmpty();
        assertThat(run.result().isComplete()).isTrue();
        assertThat(run.result().files()).isEqualTo(16);
        assertThat(run.result().isKept()).isTrue();
        var standing = audit.standing();
        assertThat(standing.bags()).isEqualTo(2);
        assertThat(standing.files()).isEqualTo(16);
        assertThat(standing.oldest()).contains(Instant.parse("2026-03-01T08:01:00Z"));
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void a_bit_flipped_in_a_payload_file_is_found_though_its_time_is_the_old_one() throws IOException {
        var bag = audit.added("bag");
        var file = bag.path().resolve("data/a.txt");
        var time = Files.getLastModifiedTime(file);
        flip(file, 3);
        Files.setLastModifiedTime(file, time);
        isFoundAndNeverExcused(Map.of("data/a.txt", "altered"));
    }

    @Test
    void a_bit_flipped_in_a_manifest_is_found() throws IOException {
        flip(audit.added("bag").path().resolve("manifest-sha256.txt"), 5);
        isFoundAndNeverExcused(Map.of("manifest-sha256.txt", "manifest-altered"));
    }

    @Test
    void a_bit_flipped_in_a_tag_manifest_is_found() throws IOException {
        flip(audit.added("bag").path().resolve("tagmanifest-sha256.txt"), 5);
        isFoundAndNeverExcused(Map.of("tagmanifest-sha256.txt", "manifest-altered"));
    }

    @Test
    void a_bit_flipped_in_bag_info_is_found() throws IOException {
        flip(audit.added("bag").path().resolve("bag-info.txt"), 5);
        isFoundAndNeverExcused(Map.of("bag-info.txt", "tag-altered"));
    }

    @Test
    void a_bit_flipped_in_the_declaration_is_found_and_the_rest_is_read_all_the_same() throws IOException {
        flip(audit.added("bag").path().resolve("bagit.txt"), 16);
        isFoundAndNeverExcused(Map.of("bagit.txt", "tag-altered"));
    }

    @Test
    void a_truncated_file_is_found() throws IOException {
        Files.writeString(audit.added("bag").path().resolve("data/a.txt"), "al");
        isFoundAndNeverExcused(Map.of("data/a.txt", "altered"));
    }

    @Test
    void a_file_replaced_by_one_of_the_same_size_is_found() throws IOException {
        Files.writeString(audit.added("bag").path().resolve("data/a.txt"), "ALPHA OF BAG");
        isFoundAndNeverExcused(Map.of("data/a.txt", "altered"));
    }

    @Test
    void a_file_replaced_by_a_link_to_its_own_bytes_elsewhere_is_found() throws IOException {
        var file = audit.added("bag").path().resolve("data/a.txt");
        Files.move(file, folder.resolve("outside"));
        Files.createSymbolicLink(file, folder.resolve("outside"));
        isFoundAndNeverExcused(Map.of("data/a.txt", "altered"));
    }

    @Test
    void a_file_replaced_by_a_link_to_the_same_bytes_in_the_bag_is_found() throws IOException {
        var bag = audit.added("bag");
        bag.put("data/copy.txt", "alpha of bag").manifest("sha256").tagManifest("sha256");
        audit.accept("bag");
        Files.delete(bag.path().resolve("data/copy.txt"));
        Files.createSymbolicLink(bag.path().resolve("data/copy.txt"), Path.of("a.txt"));
        isFoundAndNeverExcused(Map.of("data/copy.txt", "altered"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Serialization.class,
            names = {"TAR", "TAR_GZ", "TAR_ZST", "ZIP"})
    void bytes_behind_the_end_of_an_archive_are_found(Serialization form) throws IOException {
        var archive = audit.added("bag", form);
        var bytes = Files.readAllBytes(archive);
        Files.write(archive, Auditing.noise(3, 3000), java.nio.file.StandardOpenOption.APPEND);
        assertThat(audit.run().result().isKept()).isFalse();
        Files.write(archive, new byte[bytes.length]);
        assertThat(audit.run().failures()).as("zeros in its place").isEqualTo(Map.of("", "altered"));
        Files.delete(archive);
        copyOf(audit.bags.resolveSibling("to-pack").resolve("bag"), archive);
        assertThat(audit.run().failures()).as("a folder in its place").isEqualTo(Map.of("", "altered"));
    }

    private static void copyOf(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList())
                Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    @Test
    void a_file_added_removed_and_renamed_is_found() throws IOException {
        var bag = audit.added("bag");
        bag.put("data/new.txt", "new").remove("data/a.txt");
        Files.move(bag.path().resolve("data/sub/b.txt"), bag.path().resolve("data/sub/z.txt"));
        isFoundAndNeverExcused(Map.of("data/new.txt", "added", "data/a.txt", "missing", "data/sub/b.txt", "moved"));
    }

    @Test
    void an_added_tag_file_is_found_though_no_manifest_need_list_it() {
        audit.added("bag").put("notes/extra.txt", "new");
        isFoundAndNeverExcused(Map.of("notes/extra.txt", "added"));
    }

    @Test
    void an_empty_file_that_is_gone_is_missing_even_if_another_empty_one_is_new() {
        audit.added("bag").remove("data/empty.txt").put("data/other.txt", "");
        isFoundAndNeverExcused(Map.of("data/empty.txt", "missing", "data/other.txt", "added"));
    }

    @Test
    void a_bag_that_is_gone_is_one_finding() throws IOException {
        audit.added("other");
        delete(audit.added("bag").path());
        isFoundAndNeverExcused(Map.of("", "bag-missing"));
    }

    @Test
    void a_disk_that_is_not_mounted_is_not_a_thousand_missing_files() throws IOException {
        audit.added("bag");
        Files.move(audit.bags, folder.resolve("off"));
        isFoundAndNeverExcused(Map.of("", "unavailable"));
        assertThat(audit.standing().oldest()).contains(Instant.parse("2026-03-01T08:00:00Z"));
        Files.move(folder.resolve("off"), audit.bags);
        assertThat(audit.run().failures()).isEmpty();
    }

    @Test
    void a_folder_that_lies_on_another_file_system_now_is_a_disk_that_is_not_mounted() throws IOException {
        var bag = audit.bag("bag");
        var file = new KnownFile("data/a.txt", 5, Checksum.ofText(Algorithm.SHA_256, "alpha"));
        audit.with(ledger -> ledger.recorder()
                .register(new Registration(
                        bag.path().toString(),
                        "none",
                        OptionalLong.empty(),
                        Algorithm.SHA_256,
                        List.of(file),
                        1000,
                        "/archive (nfs)",
                        JsonObject.builder().put("verdict", "valid").build(),
                        audit.clock.instant(),
                        Optional.empty(),
                        Optional.empty())));
        delete(bag.path());
        assertThat(audit.run().failures()).isEqualTo(Map.of("", "unavailable"));
        Files.createDirectory(bag.path());
        assertThat(audit.run().failures()).as("the empty place of a mount").isEqualTo(Map.of("", "unavailable"));
    }

    @Test
    void a_check_against_what_is_no_longer_expected_is_not_recorded() {
        audit.added("bag").put("notes.txt", "more");
        PartResult before = audit.with(ledger -> PartCheck.whole(ledger, 1, Progress.SILENT)
                .check(
                        ledger.holdings().bag(1).orElseThrow(),
                        ledger.holdings().part(1, 1).orElseThrow()));
        audit.accept("bag");
        List<Optional<Event>> recorded =
                audit.with(ledger -> ledger.recorder().check(List.of(before.toRecord(Optional.empty()))));
        assertThat(recorded).containsExactly(Optional.empty());
        assertThat(audit.standing().failing()).isZero();
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void an_empty_folder_where_several_bags_were_is_a_disk_that_is_not_mounted() throws IOException {
        audit.added("one");
        audit.added("two");
        Files.move(audit.bags, folder.resolve("off"));
        Files.createDirectory(audit.bags);
        assertThat(audit.run().parts())
                .extracting(PartResult::outcome)
                .containsOnly(Outcome.UNAVAILABLE)
                .hasSize(2);
    }

    @Test
    void another_valid_bag_in_its_place_is_found() throws IOException {
        var bag = audit.added("bag");
        var other = audit.bag("other");
        delete(bag.path());
        Files.move(other.path(), bag.path());
        var run = audit.run();
        assertThat(run.failures())
                .containsEntry("data/a.txt", "altered")
                .containsEntry("manifest-sha256.txt", "manifest-altered");
        assertThat(run.remark()).contains("another bag was put in its place");
        assertThat(audit.run().failures()).isEqualTo(run.failures());
    }

    @Test
    void a_manifest_rewritten_to_match_an_altered_file_is_found() {
        audit.added("bag").put("data/a.txt", "a lie").manifest("sha256").tagManifest("sha256");
        isFoundAndNeverExcused(Map.of(
                "data/a.txt", "altered",
                "manifest-sha256.txt", "manifest-altered",
                "tagmanifest-sha256.txt", "manifest-altered"));
        assertThat(audit.run().remark()).contains("rewritten to match");
    }

    @ParameterizedTest
    @EnumSource(
            value = Serialization.class,
            names = {"TAR", "TAR_GZ", "TAR_ZST", "ZIP"})
    void archives_are_audited_like_folders(Serialization form) throws IOException {
        var archive = audit.added("bag", form);
        assertThat(audit.run().failures()).isEmpty();
        var bytes = Files.readAllBytes(archive);
        for (int at : new int[] {bytes.length / 3, bytes.length / 2}) {
            flip(archive, at);
            assertThat(audit.run().result().isKept()).as("bit at " + at).isFalse();
            assertThat(audit.standing().failing()).isEqualTo(1);
            Files.write(archive, bytes);
            assertThat(audit.run().result().isKept()).isTrue();
        }
        for (int length : new int[] {1, 600, bytes.length / 2, bytes.length - 1500}) {
            Files.write(archive, Arrays.copyOf(bytes, length));
            var run = audit.run();
            assertThat(run.result().isKept()).as("cut to " + length).isFalse();
            assertThat(run.failures()).doesNotContainValue("missing");
        }
        Files.write(archive, bytes);
        assertThat(audit.run().failures()).isEmpty();
        assertThat(audit.verify()).isEmpty();
    }

    // What other tools lose or launder, each as a test of its own.

    @Test
    void files_overdue_by_years_stay_first_in_the_queue() {
        audit.added("old");
        audit.clock.move(Duration.ofDays(800));
        audit.added("new");
        assertThat(audit.standing().overdue()).isEqualTo(1);
        assertThat(audit.run().checked()).containsExactly("old", "new");
        assertThat(audit.standing().overdue()).isZero();
    }

    @Test
    void a_file_that_cannot_be_read_leaves_an_event_and_is_no_missing_one() throws IOException {
        var bag = audit.added("bag");
        var loop = bag.path().resolve("data/a.txt");
        Files.delete(loop);
        Files.createSymbolicLink(loop, loop.getFileName()); // to itself: it is there, and nobody can read it
        var run = audit.run();
        assertThat(run.failures()).containsOnlyKeys("data/a.txt");
        assertThat(run.failures().get("data/a.txt")).isIn("altered", "unreadable");
        assertThat(audit.outcomes("bag")).hasSize(1);
    }

    @Test
    void what_there_is_no_permission_for_is_unreadable_and_never_missing() throws IOException {
        var bag = audit.added("bag");
        audit.clock.move(Duration.ofDays(100));
        for (var locked : List.of("data/a.txt", "data/sub", "")) {
            var place = bag.path().resolve(locked);
            var before = Files.getPosixFilePermissions(place);
            Files.setPosixFilePermissions(place, Set.of());
            try {
                assumeFalse(Files.isReadable(place), "skipped: root may read everything");
                var run = audit.run();
                assertThat(run.failures().values())
                        .as("\"" + locked + "\"")
                        .isNotEmpty()
                        .containsOnly("unreadable");
                assertThat(audit.standing().failing()).isEqualTo(1);
                assertThat(audit.standing().overdue()).as("it is not verified").isEqualTo(1);
            } finally {
                Files.setPosixFilePermissions(place, before);
            }
        }
        assertThat(audit.run().failures()).isEmpty();
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void a_run_that_was_broken_off_is_not_done() {
        audit.added("bag");
        audit.clock.move(Duration.ofDays(100));
        audit.with(ledger -> {
            ledger.recorder()
                    .note(
                            EventKind.RUN_START,
                            JsonObject.builder()
                                    .put("run", "killed")
                                    .put("limitSeconds", 7_776_000)
                                    .build());
            return null;
        });
        assertThat(audit.standing().overdue()).isEqualTo(1);
        Optional<Duration> took = audit.with(ledger ->
                new ReportOf(ledger, Auditing.LIMIT).report().runs().get(0).took());
        assertThat(took).isEmpty();
    }

    @Test
    void while_a_file_is_read_those_before_it_are_written_down() {
        var bag = audit.bag("bag").put("data/z.bin", Auditing.noise(7, 3_000_000));
        bag.manifest("sha256").tagManifest("sha256");
        assertThat(audit.add(bag.path())).isInstanceOf(AddResult.Added.class);
        assertThat(seenWhileReading(audit.registered("bag")).upto()).isEqualTo("data/sub/c.txt");
        assertThat(audit.run().failures()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_does_not_keep_the_rest_from_being_written_down() throws IOException {
        var bag = audit.bag("bag").put("data/z.bin", Auditing.noise(7, 3_000_000));
        bag.manifest("sha256").tagManifest("sha256");
        assertThat(audit.add(bag.path())).isInstanceOf(AddResult.Added.class);
        Files.delete(bag.path().resolve("data/a.txt"));
        var seen = seenWhileReading(audit.registered("bag"));
        assertThat(seen.upto()).isEqualTo("data/sub/c.txt");
        assertThat(seen.failures()).hasSize(1);
        assertThat(seen.failures().get(0).outcome()).isEqualTo(Outcome.MISSING);
    }

    @Test
    void a_link_in_the_place_of_a_file_is_found_also_by_a_run_that_goes_on() throws IOException {
        var bag = audit.bag("bag").put("data/b.txt", "alpha of bag");
        bag.manifest("sha256").tagManifest("sha256");
        assertThat(audit.add(bag.path())).isInstanceOf(AddResult.Added.class);
        Files.delete(bag.path().resolve("data/a.txt"));
        Files.createSymbolicLink(bag.path().resolve("data/a.txt"), Path.of("b.txt"));
        var held = audit.registered("bag");
        audit.with(ledger -> {
            ledger.queue()
                    .save(
                            ledger.holdings().partsOf(held.id()).get(0),
                            held.baseline(),
                            new Queue.Progress(ledger.now(), "data/b.txt", List.of()));
            return null;
        });
        assertThat(audit.run().failures()).isEqualTo(Map.of("data/a.txt", "altered"));
    }

    @Test
    void a_hard_link_in_the_place_of_a_file_in_an_archive_is_found_beside_other_failures() throws IOException {
        var bag = audit.bag("bag").put("data/b.txt", "alpha of bag").manifest("sha256");
        bag.tagManifest("sha256");
        var tar = audit.bags.resolve("packed.tar");
        BagArchive.write(bag.path(), "packed", tar, Serialization.TAR, Instant.EPOCH);
        assertThat(audit.add(tar)).isInstanceOf(AddResult.Added.class);
        bag.put("data/sub/b.txt", "another");
        BagArchive.write(bag.path(), "packed", tar.resolveSibling("other"), Serialization.TAR, Instant.EPOCH);
        try (var in = new TarArchiveInputStream(Files.newInputStream(tar.resolveSibling("other")));
                var out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                boolean isLinked = entry.getName().equals("packed/data/b.txt");
                var written = isLinked ? new TarArchiveEntry(entry.getName(), TarConstants.LF_LINK) : entry;
                if (isLinked) written.setLinkName("packed/data/a.txt");
                out.putArchiveEntry(written);
                if (!isLinked) in.transferTo(out);
                out.closeArchiveEntry();
            }
        }
        isFoundAndNeverExcused(Map.of("data/b.txt", "altered", "data/sub/b.txt", "altered"));
    }

    @Test
    void a_compressed_archive_larger_than_the_budget_is_read_to_its_end_and_the_next_comes_next() {
        audit.added("one", Serialization.TAR_GZ);
        audit.added("two");
        var limited = new RunRequest(
                List.of(),
                Auditing.LIMIT,
                Optional.empty(),
                OptionalLong.of(5000),
                OptionalLong.empty(),
                OptionalInt.empty(),
                2);
        var first = audit.run(limited);
        assertThat(first.checked()).containsExactly("one.tar.gz");
        assertThat(first.result().isComplete()).isFalse();
        assertThat(audit.run(limited).checked()).startsWith("two");
    }

    /** What is written down while a large file is read. */
    private Queue.Progress seenWhileReading(RegisteredBag held) {
        var seen = new ArrayList<Queue.Progress>();
        var watching = new Progress() {
            private long read;

            @Override
            public void begin(String step, long files, long bytes) {}

            @Override
            public void advance(long files, long bytes) {
                read += bytes;
                if (read > 1_000_000 && seen.isEmpty()) seen.add(saved(held, "data/sub/c.txt"));
            }

            @Override
            public void end() {}
        };
        var request = audit.request();
        audit.with(ledger -> new RunAudit(ledger, watching, part -> {})
                .run(new RunRequest(
                        request.bags(),
                        request.limit(),
                        request.time(),
                        request.bytes(),
                        request.rate(),
                        request.perMille(),
                        1)));
        return seen.get(0);
    }

    /** What another program sees of the progress of a check, once it has come to a path. */
    private Queue.Progress saved(RegisteredBag bag, String upto) {
        for (int i = 0; i < 600; i++) {
            Optional<Queue.Progress> saved = audit.with(ledger ->
                    ledger.queue().progress(ledger.holdings().partsOf(bag.id()).get(0), bag.baseline(), Instant.EPOCH));
            if (saved.isPresent() && saved.get().upto().equals(upto)) return saved.get();
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("it was never written down that the check has come to " + upto);
    }

    @Test
    void a_mismatch_never_becomes_the_checksum_that_is_expected() throws IOException {
        var bag = audit.added("bag");
        var before = audit.registered("bag");
        Files.writeString(bag.path().resolve("data/a.txt"), "other");
        for (int i = 0; i < 3; i++) audit.run();
        assertThat(audit.registered("bag")).isEqualTo(before);
    }

    @Test
    void a_newer_time_of_modification_excuses_nothing() throws IOException {
        var file = audit.added("bag").path().resolve("data/a.txt");
        Files.writeString(file, "other");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        isFoundAndNeverExcused(Map.of("data/a.txt", "altered"));
    }

    @Test
    void a_run_is_never_the_measure_of_the_next() throws IOException {
        var file = audit.added("bag").path().resolve("data/a.txt");
        Files.writeString(file, "first lie");
        audit.run();
        Files.writeString(file, "alpha of bag");
        assertThat(audit.run().failures()).isEmpty();
    }

    @Test
    void failures_are_never_pruned() throws IOException {
        var file = audit.added("bag").path().resolve("data/a.txt");
        Files.writeString(file, "lie");
        audit.run();
        Files.writeString(file, "alpha of bag");
        for (int i = 0; i < 5; i++) {
            audit.clock.move(Duration.ofDays(400));
            audit.run();
        }
        assertThat(audit.outcomes("bag")).startsWith("altered").hasSize(6);
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void the_history_outlives_the_bag() throws IOException {
        var bag = audit.added("bag");
        audit.run();
        delete(bag.path());
        audit.run();
        assertThat(audit.outcomes("bag")).containsExactly("intact", "bag-missing");
    }

    @Test
    void what_was_checked_before_a_crash_stays_checked() {
        audit.added("one");
        audit.added("two");
        audit.clock.move(Duration.ofDays(1));
        var crash = new IllegalStateException("the power went");
        try {
            audit.with(ledger -> new RunAudit(ledger, Progress.SILENT, part -> {
                        throw crash;
                    })
                    .run(audit.request()));
        } catch (IllegalStateException e) {
            assertThat(e).isSameAs(crash);
        }
        assertThat(audit.outcomes("one")).containsExactly("intact");
        List<Event> ends = audit.with(ledger -> ledger.history().last(EventKind.RUN_END, 1));
        assertThat(ends).isEmpty();
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void a_verified_file_is_read_again_in_each_run() {
        audit.added("bag");
        for (int i = 0; i < 3; i++) assertThat(audit.run().result().bytes()).isGreaterThan(500);
    }

    // Choosing.

    @Test
    void what_the_budget_left_over_comes_first_next_time() {
        for (var name : List.of("a", "b", "c")) {
            audit.added(name);
            audit.clock.move(Duration.ofHours(1));
        }
        var small = new RunRequest(
                List.of(),
                Auditing.LIMIT,
                Optional.empty(),
                OptionalLong.of(1),
                OptionalLong.empty(),
                OptionalInt.empty(),
                1);
        var first = audit.run(small);
        assertThat(first.result().isComplete()).isFalse();
        assertThat(audit.verify()).isEmpty();
        for (int i = 0; i < 40 && audit.outcomes("a").isEmpty(); i++) audit.run(small);
        assertThat(audit.outcomes("a")).containsExactly("intact");
        assertThat(audit.outcomes("c")).isEmpty();
        assertThat(audit.run().checked()).startsWith("b", "c");
    }

    @Test
    void a_part_that_was_broken_off_goes_on_at_the_next_file() {
        audit.added("bag");
        var part = audit.with(ledger -> ledger.holdings().partsOf(1)).get(0);
        var bag = audit.registered("bag");
        audit.with(ledger -> {
            ledger.queue()
                    .save(part, bag.baseline(), new Queue.Progress(audit.clock.instant(), "data/sub/b.txt", List.of()));
            return null;
        });
        var run = audit.run();
        assertThat(run.parts().get(0).isResumed()).isTrue();
        assertThat(run.result().files()).isEqualTo(8);
        assertThat(run.result().bytes()).isLessThan(bag.bytes());
        assertThat(audit.verify()).isEmpty();
        assertThat(audit.run().parts().get(0).isResumed()).isFalse();
    }

    @Test
    void a_failure_found_before_a_part_was_broken_off_is_in_the_result() throws IOException {
        var made = audit.added("bag");
        var limit = new RunRequest(
                List.of(),
                Auditing.LIMIT,
                Optional.empty(),
                OptionalLong.of(250),
                OptionalLong.empty(),
                OptionalInt.empty(),
                1);
        Files.writeString(made.path().resolve("bag-info.txt"), "x");
        var first = audit.run(limit);
        assertThat(first.failures()).containsKey("bag-info.txt");
        assertThat(audit.standing().failing()).isEqualTo(1);
        assertThat(audit.run().failures()).isEqualTo(Map.of("bag-info.txt", "tag-altered"));
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void a_large_bag_is_checked_in_parts() throws IOException {
        var bag = audit.bag("bag");
        audit.add(bag.path(), new AddBag.Terms(Optional.empty(), Optional.empty(), Optional.empty(), 100));
        var run = audit.run();
        assertThat(run.parts()).hasSizeGreaterThan(2).allMatch(part -> !part.isFailing());
        assertThat(run.result().files()).isEqualTo(8);
        Files.writeString(bag.path().resolve("data/sub/c.txt"), "other");
        bag.put("zzz.txt", "added behind all").put("aaa.txt", "added before all");
        assertThat(audit.run().failures())
                .isEqualTo(Map.of("data/sub/c.txt", "altered", "zzz.txt", "added", "aaa.txt", "added"));
        assertThat(audit.verify()).isEmpty();
        assertThat(audit.standing().failing()).isEqualTo(1);
    }

    @Test
    void what_fails_in_one_part_is_held_against_no_other() throws IOException {
        var bag = audit.bag("bag");
        audit.add(bag.path(), new AddBag.Terms(Optional.empty(), Optional.empty(), Optional.empty(), 100));
        Files.move(bag.path().resolve("data/a.txt"), bag.path().resolve("zzz.txt"));
        assertThat(audit.run().failures()).isEqualTo(Map.of("data/a.txt", "missing", "zzz.txt", "added"));
    }

    @Test
    void a_file_too_many_is_not_begun() {
        for (int i = 0; i < 6; i++) audit.added("bag" + i);
        var slow = new RunRequest(
                List.of(),
                Auditing.LIMIT,
                Optional.of(Duration.ofSeconds(1)),
                OptionalLong.empty(),
                OptionalLong.of(400),
                OptionalInt.empty(),
                2);
        var run = audit.run(slow);
        assertThat(run.result().isComplete()).isFalse();
        assertThat(run.result().bytes()).isLessThan(1_000);
    }

    @Test
    void a_sample_finds_faults_and_verifies_nothing() throws IOException {
        var bag = audit.added("bag");
        audit.clock.move(Duration.ofDays(100));
        var all = new RunRequest(
                List.of(),
                Auditing.LIMIT,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.of(1000),
                1);
        assertThat(audit.run(all).failures()).isEmpty();
        assertThat(audit.standing().overdue()).isEqualTo(1);
        Files.writeString(bag.path().resolve("data/a.txt"), "other");
        assertThat(audit.run(all).failures()).isEqualTo(Map.of("data/a.txt", "altered"));
        var none = new RunRequest(
                List.of(),
                Auditing.LIMIT,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.of(1),
                1);
        for (int i = 0; i < 5; i++) audit.run(none);
        assertThat(audit.standing().failing())
                .as("a sample takes no failure back")
                .isEqualTo(1);
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void two_runs_at_once_check_no_part_twice_and_do_not_wait_for_each_other() throws Exception {
        for (int i = 0; i < 150; i++) audit.added("bag" + i);
        audit.clock.move(Duration.ofMinutes(1));
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(() -> runAtOnce());
            var second = threads.submit(() -> runAtOnce());
            assertThat(first.get() + second.get()).isBetween(150L, 300L);
        } finally {
            threads.shutdown();
        }
        var checks = audit.with(ledger -> {
            var seen = new ArrayList<Long>();
            ledger.history()
                    .eachOf(EventKind.CHECK, event -> seen.add(event.bag().getAsLong()));
            return seen;
        });
        assertThat(checks).doesNotHaveDuplicates().hasSize(150);
        assertThat(audit.verify()).isEmpty();
    }

    private long runAtOnce() {
        return audit.with(ledger -> new RunAudit(ledger, Progress.SILENT, part -> {})
                .run(audit.request())
                .parts());
    }

    @Test
    void an_invalid_bag_in_parts_that_was_accepted_stays_accepted() throws Exception {
        var bag = BagMaking.in(audit.bags.resolve("bag")).declare("1.0");
        for (int i = 0; i < 6; i++) bag.put("data/" + i, "text " + i);
        bag.manifest("sha256").put("data/4", "other").put("data/5", "other");
        var terms = new AddBag.Terms(Optional.empty(), Optional.of("came so"), Optional.of("A. Keeper"), 10);
        assertThat(audit.add(bag.path(), terms)).isInstanceOf(AddResult.Added.class);
        assertThat(audit.run().result().isKept()).isTrue();
        var accepted = audit.with(ledger -> new AcceptChanges(ledger, 2, Progress.SILENT)
                .accept(
                        ledger.holdings().bag(1).orElseThrow(),
                        new AcceptChanges.Terms("A. Keeper", "ticket 41", List.of(), true)));
        assertThat(accepted).isInstanceOf(AcceptResult.Nothing.class);
        assertThat(audit.run().result().isKept()).isTrue();
    }

    @Test
    void a_link_that_was_there_when_an_invalid_bag_was_taken_in_is_no_addition() throws Exception {
        var bag = audit.bag("bag").path();
        Files.createSymbolicLink(bag.resolve("data/away"), Path.of("/"));
        var terms = new AddBag.Terms(Optional.empty(), Optional.of("came so"), Optional.of("A. Keeper"), 1_000_000);
        assertThat(audit.add(bag, terms)).isInstanceOf(AddResult.Added.class);
        assertThat(audit.run().result().isKept()).isTrue();
        Files.createSymbolicLink(bag.resolve("data/sub/off"), Path.of("/"));
        assertThat(audit.run().failures()).containsEntry("data/sub/off", "added");
    }

    @Test
    void what_is_found_of_a_bag_in_parts_as_a_whole_is_told_too() throws Exception {
        var archive = audit.bags.resolve("bag.tar");
        BagArchive.write(audit.bag("bag").path(), "bag", archive, Serialization.TAR, Instant.EPOCH);
        assertThat(audit.add(archive, new AddBag.Terms(Optional.empty(), Optional.empty(), Optional.empty(), 100)))
                .isInstanceOf(AddResult.Added.class);
        var parts = audit.with(ledger -> ledger.holdings().partsOf(1));
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(audit.run().result().isKept()).isTrue();
        Files.write(archive, Auditing.noise(1, 600), StandardOpenOption.APPEND);
        for (int i = 0; i < 2; i++) {
            var run = audit.run();
            assertThat(run.failures()).isEqualTo(Map.of("", "invalid"));
            assertThat(run.remark()).contains("archive-trailing-bytes");
        }
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void another_failure_hides_nothing_that_is_found_of_the_bag_as_a_whole() throws Exception {
        var bag = audit.added("bag").path();
        Files.createSymbolicLink(bag.resolve("data/sub/away"), Path.of("/"));
        Files.writeString(bag.resolve("data/a.txt"), "altered");
        var run = audit.run();
        assertThat(run.failures()).containsEntry("data/a.txt", "altered");
        assertThat(run.failures().toString() + run.remark()).contains("data/sub/away");
    }

    @Test
    void more_links_than_findings_are_kept_leave_nothing_that_is_called_intact() throws Exception {
        var bag = audit.bag("bag");
        int files = Findings.KEPT + 5;
        for (int i = 0; i < files; i++) bag.put("data/many/" + i, "text " + i);
        bag.manifest("sha256").tagManifest("sha256");
        assertThat(audit.add(bag.path())).isInstanceOf(AddResult.Added.class);
        var elsewhere = Files.createDirectory(bag.path().resolve("data/elsewhere"));
        for (int i = 0; i < files; i++) {
            Files.move(bag.path().resolve("data/many/" + i), elsewhere.resolve("" + i));
            Files.createSymbolicLink(bag.path().resolve("data/many/" + i), Path.of("../elsewhere/" + i));
        }
        var run = audit.run();
        assertThat(run.parts()).extracting(part -> part.outcome().id()).containsExactly("altered");
        assertThat(run.result().files()).isZero();
        var last = "data/many/" + (files - 1);
        var proof = audit.with(ledger -> new ProofMaker(ledger)
                .prove(ledger.holdings().bag(1).orElseThrow(), last, Optional.empty())
                .orElseThrow());
        assertThat(proof.toJson().toString())
                .as("it was intact when it was registered")
                .contains("register");
    }

    private static Event began(Ledger ledger, String run) throws IOException {
        return ledger.recorder()
                .note(EventKind.RUN_START, JsonObject.builder().put("run", run).build());
    }

    @Test
    void a_claim_is_worth_as_much_as_its_run() {
        audit.added("bag");
        audit.with(ledger -> {
            for (var run : List.of("first", "second")) ledger.queue().enter(run, began(ledger, run));
            assertThat(ledger.queue().claim("first", Queue.Place.START, List.of(), List.of()))
                    .hasSize(1);
            assertThat(ledger.queue().claim("second", Queue.Place.START, List.of(), List.of()))
                    .isEmpty();
            assertThat(ledger.queue().underWay("second")).isEqualTo(1);
            ledger.queue().leave("first");
            assertThat(ledger.queue().claim("second", Queue.Place.START, List.of(), List.of()))
                    .hasSize(1);
            return null;
        });
        var run = audit.run();
        assertThat(run.checked()).as("a run that lives keeps its claims").isEmpty();
        assertThat(run.result().isComplete()).isFalse();
        assertThat(run.result().underWay()).isEqualTo(1);
    }

    // Changing what is expected.

    @Test
    void only_accept_changes_what_is_expected_and_keeps_the_old() throws IOException {
        var bag = audit.added("bag");
        bag.put("data/a.txt", "corrected").put("data/new.txt", "new").remove("data/empty.txt");
        bag.manifest("sha256").tagManifest("sha256");
        audit.run();
        assertThat(audit.accept("bag")).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(audit.standing().failing()).isZero();
        assertThat(audit.run().failures()).isEmpty();
        var expected = audit.with(ledger -> ledger.history().expectations(audit.registered("bag"), "data/a.txt"));
        assertThat(expected).hasSize(2);
        assertThat(expected.get(0).file()).isPresent();
        assertThat(audit.with(ledger -> ledger.history().expectations(audit.registered("bag"), "data/empty.txt"))
                        .get(1)
                        .file())
                .isEmpty();
        assertThat(audit.verify()).isEmpty();
        Files.writeString(bag.path().resolve("data/a.txt"), "alpha of bag");
        assertThat(audit.run().failures()).as("the old bytes are wrong now").containsEntry("data/a.txt", "altered");
    }

    @Test
    void accept_of_one_path_leaves_the_others_failing() {
        var bag = audit.added("bag").put("notes.txt", "more").put("other.txt", "more");
        assertThat(audit.accept("bag", "notes.txt")).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(audit.standing().failing()).isEqualTo(1);
        assertThat(audit.run().failures()).isEqualTo(Map.of("other.txt", "added"));
        assertThat(bag.path()).exists();
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void a_moved_file_is_accepted_at_its_new_path() throws IOException {
        var bag = audit.added("bag");
        Files.move(bag.path().resolve("data/sub/b.txt"), bag.path().resolve("data/sub/z.txt"));
        bag.manifest("sha256").tagManifest("sha256");
        assertThat(audit.accept("bag")).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(audit.run().failures()).isEmpty();
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void a_bag_that_is_not_valid_is_not_accepted() {
        audit.added("bag").put("data/a.txt", "other");
        assertThat(audit.accept("bag")).isInstanceOf(AcceptResult.Invalid.class);
        assertThat(audit.run().failures()).isEqualTo(Map.of("data/a.txt", "altered"));
    }

    @Test
    void nothing_is_accepted_where_nothing_differs() {
        audit.added("bag");
        assertThat(audit.accept("bag")).isInstanceOf(AcceptResult.Nothing.class);
        assertThat(audit.outcomes("bag")).isEmpty();
    }

    @Test
    void a_bag_is_followed_to_where_it_was_moved_if_it_is_the_same() throws IOException {
        var bag = audit.added("bag");
        var other = audit.bag("other");
        var target = folder.toRealPath().resolve("elsewhere");
        Files.move(bag.path(), target);
        audit.run();
        assertThat(move("bag", other.path())).isInstanceOf(MoveBag.Result.Refused.class);
        assertThat(move("bag", target)).isInstanceOf(MoveBag.Result.Moved.class);
        assertThat(audit.run().failures()).isEmpty();
        assertThat(audit.registered("elsewhere").location()).isEqualTo(target.toString());
        assertThat(audit.verify()).isEmpty();
    }

    private MoveBag.Result move(String name, Path to) {
        return audit.with(ledger ->
                new MoveBag(ledger).move(ledger.holdings().bagsNamed(name).get(0), to));
    }

    @Test
    void an_invalid_bag_is_refused_unless_somebody_says_why() {
        var bag = audit.bag("bag").put("data/a.txt", "other");
        assertThat(audit.add(bag.path())).isInstanceOf(AddResult.Invalid.class);
        var terms = new AddBag.Terms(Optional.empty(), Optional.of("came so"), Optional.of("A. Keeper"), 1_000_000);
        assertThat(audit.add(bag.path(), terms)).isInstanceOf(AddResult.Added.class);
        assertThat(audit.run().failures()).as("it is what it was").isEmpty();
        bag.put("data/sub/b.txt", "other too");
        assertThat(audit.run().failures()).isEqualTo(Map.of("data/sub/b.txt", "altered"));
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void a_bag_is_registered_once() {
        var bag = audit.added("bag");
        assertThat(audit.add(bag.path())).isInstanceOf(AddResult.Known.class);
        assertThat(audit.standing().bags()).isEqualTo(1);
    }

    // The clock.

    @Test
    void a_clock_set_back_is_said_and_keeps_nothing_from_being_checked() throws IOException {
        var bag = audit.added("bag");
        audit.run();
        audit.clock.move(Duration.ofDays(-700));
        var run = audit.run();
        assertThat(run.checked()).containsExactly("bag");
        assertThat(run.result().clockBehind()).isGreaterThan(Duration.ofDays(699));
        assertThat(run.result().isKept()).isFalse();
        assertThat(audit.standing().isKept()).isFalse();
        Files.writeString(bag.path().resolve("data/a.txt"), "rot");
        assertThat(audit.run().failures()).isEqualTo(Map.of("data/a.txt", "altered"));
        assertThat(audit.verify()).isEmpty();
        assertThat(audit.standing().oldest().orElseThrow()).isAfter(Instant.parse("2026-03-01T07:59:00Z"));
        audit.clock.move(Duration.ofDays(900));
        assertThat(audit.standing().overdue()).isEqualTo(1);
    }

    @Test
    void by_a_clock_that_is_behind_a_small_budget_still_comes_to_every_bag() {
        for (int i = 0; i < 4; i++) audit.added("bag" + i);
        audit.clock.move(Duration.ofDays(400));
        audit.run();
        audit.clock.move(Duration.ofDays(-401));
        var small = new RunRequest(
                List.of(),
                Auditing.LIMIT,
                Optional.empty(),
                OptionalLong.of(700),
                OptionalLong.empty(),
                OptionalInt.empty(),
                1);
        for (int i = 0; i < 12; i++) audit.run(small);
        for (int i = 0; i < 4; i++)
            assertThat(audit.outcomes("bag" + i)).as("bag" + i).hasSizeGreaterThan(2);
    }

    @Test
    void an_archive_that_was_moved_under_another_name_is_the_same() throws IOException {
        var archive = audit.added("bag", Serialization.TAR);
        var moved = audit.bags.resolve("renamed.tar");
        Files.move(archive, moved);
        assertThat(move("bag.tar", moved)).isInstanceOf(MoveBag.Result.Moved.class);
        assertThat(audit.run().failures()).isEmpty();
    }

    @Test
    void one_run_by_a_clock_that_was_fast_does_not_end_the_audit() throws IOException {
        var bag = audit.added("bag");
        audit.clock.move(Duration.ofDays(400));
        audit.run();
        audit.clock.move(Duration.ofDays(-400));
        Files.writeString(bag.path().resolve("data/a.txt"), "rot");
        assertThat(audit.run().failures()).isEqualTo(Map.of("data/a.txt", "altered"));
        assertThat(audit.standing().isKept()).isFalse();
    }

    static void flip(Path file, int at) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    static void delete(Path tree) throws IOException {
        Staging.deleteTree(tree);
    }
}
