package org.newsbag.ledger;

import java.io.IOException;

/** There is no ledger at a place, or what is there is none. */
public final class NoLedger extends IOException {
    private static final long serialVersionUID = 1L;

    NoLedger(String message) {
        super(message);
    }
}
