package org.newsbag.upkeep;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.newsbag.bag.FetchItem;
import org.newsbag.durable.Staging;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;

/** The folder beside a bag in which files wait that have not come whole: the next run goes on with them. */
record Partials(Path folder) {
    private static final String PREFIX = ".newsbag-fetch-";

    /** The folder of a bag, made where it is not there. */
    static Partials beside(Path bag) throws IOException {
        var folder = place(bag);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) Files.createDirectory(folder);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
            throw new FileAlreadyExistsException(
                    folder.toString(), null, "it is in the way and is not newsbag's; remove it");
        return new Partials(folder);
    }

    /** Removes what a run that was killed has left, once there is nothing to fetch any more. */
    static void forget(Path bag) throws IOException {
        var folder = place(bag);
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) Staging.deleteTree(folder);
    }

    private static Path place(Path bag) {
        return bag.resolveSibling(PREFIX + digest(bag.getFileName().toString()));
    }

    /** Where what comes of one address waits. */
    Path of(FetchItem item) {
        return folder.resolve(digest(item.url() + "\n" + item.path()));
    }

    void removeIfEmpty() throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // what waits in it is for the next run
        }
    }

    private static String digest(String text) {
        return Checksum.ofText(Algorithm.SHA_256, text).hex().substring(0, 16);
    }
}
