package org.newsbag.validation;

import java.util.TreeSet;
import org.newsbag.path.RelativePath;

/** What is there and cannot be read, folders and files; of all that lies below nothing is known. A stranger's bag may have as many as it has files. */
final class UnreadablePlaces {
    /** No place below another: so the last one that comes before a path is the only one that can cover it. */
    private final TreeSet<String> places = new TreeSet<>(RelativePath::compareAsTree);

    void add(String place) {
        if (covers(place)) return;
        for (var next = places.higher(place); next != null && isBelow(next, place); next = places.higher(place))
            places.remove(next);
        places.add(place);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Whether a path is one of them, or lies below one. */
    boolean covers(String path) {
        var place = places.floor(path);
        return place != null && (place.equals(path) || isBelow(path, place));
    }

    private static boolean isBelow(String path, String folder) {
        return path.startsWith(folder) && path.length() > folder.length() && path.charAt(folder.length()) == '/';
    }
}
