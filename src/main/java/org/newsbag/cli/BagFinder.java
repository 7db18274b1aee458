package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.newsbag.path.RelativePath;
import org.newsbag.store.Serialization;

/**
 * Finds bags below a folder: folders that hold a {@code bagit.txt}, or a payload folder and a manifest, and archives by their extension. A bag within a bag is its
 * payload. A folder that cannot be read is among them, so that it is told like a bag that cannot be read.
 */
final class BagFinder extends SimpleFileVisitor<Path> {
    private final List<Path> found = new ArrayList<>();

    static List<Path> below(List<Path> folders) throws IOException {
        var all = new ArrayList<Path>();
        for (var folder : folders) {
            var finder = new BagFinder();
            Files.walkFileTree(Files.isSymbolicLink(folder) ? folder.toRealPath() : folder, finder);
            finder.found.sort((a, b) -> RelativePath.compareUtf8(a.toString(), b.toString()));
            all.addAll(finder.found);
        }
        return all;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (!Files.exists(folder.resolve("bagit.txt")) && !hasManifest(folder)) return FileVisitResult.CONTINUE;
        found.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()
                && Serialization.byName(file.getFileName().toString()).isPresent()) found.add(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        found.add(file);
        return FileVisitResult.CONTINUE;
    }

    private static boolean hasManifest(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve("data"))) return false;
        try (var manifests = Files.newDirectoryStream(folder, "manifest-*.txt")) {
            return manifests.iterator().hasNext();
        }
    }
}
