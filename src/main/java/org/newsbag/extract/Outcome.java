package org.newsbag.extract;

import java.util.Locale;

/** How the attempt to extract text from one file ended. */
public enum Outcome {
    /** All text was read. */
    EXTRACTED,
    /** The format was read to its end and holds no text: a picture, a blank page. */
    EMPTY,
    /** Text was read up to a limit; more is there. */
    TRUNCATED,
    /** The file asks for a password or a key. */
    ENCRYPTED,
    /** No parser knows the format. */
    UNSUPPORTED,
    /** The parser did not end within the time limit and was stopped. */
    TIMED_OUT,
    /** The parser needed more memory than its limit. */
    OUT_OF_MEMORY,
    /** The parser's process ended unasked. */
    CRASHED,
    /** The parser gave up with an error: the file is damaged, or is not what it seems. */
    FAILED;

    /** The outcome as records and summaries spell it: {@code out-of-memory}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
