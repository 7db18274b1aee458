package org.newsbag.fixity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Bytes that can be opened once they are wanted, such as a file. */
public interface ByteSource {
    /** A file of a size that the caller has seen; links must be resolved. */
    static ByteSource of(Path file, long size) {
        return new FileSource(file, size);
    }

    /** A file whose size is asked for when it is needed; links must be resolved. */
    static ByteSource of(Path file) {
        return FileSource.of(file);
    }

    /** Bytes in memory, such as a small entry of an archive. They must not change until they are digested. */
    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    /** A new stream from the first byte on; it needs no buffer of its own and may return short reads. */
    InputStream open() throws IOException;

    /** In bytes; -1 where it is not known. Only a hint: what counts is what is read. */
    long size();
}
