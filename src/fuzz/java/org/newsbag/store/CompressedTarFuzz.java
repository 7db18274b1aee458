package org.newsbag.store;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What claims to be a tar in gzip, zstd or xz; tars that decompress well are the business of {@link TarFuzz}. */
class CompressedTarFuzz {
    static Stream<byte[]> seeds() {
        return ArchiveSeeds.compressedTars();
    }

    @MethodSource("seeds")
    @FuzzTest
    void compressedTar(byte[] archive) throws IOException {
        ArchiveReading.of(archive, "bag.tar.gz");
    }
}
