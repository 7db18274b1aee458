package org.newsbag.store;

import java.io.IOException;

/** The machine could not read bytes that are there: kept apart from bytes that are wrong, whatever library stands between. */
final class ReadFault extends IOException {
    private static final long serialVersionUID = 1L;

    ReadFault(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** What a library threw on the way through an archive, as what it is: a fault of the machine, or damage. */
    static IOException sort(Exception thrown, String what) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReadFault fault) return fault;
            if (cause instanceof DamagedArchive damage) return damage;
        }
        var reason = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return new DamagedArchive(what + ": " + reason, thrown);
    }
}
