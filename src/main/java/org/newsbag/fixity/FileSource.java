package org.newsbag.fixity;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as a source of bytes. On the default file system it is opened as a plain stream, which costs a small file a third of what a
 * channel does and is not closed under a thread that is interrupted.
 */
record FileSource(Path file, long size) implements ByteSource {
    /** The size is that of now; 0 where there is no such file, which is found out when it is opened. */
    static FileSource of(Path file) {
        return new FileSource(file, onDisk(file) ? file.toFile().length() : -1);
    }

    private static boolean onDisk(Path file) {
        return file.getFileSystem() == FileSystems.getDefault();
    }

    @Override
    public InputStream open() throws IOException {
        if (!onDisk(file)) return Files.newInputStream(file);
        try {
            return new FileInputStream(file.toFile());
        } catch (FileNotFoundException e) {
            // It says this of a folder, and of a file without permission, too: a channel names the reason.
            return Files.newInputStream(file);
        }
    }
}
