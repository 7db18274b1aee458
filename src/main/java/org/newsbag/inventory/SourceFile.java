package org.newsbag.inventory;

import java.nio.file.Files;
import java.nio.file.Path;
import org.newsbag.path.RelativePath;

/**
 * One file to be packaged.
 *
 * @param name its path in the payload, without {@code data/}
 * @param size in bytes, when the inventory was taken
 */
public record SourceFile(SourceRoot root, String name, long size) implements Comparable<SourceFile> {
    /** Where its bytes lie. */
    public Path location() {
        return root.locate(name);
    }

    /** Whether a real path lies where this file's source does. */
    public boolean isInside(Path real) {
        return real.startsWith(root.folder());
    }

    /** The path as the user of the command line would type it. */
    public String givenPath() {
        var given = root.given();
        if (Files.isDirectory(given))
            return given.resolve(name.substring(root.prefix().length())).toString();
        return given.toString();
    }

    @Override
    public int compareTo(SourceFile other) {
        return RelativePath.compareUtf8(name, other.name);
    }
}
