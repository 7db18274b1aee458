package org.newsbag.store;

import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A tar reader that can be told that the content of its entry was passed by other means, so that it does not read through it. */
final class TarHeaders extends TarArchiveInputStream {
    private boolean passed;

    TarHeaders(HeaderBytes in) {
        super(in, TarConstants.DEFAULT_BLKSIZE, TarConstants.DEFAULT_RCDSIZE, "UTF-8", true);
    }

    void passed() {
        passed = true;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!passed) return super.read(target, offset, length);
        passed = false;
        return -1;
    }

    /** Whether an entry is a file that holds its own bytes: also contiguous and sparse ones. */
    static boolean isRegular(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_OLDNORM,
                    TarConstants.LF_NORMAL,
                    TarConstants.LF_CONTIG,
                    TarConstants.LF_GNUTYPE_SPARSE -> true;
            default -> false;
        };
    }
}
