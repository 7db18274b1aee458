package org.newsbag.store;

import java.io.IOException;

/** Bytes of an archive that are not what the archive promised: cut off, corrupt, longer or shorter than declared. The bag's fault, not the machine's. */
public final class DamagedArchive extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedArchive(String message) {
        super(message);
    }

    DamagedArchive(String message, Throwable cause) {
        super(message, cause);
    }
}
