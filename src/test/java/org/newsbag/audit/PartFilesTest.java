package org.newsbag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.audit.PartFiles.State;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.KnownFile;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.Queue;

/** Files stand in the order of their paths and are read with the tag files first; how far a check has come is told in that order. */
class PartFilesTest {
    private static final List<String> PATHS =
            List.of("bag-info.txt", "bagit.txt", "data/a", "data/b", "data/c", "data0", "manifest-sha256.txt");
    private static final List<String> AS_READ =
            List.of("bag-info.txt", "bagit.txt", "data0", "manifest-sha256.txt", "data/a", "data/b", "data/c");

    private final PartFiles files = files(PATHS);

    @Test
    void tag_files_are_read_first_and_the_payload_in_the_order_of_its_paths() {
        assertThat(asRead(files)).isEqualTo(AS_READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bagit.txt", "data/a", "data/a data/b", "manifest-sha256.txt", "a data/a", "data/a z"})
    void a_part_of_whatever_files_reads_each_of_them_once(String paths) {
        var some = files(
                Stream.of(paths.split(" ")).filter(path -> !path.isEmpty()).toList());
        assertThat(IntStream.range(0, some.size()).map(at -> some.at(some.turn(at))))
                .containsExactly(IntStream.range(0, some.size()).boxed().toArray(Integer[]::new));
        assertThat(asRead(some)).hasSize(some.size()).doesNotHaveDuplicates();
    }

    @Test
    void what_is_read_out_of_turn_is_written_down_when_all_before_it_is() {
        set("data/b", "bag-info.txt", "bagit.txt", "data0");
        assertThat(files.upto()).contains("data0");
        set("manifest-sha256.txt");
        assertThat(files.upto()).contains("manifest-sha256.txt");
        set("data/a");
        assertThat(files.upto()).contains("data/b");
    }

    @Test
    void a_check_goes_on_behind_the_last_file_that_was_read_and_keeps_the_failures_before_it() {
        var failure = new FileFailure("data0", Outcome.TAG_ALTERED, Optional.empty(), Optional.empty(), "");
        files.resume(new Queue.Progress(Instant.EPOCH, "data/a", List.of(failure)));
        assertThat(in(State.EARLIER)).containsExactly("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "data/a");
        assertThat(in(State.FAILED)).containsExactly("data0");
        assertThat(in(State.PENDING)).containsExactly("data/b", "data/c");
        assertThat(files.upto()).contains("data/a");
    }

    @Test
    void a_check_that_is_said_to_have_come_to_a_file_that_nobody_expects_begins_anew() {
        files.resume(new Queue.Progress(Instant.EPOCH, "data/zzz", List.of()));
        assertThat(in(State.PENDING)).isEqualTo(AS_READ);
        assertThat(files.upto()).isEmpty();
    }

    private static PartFiles files(List<String> paths) {
        var checksum = Checksum.of(Algorithm.SHA_256, new byte[32]);
        return new PartFiles(
                paths.stream().map(path -> new KnownFile(path, 1, checksum)).toList());
    }

    private static List<String> asRead(PartFiles files) {
        var paths = new ArrayList<String>();
        for (int turn = 0; turn < files.size(); turn++)
            paths.add(files.file(files.at(turn)).path());
        return paths;
    }

    private void set(String... paths) {
        for (var path : paths) files.set(files.find(path), State.INTACT);
    }

    private List<String> in(State state) {
        return IntStream.range(0, files.size())
                .map(files::at)
                .filter(at -> files.state(at) == state)
                .mapToObj(at -> files.file(at).path())
                .toList();
    }
}
