package org.newsbag.provenance;

/** An authority list that cannot be read as one: the file, the entry, what was expected and found. */
public final class MalformedOutlets extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedOutlets(String message, Throwable cause) {
        super(message, cause);
    }
}
