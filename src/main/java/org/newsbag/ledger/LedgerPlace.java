package org.newsbag.ledger;

import java.nio.file.Path;

/** Where a ledger is kept. */
public sealed interface LedgerPlace {
    /** A file of SQLite. */
    record SqliteFile(Path file) implements LedgerPlace {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** A database of PostgreSQL, by its JDBC URL. */
    record Server(String url) implements LedgerPlace {
        /** Without what stands behind the question mark, where a password may be. */
        @Override
        public String toString() {
            return url.replaceAll("[?].*", "");
        }
    }

    /** A JDBC URL of PostgreSQL, or the path of a file. */
    static LedgerPlace parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) return new Server(text);
        return new SqliteFile(Path.of(text.startsWith("jdbc:sqlite:") ? text.substring(12) : text));
    }
}
