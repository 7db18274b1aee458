package org.newsbag.ledger;

import java.io.IOException;

/** The ledger could not be read or written. Nothing of what was being written is in it. */
public final class LedgerFailure extends IOException {
    private static final long serialVersionUID = 1L;

    LedgerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
