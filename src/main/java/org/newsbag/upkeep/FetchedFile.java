package org.newsbag.upkeep;

import java.util.Locale;

/**
 * What became of one file that was to be fetched.
 *
 * @param url where it was to come from
 * @param detail why it was not fetched, and what to do; empty where it was
 */
public record FetchedFile(String path, String url, Outcome outcome, long bytes, String detail) {
    /** How it ended. */
    public enum Outcome {
        /** It is in the bag, verified and forced to disk. */
        FETCHED,
        /** Its scheme or host was not allowed; nothing was asked for. */
        NOT_ALLOWED,
        /** What came is not what the manifests say, or longer than fetch.txt says; it was thrown away. */
        WRONG,
        /** It could not be had: no answer, another answer, no permission. */
        FAILED;

        /** As people and programs read it: {@code not-allowed}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
