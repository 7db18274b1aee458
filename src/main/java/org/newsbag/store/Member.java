package org.newsbag.store;

import java.util.Optional;
import org.newsbag.store.StoredEntry.Kind;

/**
 * One entry of an archive whose name has a place in it.
 *
 * @param place the path from the archive's top, without a final slash; empty for the top itself
 * @param position as in {@link StoredEntry}
 * @param target the place of the file for which a hard link is a further name; empty for all else
 */
record Member(String place, Kind kind, long size, long position, Optional<String> target) {
    Member(String place, Kind kind, long size, long position) {
        this(place, kind, size, position, Optional.empty());
    }

    static Member hardLink(String place, String target) {
        return new Member(place, Kind.LINK, 0, 0, Optional.of(target));
    }

    /** The link as the file that it leads to. */
    Member to(Member file) {
        return new Member(place, Kind.FILE, file.size(), file.position(), target);
    }

    boolean isFolder() {
        return kind == Kind.FOLDER;
    }

    Member unreadable() {
        return new Member(place, Kind.UNREADABLE, size, position);
    }
}
