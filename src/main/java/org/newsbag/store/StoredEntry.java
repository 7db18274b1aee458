package org.newsbag.store;

/**
 * One thing in a bag.
 *
 * @param path below the bag's base directory, with {@code /}, as the store spells it, without a final {@code /}
 * @param kind what it is
 * @param size of a file, in bytes; -1 where the store does not say. What is unreadable has one where it is a regular file of this very name
 * @param position where a store keeps the place of its bytes; meaningless elsewhere
 */
public record StoredEntry(String path, Kind kind, long size, long position) {
    /** What a bag can hold, by intention or not. */
    public enum Kind {
        /** A regular file, or a link inside the bag to one. */
        FILE,
        FOLDER,
        /** A link to a folder, out of the bag, or to nothing. Never followed. */
        LINK,
        /** A pipe, socket or device. Never opened. */
        SPECIAL,
        /** Something that cannot be read: no permission, an I/O error, a name that no text can hold, an entry that is not to be trusted. A finding says which. */
        UNREADABLE
    }

    public boolean isFile() {
        return kind == Kind.FILE;
    }
}
