package org.newsbag.bag;

/** A label or value that cannot stand in a tag file, or a tag file that cannot be read; the message says which and why. */
public final class MalformedTag extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedTag(String message) {
        super(message);
    }
}
