package org.newsbag.store;

import java.io.IOException;
import org.newsbag.finding.FindingCode;

/** Bytes of an archive that are not what the archive promised: cut off, corrupt, longer or shorter than declared. The bag's fault, not the machine's. */
public final class DamagedArchive extends IOException {
    private static final long serialVersionUID = 1L;

    private final FindingCode code;

    DamagedArchive(FindingCode code, String message) {
        super(message);
        this.code = code;
    }

    DamagedArchive(String message) {
        this(FindingCode.ARCHIVE_DAMAGED, message);
    }

    DamagedArchive(String message, Throwable cause) {
        super(message, cause);
        this.code = FindingCode.ARCHIVE_DAMAGED;
    }

    /** The code under which this is to be told. */
    public FindingCode code() {
        return code;
    }
}
