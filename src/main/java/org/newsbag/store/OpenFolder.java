package org.newsbag.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A folder that is held open, so that everything is reached from it by relative names: it stays the same folder whatever its path comes to mean,
 * and names deeper than the system's limit for one path (4,096 bytes on Linux) are reached in several steps. No final link is ever followed.
 */
final class OpenFolder implements Closeable {
    /** A path longer than this, in UTF-16 units, is reached in several steps; a unit is at most three bytes, so no step is over the limit. */
    private static final int STEP = 1300;

    private static final Set<OpenOption> READ_FILE = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final SecureDirectoryStream<Path> stream;

    private OpenFolder(SecureDirectoryStream<Path> stream) {
        this.stream = stream;
    }

    static OpenFolder of(Path folder) throws IOException {
        var stream = Files.newDirectoryStream(folder);
        if (stream instanceof SecureDirectoryStream<Path> secure) return new OpenFolder(secure);
        stream.close();
        throw new FileSystemException(
                folder.toString(),
                null,
                "this file system cannot keep a folder open, so links could lead out of the bag");
    }

    /** Opens a folder below this one; the empty path gives this folder once more. */
    OpenFolder folder(String relative) throws IOException {
        var steps = steps(relative);
        var at = stream.newDirectoryStream(name(steps.get(0)), LinkOption.NOFOLLOW_LINKS);
        for (var step : steps.subList(1, steps.size())) {
            try (var before = at) {
                at = before.newDirectoryStream(name(step), LinkOption.NOFOLLOW_LINKS);
            }
        }
        return new OpenFolder(at);
    }

    /** Its entries, in the order of the file system, once; not after {@link #folder}. */
    DirectoryStream<Path> entries() {
        return stream;
    }

    /** The attributes of an entry of this very folder; of a link its own. */
    PosixFileAttributes attributes(Path name) throws IOException {
        var view = stream.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null)
            throw new FileSystemException(name.toString(), null, "this file system has no permissions of POSIX");
        return view.readAttributes();
    }

    /** Opens a regular file below this folder. */
    InputStream read(String relative) throws IOException {
        if (relative.length() <= STEP) return Channels.newInputStream(stream.newByteChannel(name(relative), READ_FILE));
        int slash = relative.lastIndexOf('/');
        try (var parent = folder(relative.substring(0, slash))) {
            return parent.read(relative.substring(slash + 1));
        }
    }

    /** Where in a path the last of the steps begins that lead to it; 0 where one is enough. */
    static int lastStep(String relative) {
        int start = 0;
        while (relative.length() - start > STEP) start = relative.lastIndexOf('/', start + STEP) + 1;
        return start;
    }

    private static List<String> steps(String relative) {
        var steps = new ArrayList<String>();
        int start = 0;
        while (relative.length() - start > STEP) {
            int slash = relative.lastIndexOf('/', start + STEP);
            steps.add(relative.substring(start, slash));
            start = slash + 1;
        }
        steps.add(relative.substring(start));
        return steps;
    }

    private static Path name(String relative) {
        return Path.of(relative.isEmpty() ? "." : relative);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
