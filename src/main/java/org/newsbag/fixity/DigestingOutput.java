package org.newsbag.fixity;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;

/** A stream that digests and counts what passes through it. */
public final class DigestingOutput extends FilterOutputStream {
    private final Digester digester;
    private long bytes;

    public DigestingOutput(OutputStream out, Collection<Algorithm> algorithms) {
        super(out);
        digester = Digester.of(algorithms);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] block, int offset, int length) throws IOException {
        out.write(block, offset, length);
        digester.update(block, offset, length);
        bytes += length;
    }

    public long bytes() {
        return bytes;
    }

    /** The checksums of everything written. */
    public Map<Algorithm, Checksum> finish() {
        return digester.finish();
    }
}
