package org.newsbag.upkeep;

import java.util.Locale;

/**
 * One file of a bag that is or would be changed.
 *
 * @param path in the bag
 * @param detail what is different, for a person; may be empty
 */
public record Change(Kind kind, String path, String detail) {
    /** What happens to the file. */
    public enum Kind {
        ADDED,
        REWRITTEN,
        REMOVED;

        /** As people and programs read it: {@code rewritten}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
