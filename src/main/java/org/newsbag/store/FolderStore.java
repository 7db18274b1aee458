package org.newsbag.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.newsbag.finding.Findings;

/** A bag that lies open as a folder. */
final class FolderStore implements BagStore {
    /** In {@link StoredEntry#position}: a regular file, which must still be one when it is opened. */
    static final long PLAIN = 0;

    /** In {@link StoredEntry#position}: a link to a regular file inside the bag. */
    static final long LINKED = 1;

    private final Path root;
    private final OpenFolder folder;

    private FolderStore(Path root, OpenFolder folder) {
        this.root = root;
        this.folder = folder;
    }

    static FolderStore open(Path bag) throws IOException {
        var root = bag.toRealPath();
        return new FolderStore(root, OpenFolder.of(root));
    }

    @Override
    public Serialization form() {
        return Serialization.NONE;
    }

    @Override
    public Reach list(EntrySink sink, Findings findings) throws IOException {
        return new FolderWalk(root, folder, sink, findings).run();
    }

    @Override
    public InputStream open(StoredEntry file) throws IOException {
        if (!file.isFile()) throw new IllegalArgumentException("not a file: " + file);
        if (file.position() == PLAIN) return folder.read(file.path());
        var real = root.resolve(file.path()).toRealPath();
        if (!real.startsWith(root) || !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS))
            throw new FileSystemException(
                    file.path(), null, "the link was changed meanwhile and no longer leads to a file in the bag");
        return folder.read(root.relativize(real).toString());
    }

    @Override
    public boolean isRandomAccess() {
        return true;
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
