package org.newsbag.store;

import org.newsbag.store.StoredEntry.Kind;

/**
 * One entry of an archive whose name has a place in it.
 *
 * @param place the path from the archive's top, without a final slash; empty for the top itself
 * @param position as in {@link StoredEntry}
 */
record Member(String place, Kind kind, long size, long position) {
    boolean isFolder() {
        return kind == Kind.FOLDER;
    }

    Member unreadable() {
        return new Member(place, Kind.UNREADABLE, size, position);
    }
}
