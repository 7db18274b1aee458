package org.newsbag.upkeep;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.newsbag.durable.Durability;
import org.newsbag.durable.FinalName;

/** Where in a bag's folder a new payload file goes: below real folders only, and never over something that is there. */
final class PayloadPlace {
    private PayloadPlace() {}

    /**
     * Brings a file that was forced to disk to its path in the bag.
     *
     * @param path in the bag, normalized, below {@code data/}
     * @throws IOException where a link or a file is in the way, or the disk fails
     */
    static synchronized void take(Path bag, String path, Path file) throws IOException {
        var names = path.split("/");
        var folder = bag;
        for (int i = 0; i < names.length - 1; i++) {
            var next = folder.resolve(names[i]);
            if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(next);
                Durability.force(folder);
            }
            if (!Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS))
                throw new FileSystemException(
                        bag.relativize(next).toString(), null, "a link or a file is in the way of a folder");
            folder = next;
        }
        FinalName.ofFile(file, folder.resolve(names[names.length - 1]));
        Files.deleteIfExists(file);
    }
}
