package org.newsbag.validation;

import org.newsbag.store.StoredEntry;

/**
 * One file of the bag as far as it is known: what the store holds under its name, and what the manifests say of it. A bag has a million of them, so a
 * row holds no more than it must.
 */
final class Row {
    final String path;
    /** What is there; null where nothing is. */
    StoredEntry.Kind kind;

    long size = -1;
    long position = -1;
    /** A bit for each manifest that lists the file. */
    long listed;
    /** A bit for each manifest whose checksum of it can be compared. */
    long comparable;
    /** The checksums, one manifest's behind the other's; null where none can be compared. */
    byte[] expected;
    /** When it is to be read. */
    int place = Witness.UNPLACED;
    /** Whether another row, spelled otherwise, has taken what was said of this one. */
    boolean isMerged;

    Row(String path) {
        this.path = path;
    }

    boolean isThere() {
        return kind != null;
    }

    boolean isFile() {
        return kind == StoredEntry.Kind.FILE;
    }

    /** Whether something is there that could be a file or a folder, or bears another name. */
    boolean isUnknown() {
        return kind == StoredEntry.Kind.UNREADABLE && size < 0;
    }

    /** Whether a regular file is there, which can be opened or not. */
    boolean isKnownFile() {
        return isFile() || kind == StoredEntry.Kind.UNREADABLE && !isUnknown();
    }

    StoredEntry entry() {
        return new StoredEntry(path, kind, size, position);
    }

    void place(StoredEntry entry) {
        kind = entry.kind();
        size = entry.size();
        position = entry.position();
    }
}
