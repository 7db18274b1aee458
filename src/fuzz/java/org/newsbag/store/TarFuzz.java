package org.newsbag.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Tars whose headers have right sums: read by leaps or from the beginning to the end, they are the same tar. */
class TarFuzz {
    private static final int RECORD = 512;

    static Stream<byte[]> seeds() {
        return ArchiveSeeds.tars();
    }

    @MethodSource("seeds")
    @FuzzTest
    void tar(byte[] input) throws IOException {
        var tar = summed(input);
        var leapt = ArchiveReading.of(tar, "bag.tar");
        var passed = ArchiveReading.of(Packing.compressed(Serialization.TAR_GZ, tar), "bag.tar.gz");
        assertThat(passed.isPresent()).isEqualTo(leapt.isPresent());
        if (leapt.isEmpty()) return;
        for (var entry : leapt.get().entries()) if (entry.isFile()) expectSpelled(tar, entry.path());
        assertThat(passed.get().entries()).isEqualTo(leapt.get().entries());
        assertThat(passed.get().reach()).isEqualTo(leapt.get().reach());
        assertThat(passed.get().codes()).isEqualTo(leapt.get().codes());
        assertThat(passed.get().content()).isEqualTo(leapt.get().content());
    }

    /** A file has no name but one that stands in the tar. */
    private static void expectSpelled(byte[] tar, String path) {
        for (var segment : path.split("/"))
            assertThat(Occurrences.any(tar, segment.getBytes(UTF_8), place -> true))
                    .as(path)
                    .isTrue();
    }

    /** Sums do not keep a stranger out, only a fuzzer: whatever looks like a header gets a right one, unless it begins with 0xFF. */
    private static byte[] summed(byte[] input) {
        var tar = input.clone();
        for (int at = 0; at + RECORD <= tar.length; at += RECORD)
            if (tar[at] != -1 && tar[at + 257] == 'u' && tar[at + 258] == 's') putSum(tar, at);
        return tar;
    }

    private static void putSum(byte[] tar, int at) {
        int sum = 8 * ' ';
        for (int i = 0; i < RECORD; i++) if (i < 148 || i >= 156) sum += tar[at + i] & 0xFF;
        for (int i = 0; i < 6; i++) tar[at + 153 - i] = (byte) ('0' + (sum >> 3 * i & 7));
        tar[at + 154] = 0;
        tar[at + 155] = ' ';
    }
}
