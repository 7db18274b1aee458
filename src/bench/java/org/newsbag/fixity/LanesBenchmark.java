package org.newsbag.fixity;

import java.security.MessageDigest;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One core on sixteen blocks of 32 KiB: together in lanes, one by one in our own core, one by one in Java's. A call is 512 KiB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LanesBenchmark {
    private static final int SLOTS = 16;
    private static final int BLOCK = 1 << 15;

    @Param({"sha512", "md5"})
    public String algorithm;

    private final byte[][] blocks = new byte[SLOTS][BLOCK];
    private final int[] at = new int[SLOTS];
    private Lanes lanes;
    private MessageDigest plain;

    @Setup
    public void fill() {
        var random = new Random(1);
        for (var block : blocks) random.nextBytes(block);
        lanes = Lanes.of(Algorithm.named(algorithm).orElseThrow(), SLOTS).orElseThrow();
        for (int s = 0; s < SLOTS; s++) lanes.begin(s);
        plain = lanes.algorithm().newDigest();
    }

    @Benchmark
    public void together() {
        for (int group = 0; group < SLOTS / lanes.width(); group++) lanes.together(group, blocks, at, BLOCK);
    }

    @Benchmark
    public void alone() {
        for (int s = 0; s < SLOTS; s++) lanes.alone(s, blocks[s], 0, BLOCK);
    }

    @Benchmark
    public byte[] java() {
        for (var block : blocks) plain.update(block);
        return plain.digest();
    }
}
