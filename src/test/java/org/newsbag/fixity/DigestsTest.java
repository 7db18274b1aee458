package org.newsbag.fixity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many sources at once have the digests that each has by itself, and a run that cannot go on ends whole. */
class DigestsTest {
    private static final int BLOCK = 1 << 15;
    private static final List<List<Algorithm>> SETS = List.of(
            List.of(Algorithm.SHA_512),
            List.of(Algorithm.SHA_256, Algorithm.SHA_512),
            List.of(Algorithm.MD5, Algorithm.SHA_512),
            List.of(Algorithm.MD5),
            List.of(Algorithm.SHA_1, Algorithm.SHA_384),
            List.of(Algorithm.SHA_256));

    @TempDir
    Path folder;

    @AfterEach
    void no_thread_is_left() {
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(Thread::isAlive)
                        .map(Thread::getName))
                .noneMatch(name -> name.startsWith("newsbag-digest") || name.startsWith("newsbag-lane"));
    }

    @Test
    void sources_of_every_length_around_a_buffer_have_their_digests_in_lanes_and_without() throws Exception {
        var lengths = new ArrayList<Integer>();
        for (int n = 1; n <= 3; n++) for (int d = -130; d <= 130; d += 13) lengths.add(n * BLOCK + d);
        for (int length = 900; length < 1300; length += 7) lengths.add(length);
        for (var set : SETS) {
            var jobs = jobs(lengths, set, new Random(7));
            for (int threads = 1; threads <= 2; threads++) {
                assertDigests(jobs, run(threads, jobs, lanes()));
                assertDigests(jobs, run(threads, jobs, LaneChoice.NONE));
            }
        }
    }

    @Test
    void whatever_the_lengths_the_sets_and_the_reads_the_digests_are_right() {
        qt().withExamples(60).forAll(longs().all(), integers().between(1, 3)).checkAssert((seed, threads) -> {
            var random = new Random(seed);
            var jobs = new ArrayList<Job<Integer>>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                var bytes = new byte[random.nextInt(random.nextInt(5) == 0 ? 5 * BLOCK : 5000)];
                random.nextBytes(bytes);
                jobs.add(new Job<>(
                        i, new Sources.Short(bytes, random.nextInt()), SETS.get(random.nextInt(SETS.size()))));
            }
            assertDigests(jobs, run(threads, jobs, lanes()));
        });
    }

    @Test
    void files_are_read_and_missing_ones_reported_with_their_place() throws Exception {
        var jobs = new ArrayList<Job<Integer>>();
        for (int i = 0; i < 40; i++) {
            var file = folder.resolve("файл" + i);
            if (i % 9 != 4) Files.write(file, bytes(3000 + i));
            jobs.add(new Job<>(i, ByteSource.of(file, 3000 + i), SETS.get(1)));
        }
        var outcome = run(2, jobs, lanes());
        assertThat(outcome.unreadable).containsOnlyKeys(4, 13, 22, 31).containsEntry(4, 0L);
        jobs.removeIf(job -> outcome.unreadable.containsKey(job.item()));
        assertDigests(jobs, outcome);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 2", "false, 1", "false, 2"})
    void a_source_that_breaks_off_spoils_no_other(boolean inLanes, int threads) throws Exception {
        var jobs = jobs(IntStream.range(0, 50).map(i -> 60_000 + i).boxed().toList(), SETS.get(2), new Random(3));
        jobs.add(20, new Job<>(-1, new Sources.Broken(bytes(60_000), 40_000), SETS.get(2)));
        var outcome = run(threads, jobs, inLanes ? lanes() : LaneChoice.NONE);
        assertThat(outcome.unreadable).containsExactly(Map.entry(-1, 40_000L));
        jobs.remove(20);
        assertDigests(jobs, outcome);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 3", "false, 1", "false, 3"})
    void what_the_sink_throws_ends_the_run_and_is_thrown(boolean inLanes, int threads) {
        var open = new AtomicInteger();
        var jobs = endless(open);
        var failure = new IOException("no space");
        var sink = new Outcome() {
            @Override
            public void digested(Integer item, Map<Algorithm, Checksum> checksums, long length) throws IOException {
                if (item == 200) throw failure;
            }
        };
        assertThatThrownBy(() -> Digests.run(threads, jobs, 0, sink, inLanes ? lanes() : LaneChoice.NONE))
                .isSameAs(failure);
        assertThat(open).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 3", "false, 1", "false, 3"})
    void an_interruption_ends_the_run(boolean inLanes, int threads) throws Exception {
        var open = new AtomicInteger();
        var begun = new CountDownLatch(100);
        var sink = new Outcome() {
            @Override
            public void digested(Integer item, Map<Algorithm, Checksum> checksums, long length) {
                begun.countDown();
            }
        };
        var ends = new ArrayList<Throwable>();
        var caller = new Thread(() -> {
            try {
                Digests.run(threads, endless(open), 0, sink, inLanes ? lanes() : LaneChoice.NONE);
            } catch (IOException | InterruptedException e) {
                ends.add(e);
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(ends).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(open).hasValue(0);
    }

    @Test
    void only_a_window_of_jobs_is_held() throws Exception {
        var given = new AtomicLong();
        var done = new AtomicLong();
        var most = new AtomicLong();
        var small = ByteSource.of(bytes(100));
        var jobs = new Iterator<Job<Integer>>() {
            @Override
            public boolean hasNext() {
                return given.get() < 20_000;
            }

            @Override
            public Job<Integer> next() {
                most.accumulateAndGet(given.incrementAndGet() - done.get(), Math::max);
                return new Job<>((int) given.get(), small, SETS.get(1));
            }
        };
        Digests.run(2, jobs, 0, new Outcome() {
            @Override
            public void digested(Integer item, Map<Algorithm, Checksum> checksums, long length) {
                done.incrementAndGet();
            }
        });
        assertThat(done).hasValue(20_000);
        assertThat(most.get()).isLessThan(100);
    }

    @Test
    void the_algorithms_of_a_last_large_source_are_shared_out_and_right() throws Exception {
        var jobs = jobs(
                List.of(9_000_000, 10), List.of(Algorithm.MD5, Algorithm.SHA_256, Algorithm.SHA_512), new Random(1));
        assertDigests(jobs, run(2, jobs, LaneChoice.NONE));
    }

    @Test
    void only_among_as_large_ones_does_a_large_source_wait_for_lanes() {
        var alone = new ArrayList<>(List.of(20_000_000));
        for (int i = 0; i < 100; i++) alone.add(4096);
        assertThat(waits(1, alone)).isZero();
        assertThat(waits(1, List.of(20_000_000, 20_000_000, 20_000_000, 20_000_000, 20_000_000)))
                .isPositive();
    }

    /** How often a run waited to hear which algorithms have lanes. */
    private static int waits(int threads, List<Integer> lengths) {
        var waits = new AtomicInteger();
        var choice = new LaneChoice() {
            @Override
            public void consider(Collection<? extends Job<?>> waiting, long bytes) {}

            @Override
            public Set<Algorithm> served() {
                return Set.of();
            }

            @Override
            public void settle() {
                waits.incrementAndGet();
            }

            @Override
            public void end() {}
        };
        var jobs = jobs(lengths, List.of(Algorithm.SHA_256), new Random(1));
        assertDigests(jobs, run(threads, jobs, choice));
        return waits.get();
    }

    @Test
    void a_job_without_an_algorithm_and_a_run_without_a_thread_are_refused() {
        assertThatThrownBy(() -> new Job<>("a.txt", ByteSource.of(bytes(1)), List.of()))
                .hasMessage("a.txt: expected an algorithm, found none");
        assertThatThrownBy(() -> run(0, List.of(), LaneChoice.NONE)).hasMessage("threads: expected 1 or more, found 0");
    }

    private static LaneChoice lanes() {
        return LaneChoice.of(Stream.of(Algorithm.MD5, Algorithm.SHA_384, Algorithm.SHA_512)
                .filter(algorithm -> Lanes.of(algorithm, 1).isPresent())
                .collect(Collectors.toSet()));
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static List<Job<Integer>> jobs(List<Integer> lengths, List<Algorithm> set, Random random) {
        var jobs = new ArrayList<Job<Integer>>();
        for (int length : lengths) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            jobs.add(new Job<>(jobs.size(), ByteSource.of(bytes), set));
        }
        return jobs;
    }

    private static Iterator<Job<Integer>> endless(AtomicInteger open) {
        var bytes = bytes(5000);
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> new Job<>(i, new Sources.Counted(bytes, open), SETS.get(1)))
                .iterator();
    }

    private static Outcome run(int threads, List<Job<Integer>> jobs, LaneChoice lanes) {
        var outcome = new Outcome();
        try {
            Digests.run(threads, jobs.iterator(), 0, outcome, lanes);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return outcome;
    }

    private static void assertDigests(List<Job<Integer>> jobs, Outcome outcome) {
        long bytes = 0;
        for (var job : jobs)
            try (var in = job.source().open()) {
                var digester = Digester.of(job.algorithms());
                var all = in.readAllBytes();
                bytes += all.length;
                digester.update(all, 0, all.length);
                assertThat(outcome.digested.get(job.item())).isEqualTo(digester.finish());
                assertThat(outcome.lengths).containsEntry(job.item(), (long) all.length);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        assertThat(outcome.digested).hasSize(jobs.size());
        if (outcome.unreadable.isEmpty()) assertThat(outcome.read).hasValue(bytes);
    }

    private static class Outcome implements Digests.Sink<Integer> {
        final Map<Integer, Map<Algorithm, Checksum>> digested = new ConcurrentHashMap<>();
        final Map<Integer, Long> lengths = new ConcurrentHashMap<>();
        final Map<Integer, Long> unreadable = new ConcurrentHashMap<>();
        final AtomicLong read = new AtomicLong();

        @Override
        public void digested(Integer item, Map<Algorithm, Checksum> checksums, long length) throws IOException {
            digested.put(item, checksums);
            lengths.put(item, length);
        }

        @Override
        public void unreadable(Integer item, IOException cause, long at) {
            unreadable.put(item, at);
        }

        @Override
        public void read(long bytes) {
            read.addAndGet(bytes);
        }
    }
}
