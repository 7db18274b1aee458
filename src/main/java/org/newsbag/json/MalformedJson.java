package org.newsbag.json;

/** A text that is not JSON, with the line and column where it stops being so. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
