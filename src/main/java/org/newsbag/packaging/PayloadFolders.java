package org.newsbag.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.newsbag.inventory.SourceFile;

/** Makes each payload folder before it hands out the first file that lies in it. */
final class PayloadFolders implements Iterator<SourceFile> {
    private final Path data;
    private final Iterator<SourceFile> files;
    private String folder = "";

    PayloadFolders(Path data, Iterator<SourceFile> files) {
        this.data = data;
        this.files = files;
    }

    @Override
    public boolean hasNext() {
        return files.hasNext();
    }

    /** Throws {@link UncheckedIOException} where a folder cannot be made. */
    @Override
    public SourceFile next() {
        var file = files.next();
        var parent = file.name().substring(0, Math.max(0, file.name().lastIndexOf('/')));
        if (!parent.equals(folder)) make(parent);
        folder = parent;
        return file;
    }

    private void make(String parent) {
        try {
            Files.createDirectories(data.resolve(parent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
