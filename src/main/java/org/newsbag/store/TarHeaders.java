package org.newsbag.store;

import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A tar reader that can be told that the content of its entry was passed by other means, so that it does not read through it. */
final class TarHeaders extends TarArchiveInputStream {
    static final int RECORD = TarConstants.DEFAULT_RCDSIZE;

    private boolean passed;

    TarHeaders(HeaderBytes in) {
        // Blocks of one record: how the writer blocked the tar is not told in it, and what follows the end is looked at
        // here.
        super(in, RECORD, RECORD, "UTF-8", true);
    }

    void passed(long bytes) {
        count(bytes);
        passed = true;
    }

    /** The next entry; that the content of the one before was passed counts no longer, whether the library has asked for it or not. */
    TarArchiveEntry next() throws IOException {
        var entry = getNextEntry();
        passed = false;
        return entry;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!passed) return super.read(target, offset, length);
        passed = false;
        return -1;
    }

    /** How many bytes follow its content up to the next record. */
    static int padding(TarArchiveEntry entry) {
        return entry.isDirectory() ? 0 : (int) ((RECORD - entry.getSize() % RECORD) % RECORD);
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
