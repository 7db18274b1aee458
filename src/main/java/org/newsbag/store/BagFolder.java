package org.newsbag.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.newsbag.path.RelativePath;

/** The entries of a bag's folder in one fixed order: each folder before its content, siblings by the UTF-8 bytes of their names. */
final class BagFolder implements Iterable<BagFolder.Entry> {
    private final Path folder;

    /**
     * One file or folder.
     *
     * @param name the path below the bag's folder, with {@code /}
     */
    record Entry(String name, Path path, boolean isFolder) {}

    BagFolder(Path folder) {
        this.folder = folder;
    }

    /** Walks the folder as it goes; an unreadable folder throws {@link UncheckedIOException}. */
    @Override
    public Iterator<Entry> iterator() {
        Deque<Iterator<Entry>> stack = new ArrayDeque<>();
        stack.push(children("", folder));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                while (!stack.isEmpty() && !stack.peek().hasNext()) stack.pop();
                return !stack.isEmpty();
            }

            @Override
            public Entry next() {
                if (!hasNext()) throw new NoSuchElementException();
                var entry = stack.peek().next();
                if (entry.isFolder()) stack.push(children(entry.name() + "/", entry.path()));
                return entry;
            }
        };
    }

    private static Iterator<Entry> children(String prefix, Path folder) {
        var entries = new ArrayList<Entry>();
        try (var listing = Files.newDirectoryStream(folder)) {
            for (var path : listing) entries.add(new Entry(prefix + path.getFileName(), path, Files.isDirectory(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.sort((a, b) -> RelativePath.compareUtf8(a.name(), b.name()));
        return entries.iterator();
    }
}
