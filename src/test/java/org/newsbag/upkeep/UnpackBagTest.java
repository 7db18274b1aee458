package org.newsbag.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Progress;
import org.newsbag.store.BagArchive;
import org.newsbag.store.Serialization;
import org.newsbag.upkeep.UpkeepResult.Reason;
import org.newsbag.upkeep.UpkeepResult.Refused;
import org.newsbag.upkeep.UpkeepResult.Unpacked;
import org.newsbag.validation.BagMaking;
import org.newsbag.validation.ProfileSource;
import org.newsbag.validation.Verdict;

class UnpackBagTest {
    @TempDir
    Path folder;

    private Path output;
    private final Findings findings = new Findings();

    @BeforeEach
    void setUp() {
        output = folder.resolve("unpacked");
    }

    @ParameterizedTest
    @EnumSource(
            value = Serialization.class,
            names = {"TAR", "TAR_GZ", "ZIP"})
    void a_valid_bag_is_unpacked_under_the_archives_name(Serialization form) throws Exception {
        var bag =
                BagMaking.simple(folder.resolve("letters")).folder("data/empty").path();
        var archive = folder.resolve("letters" + form.extension());
        BagArchive.write(bag, "letters", archive, form, Instant.EPOCH);
        var unpacked = (Unpacked) run(request(archive, false));
        assertThat(unpacked).isEqualTo(new Unpacked(output.resolve("letters"), 4, unpacked.bytes(), Verdict.VALID));
        assertThat(output.resolve("letters/data/sub/b.txt")).hasContent("beta");
        assertThat(output.resolve("letters/data/empty")).isEmptyDirectory();
        assertOnly("letters");
        assertThat(((Refused) run(request(archive, false))).reason()).isEqualTo(Reason.REQUEST);
    }

    @Test
    void a_bag_that_is_not_valid_is_kept_only_where_the_user_says_so() throws Exception {
        var archive = tar(BagMaking.simple(folder.resolve("bag"))
                .put("data/a.txt", "altered")
                .path());
        assertThat(((Refused) run(request(archive, false))).reason()).isEqualTo(Reason.BAG);
        assertThat(findings.has(FindingCode.PAYLOAD_FILE_ALTERED)).isTrue();
        assertThat(output).isEmptyDirectory();
        assertThat(((Unpacked) run(request(archive, true))).verdict()).isEqualTo(Verdict.INVALID);
        assertThat(output.resolve("bag/data/a.txt")).hasContent("altered");
    }

    @Test
    void a_holey_bag_is_unpacked_and_is_incomplete() throws Exception {
        var archive = tar(BagMaking.simple(folder.resolve("bag"))
                .remove("data/a.txt")
                .put("fetch.txt", "https://example.org/a 5 data/a.txt\n")
                .path());
        assertThat(((Unpacked) run(request(archive, false))).verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void nothing_is_written_outside_and_a_hostile_archive_is_refused() throws Exception {
        var archive = folder.resolve("bag.tar");
        try (var out = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            for (var name : new String[] {"bag/bagit.txt", "bag/../../evil.txt", "/evil.txt"}) {
                var entry = new TarArchiveEntry(name, true);
                entry.setSize(1);
                out.putArchiveEntry(entry);
                out.write('x');
                out.closeArchiveEntry();
            }
        }
        assertThat(((Refused) run(request(archive, false))).reason()).isEqualTo(Reason.BAG);
        assertThat(output).isEmptyDirectory();
        assertThat(folder.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void what_is_no_archive_is_refused_and_leaves_nothing_behind() throws Exception {
        var text = Files.writeString(folder.resolve("letters.txt"), "hello");
        assertThat(((Refused) run(request(text, false))).reason()).isEqualTo(Reason.BAG);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void a_damaged_archive_is_refused() throws Exception {
        var bag = BagMaking.simple(folder.resolve("bag")).path();
        var archive = folder.resolve("bag.tar.gz");
        BagArchive.write(bag, "bag", archive, Serialization.TAR_GZ, Instant.EPOCH);
        var bytes = Files.readAllBytes(archive);
        Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length - 20));
        assertThat(((Refused) run(request(archive, false))).reason()).isEqualTo(Reason.BAG);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void nothing_is_said_to_be_missing_that_may_stand_behind_the_damage() throws Exception {
        var archive = tar(BagMaking.simple(folder.resolve("bag")).path());
        Files.write(archive, java.util.Arrays.copyOf(Files.readAllBytes(archive), 1600));
        assertThat(((Refused) run(request(archive, false))).reason()).isEqualTo(Reason.BAG);
        assertThat(findings.counts().keySet())
                .allMatch(code -> code.id().startsWith("archive-"))
                .contains(FindingCode.ARCHIVE_DAMAGED);
    }

    @Test
    void more_bytes_than_the_limit_are_refused_before_anything_is_written() throws Exception {
        var archive = tar(BagMaking.simple(folder.resolve("bag")).path());
        var refused =
                (Refused) run(new UnpackRequest(archive, output, Optional.of("other"), OptionalLong.of(20), false, 1));
        assertThat(refused.reason()).isEqualTo(Reason.MACHINE);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void what_is_no_archive_and_names_that_are_none_are_refused() throws Exception {
        var text = Files.writeString(folder.resolve("letter.txt"), "Dear");
        assertThat(((Refused) run(request(text, false))).reason()).isEqualTo(Reason.BAG);
        assertThat(((Refused) run(request(folder, false))).reason()).isEqualTo(Reason.REQUEST);
        for (var name : new String[] {"..", "a/b", ".hidden", ""})
            assertThat(((Refused) run(
                                    new UnpackRequest(text, output, Optional.of(name), OptionalLong.empty(), false, 1)))
                            .reason())
                    .isEqualTo(Reason.REQUEST);
    }

    private Path tar(Path bag) throws IOException {
        var archive = folder.resolve(bag.getFileName() + ".tar");
        BagArchive.write(bag, bag.getFileName().toString(), archive, Serialization.TAR, Instant.EPOCH);
        return archive;
    }

    private UnpackRequest request(Path archive, boolean isForced) {
        return new UnpackRequest(archive, output, Optional.empty(), OptionalLong.empty(), isForced, 1);
    }

    private UpkeepResult run(UnpackRequest request) throws Exception {
        return new UnpackBag(ProfileSource.NONE, Progress.SILENT).run(request, findings);
    }

    private void assertOnly(String name) throws IOException {
        try (var there = Files.list(output)) {
            assertThat(there).containsExactly(output.resolve(name));
        }
    }
}
