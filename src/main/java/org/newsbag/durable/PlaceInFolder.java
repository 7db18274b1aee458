package org.newsbag.durable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where in a folder a file goes that was forced to disk: below real folders only, never through a link. */
public final class PlaceInFolder {
    private PlaceInFolder() {}

    /**
     * Brings a file to its path, where nothing is yet.
     *
     * @param path below the folder, normalized, with {@code /}
     * @throws IOException where a link or a file is in the way, or the disk fails
     */
    public static synchronized void take(Path root, String path, Path file) throws IOException {
        FinalName.ofFile(file, folder(root, path).resolve(fileName(path)));
        Files.deleteIfExists(file);
    }

    /**
     * Brings a file to its path, and takes away the file or the link that is there, in one step.
     *
     * @throws IOException where a folder is there, a link or a file is in the way of a folder, or the disk fails
     */
    public static synchronized void replace(Path root, String path, Path file) throws IOException {
        var folder = folder(root, path);
        var place = folder.resolve(fileName(path));
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS))
            throw new FileSystemException(path, null, "a folder is in the way of the file");
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Durability.force(folder);
    }

    /** Why a file cannot be brought to its path; empty where nothing is seen that is in the way. */
    public static Optional<String> obstacle(Path root, String path) {
        var folder = root;
        var names = path.split("/");
        for (int i = 0; i < names.length - 1; i++) {
            var next = folder.resolve(names[i]);
            if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) break;
            if (!Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS))
                return Optional.of("a link or a file is in the way of a folder");
            folder = next;
        }
        if (Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS))
            return Optional.of("a folder is in the way of the file");
        return Files.isWritable(folder) ? Optional.empty() : Optional.of("no permission to write into its folder");
    }

    /** The folder that a file goes into, made where it is missing. */
    private static Path folder(Path root, String path) throws IOException {
        var names = path.split("/");
        var folder = root;
        for (int i = 0; i < names.length - 1; i++) {
            var next = folder.resolve(names[i]);
            if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(next);
                Durability.force(folder);
            }
            if (!Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS))
                throw new FileSystemException(
                        root.relativize(next).toString(), null, "a link or a file is in the way of a folder");
            folder = next;
        }
        return folder;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
