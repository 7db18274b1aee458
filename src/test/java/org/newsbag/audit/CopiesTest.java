package org.newsbag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.fixity.Progress;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.LedgerPlace;
import org.newsbag.store.BagArchive;
import org.newsbag.store.Serialization;
import org.newsbag.validation.BagMaking;

/** Copies of a bag: where they differ, and how they mend each other. */
class CopiesTest {
    @TempDir
    Path temporary;

    private Path folder;
    private Auditing audit;
    private BagMaking bag;
    private Path copy;
    private Path archive;

    @BeforeEach
    void begin() throws IOException {
        folder = temporary.toRealPath();
        audit = new Auditing(new LedgerPlace.SqliteFile(folder.resolve("ledger.sqlite")), folder.resolve("bags"));
        bag = audit.added("bag");
        copy = folder.resolve("second");
        archive = folder.resolve("third.tar.gz");
        BagArchive.write(bag.path(), "bag", archive, Serialization.TAR_GZ, Instant.EPOCH);
        copyTree(bag.path(), copy);
        assertThat(addCopy(copy)).isInstanceOf(AddResult.Added.class);
        assertThat(addCopy(archive)).isInstanceOf(AddResult.Added.class);
    }

    @Test
    void copies_are_audited_like_originals() throws IOException {
        Files.writeString(copy.resolve("data/a.txt"), "lie");
        var run = audit.run();
        assertThat(run.checked()).containsExactlyInAnyOrder("bag", "second", "third.tar.gz");
        assertThat(run.failures()).isEqualTo(Map.of("data/a.txt", "altered"));
        assertThat(audit.standing().copies()).isEqualTo(2);
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void what_is_no_copy_is_refused() throws IOException {
        var other = audit.bag("other");
        assertThat(addCopy(other.path())).isInstanceOf(AddResult.NoCopy.class);
        assertThat(audit.standing().bags()).isEqualTo(3);
    }

    @Test
    void compare_says_where_they_differ_and_who_is_right() throws IOException {
        assertThat(compare().isAlike()).isTrue();
        bag.put("data/a.txt", "lie");
        Files.delete(copy.resolve("data/sub/b.txt"));
        Files.writeString(copy.resolve("data/more.txt"), "more");
        var result = compare();
        assertThat(result.isAlike()).isFalse();
        var differing = result.differing();
        assertThat(differing)
                .extracting(CompareCopies.DifferingFile::path)
                .containsExactly("data/a.txt", "data/more.txt", "data/sub/b.txt");
        assertThat(differing.get(0).found().get(2L)).isEqualTo(differing.get(0).expected());
        assertThat(differing.get(0).found().get(1L))
                .isNotEqualTo(differing.get(0).expected());
        assertThat(differing.get(2).found()).containsEntry(2L, "none");
        assertThat(audit.outcomes("bag")).as("it records nothing").isEmpty();
    }

    @Test
    void a_copy_that_cannot_be_reached_is_said_so() throws IOException {
        AuditContract.delete(copy);
        var copies = compare().copies();
        assertThat(copies.get(1).absence()).isPresent();
        assertThat(copies.get(2).isIntact()).isTrue();
    }

    @Test
    void repair_says_what_differs_all_the_same_and_no_copy_can_mend() throws IOException {
        bag.put("data/extra.txt", "not known");
        assertThat(repair(copy, false))
                .isInstanceOfSatisfying(
                        RepairBag.Result.Intact.class,
                        intact -> assertThat(intact.left())
                                .extracting(FileFailure::path)
                                .containsExactly("data/extra.txt"));
    }

    @Test
    void repair_puts_back_what_is_damaged_or_missing_and_nothing_else() throws IOException {
        damage();
        bag.put("data/extra.txt", "not known");
        var dry = repair(copy, true);
        assertThat(((RepairBag.Result.Repaired) dry).repaired()).hasSize(4);
        assertThat(bag.path().resolve("data/sub/b.txt")).doesNotExist();
        var done = (RepairBag.Result.Repaired) repair(copy, false);
        assertThat(done.left()).isEmpty();
        assertThat(audit.run().failures()).isEqualTo(Map.of("data/extra.txt", "added"));
        assertThat(bag.path().resolve("data/extra.txt")).hasContent("not known");
        assertThat(events(EventKind.REPAIR)).isEqualTo(1);
        assertThat(audit.verify()).isEmpty();
        try (var beside = Files.list(audit.bags)) {
            assertThat(beside).containsExactly(bag.path());
        }
    }

    @Test
    void an_archive_mends_a_folder() throws IOException {
        damage();
        assertThat(repair(archive, false)).isInstanceOf(RepairBag.Result.Repaired.class);
        assertThat(audit.run().failures()).isEmpty();
        assertThat(audit.standing().failing()).isZero();
    }

    @Test
    void a_copy_that_has_other_bytes_is_refused() throws IOException {
        bag.put("data/a.txt", "lie");
        Files.writeString(copy.resolve("data/a.txt"), "another lie");
        assertThat(repair(copy, false)).isInstanceOf(RepairBag.Result.Refused.class);
        assertThat(bag.path().resolve("data/a.txt")).hasContent("lie");
        assertThat(events(EventKind.REPAIR)).isZero();
    }

    @Test
    void what_the_copy_cannot_mend_is_left_and_said() throws IOException {
        damage();
        Files.writeString(copy.resolve("data/a.txt"), "another lie");
        var done = (RepairBag.Result.Repaired) repair(copy, false);
        assertThat(done.repaired()).hasSize(3);
        assertThat(done.left()).extracting(failure -> failure.path()).containsExactly("data/a.txt");
        assertThat(audit.standing().failing()).isEqualTo(1);
    }

    @Test
    void a_damaged_archive_mends_what_can_be_read_of_it_or_nothing() throws IOException {
        damage();
        var bytes = Files.readAllBytes(archive);
        for (int length = bytes.length - 1; length > 0; length -= 97) {
            Files.write(archive, Arrays.copyOf(bytes, length));
            try {
                repair(archive, false);
            } catch (UncheckedIOException e) {
                assertThat(e.getCause()).isInstanceOf(IOException.class); // what is left of it is no archive at all
            }
        }
        for (var path : List.of("data/a.txt", "data/sub/b.txt", "bag-info.txt")) {
            var file = bag.path().resolve(path);
            if (Files.exists(file) && !path.equals("data/a.txt"))
                assertThat(file).hasSameBinaryContentAs(copy.resolve(path));
        }
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void an_archive_is_not_repaired_file_by_file() {
        var result = audit.with(ledger -> new RepairBag(ledger, 2, Progress.SILENT)
                .repair(ledger.holdings().bagsNamed("third.tar.gz").get(0), copy, "x", false));
        assertThat(((RepairBag.Result.Refused) result).reason()).contains("archive");
    }

    @Test
    void a_link_in_the_place_of_a_folder_is_not_followed() throws IOException {
        Files.move(bag.path().resolve("data/sub"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(bag.path().resolve("data/sub"), folder.resolve("elsewhere"));
        Files.delete(folder.resolve("elsewhere/b.txt"));
        var done = (RepairBag.Result.Repaired) repair(copy, false);
        assertThat(done.left())
                .extracting(failure -> failure.detail())
                .allMatch(detail -> detail.contains("in the way"));
        assertThat(folder.resolve("elsewhere/b.txt")).doesNotExist();
        assertThat(audit.standing().failing()).isEqualTo(1);
    }

    @Test
    void a_folder_in_the_way_leaves_the_file_failing() throws IOException {
        bag.remove("data/a.txt").folder("data/a.txt");
        var done = (RepairBag.Result.Repaired) repair(copy, false);
        assertThat(done.repaired()).isEmpty();
        assertThat(done.left()).hasSize(1);
        assertThat(audit.standing().failing()).isEqualTo(1);
        assertThat(audit.outcomes("bag")).containsExactly("missing");
    }

    @Test
    void another_bag_in_its_place_is_not_written_over() throws IOException {
        var other = audit.bag("other");
        AuditContract.delete(bag.path());
        Files.move(other.path(), bag.path());
        assertThat(((RepairBag.Result.Refused) repair(copy, false)).reason()).contains("Another bag");
        assertThat(bag.path().resolve("data/a.txt")).hasContent("alpha of other");
    }

    private void damage() {
        bag.put("data/a.txt", "lie").remove("data/sub/b.txt").put("bag-info.txt", "Source-Organization: x\n");
        bag.append("manifest-sha256.txt", "\n");
    }

    private CompareCopies.Result compare() {
        return audit.with(ledger -> new CompareCopies(ledger, 2, Progress.SILENT)
                .compare(ledger.holdings().bag(1).orElseThrow()));
    }

    private RepairBag.Result repair(Path from, boolean isDry) {
        return audit.with(ledger -> new RepairBag(ledger, 2, Progress.SILENT)
                .repair(ledger.holdings().bag(1).orElseThrow(), from, "A. Keeper", isDry));
    }

    private long events(EventKind kind) {
        return audit.with(ledger -> (long) ledger.history().last(kind, 100).size());
    }

    private AddResult addCopy(Path location) {
        var original = audit.registered("bag");
        return audit.add(
                location, new AddBag.Terms(Optional.of(original), Optional.empty(), Optional.empty(), Long.MAX_VALUE));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList())
                Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }
}
