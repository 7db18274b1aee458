package org.newsbag.provenance;

/** An authority list that cannot be read as one: the file, the entry, what was expected and found. */
public final class MalformedList extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedList(String message, Throwable cause) {
        super(message, cause);
    }
}
