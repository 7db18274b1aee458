package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.newsbag.path.RelativePath;
import org.newsbag.store.Serialization;

/** Finds bags below a folder: folders that hold a {@code bagit.txt}, and archives by their extension. A bag within a bag is its payload. */
final class BagFinder extends SimpleFileVisitor<Path> {
    private final List<Path> found = new ArrayList<>();

    static List<Path> below(List<Path> folders) throws IOException {
        var all = new ArrayList<Path>();
        for (var folder : folders) {
            var finder = new BagFinder();
            Files.walkFileTree(folder, finder);
            finder.found.sort((a, b) -> RelativePath.compareUtf8(a.toString(), b.toString()));
            all.addAll(finder.found);
        }
        return all;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (!Files.exists(folder.resolve("bagit.txt"))) return FileVisitResult.CONTINUE;
        found.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (attributes.isRegularFile() && isArchive(name)) found.add(file);
        return FileVisitResult.CONTINUE;
    }

    private static boolean isArchive(String name) {
        if (name.endsWith(".tgz")) return true;
        for (var form : Serialization.values())
            if (!form.extension().isEmpty() && name.endsWith(form.extension())) return true;
        return false;
    }
}
