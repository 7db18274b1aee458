package org.newsbag.ledger;

import java.util.Locale;

/** In what the two databases differ; all else of the SQL is the same for both. */
enum Dialect {
    SQLITE,
    POSTGRESQL;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
