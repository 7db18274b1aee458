package org.newsbag.ledger;

import java.io.IOException;
import java.sql.SQLException;

/** The ledger could not be read or written. Nothing of what was being written is in it. */
public final class LedgerFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean isDamage;

    LedgerFailure(String message, boolean isDamage, Throwable cause) {
        super(message, cause);
        this.isDamage = isDamage;
    }

    /** Whether the database could be read, and a row in it is none that newsbag writes. */
    public boolean isOfRows() {
        return isDamage && !(getCause() instanceof SQLException) && getCause() != null;
    }

    /** Whether what is there is not what a ledger holds, and the machine is well. */
    public boolean isDamage() {
        return isDamage;
    }
}
