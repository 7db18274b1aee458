package org.newsbag.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OrderedWorkTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void results_comeInTheOrderOfTheItems_howeverManyThreads(int jobs) throws Exception {
        var taken = new ArrayList<Integer>();
        try (var work = new OrderedWork(jobs)) {
            work.run(upTo(5_000), item -> item * 2, taken::add);
            work.run(upTo(0), item -> item, taken::add);
        }
        assertThat(taken)
                .containsExactlyElementsOf(
                        IntStream.range(0, 5_000).map(i -> i * 2).boxed().toList());
    }

    @Test
    void firstItemIsSlow_onlyAWindowIsBegunMeanwhile() throws Exception {
        var begun = new AtomicInteger();
        var slow = new CountDownLatch(1);
        var taken = new ArrayList<Integer>();
        try (var work = new OrderedWork(2)) {
            work.run(
                    upTo(1_000),
                    item -> {
                        if (item == 127) slow.countDown();
                        if (item == 0) {
                            slow.await();
                            Thread.sleep(50);
                            assertThat(begun.get()).isEqualTo(127);
                        } else begun.incrementAndGet();
                        return item;
                    },
                    taken::add);
        }
        assertThat(taken).hasSize(1_000).isSorted();
    }

    @Test
    void twoItemsFail_theFirstInOrderIsThrown_andAllBeforeItIsTaken() {
        var second = new CountDownLatch(1);
        var taken = new ArrayList<Integer>();
        assertThatThrownBy(() -> {
                    try (var work = new OrderedWork(2)) {
                        work.run(
                                upTo(100),
                                item -> {
                                    if (item == 11) {
                                        second.countDown();
                                        throw new IOException("later");
                                    }
                                    if (item == 10) {
                                        second.await();
                                        throw new IOException("earlier");
                                    }
                                    return item;
                                },
                                taken::add);
                    }
                })
                .hasMessage("earlier");
        assertThat(taken).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void theSinkFails_whatHangsElsewhereIsInterrupted() {
        var hangs = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> {
                    try (var work = new OrderedWork(2)) {
                        work.run(
                                upTo(2),
                                item -> {
                                    if (item == 1)
                                        try {
                                            hangs.countDown();
                                            new CountDownLatch(1).await();
                                        } catch (InterruptedException e) {
                                            interrupted.countDown();
                                            throw e;
                                        }
                                    hangs.await();
                                    return item;
                                },
                                item -> {
                                    throw new IOException("disk full");
                                });
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void theItemsCannotBeHadAnyMore_thatIsThrown() {
        Iterator<Integer> broken = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                throw new UncheckedIOException(new IOException("no folder"));
            }
        };
        assertThatThrownBy(() -> {
                    try (var work = new OrderedWork(2)) {
                        work.run(broken, item -> item, item -> {});
                    }
                })
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no folder");
    }

    private static Iterator<Integer> upTo(int end) {
        return IntStream.range(0, end).iterator();
    }
}
