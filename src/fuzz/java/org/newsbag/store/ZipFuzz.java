package org.newsbag.store;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What claims to be a zip. */
class ZipFuzz {
    static Stream<byte[]> seeds() throws IOException {
        return ArchiveSeeds.zips();
    }

    @MethodSource("seeds")
    @FuzzTest
    void zip(byte[] archive) throws IOException {
        ArchiveReading.of(archive, "bag.zip");
    }
}
