package org.newsbag.description;

/** A table of corrections that cannot be taken back; the message says file, row, and what to do. */
public final class MalformedTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedTable(String message) {
        super(message);
    }
}
