package org.newsbag.store;

import static org.newsbag.finding.FindingCode.STORE_LINK_FOLLOWED;
import static org.newsbag.finding.FindingCode.STORE_LINK_REFUSED;
import static org.newsbag.finding.FindingCode.STORE_NAME_NOT_UTF8;
import static org.newsbag.finding.FindingCode.STORE_SPECIAL_FILE;
import static org.newsbag.finding.FindingCode.STORE_UNREADABLE;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsbag.finding.Findings;
import org.newsbag.store.BagStore.EntrySink;
import org.newsbag.store.BagStore.Reach;
import org.newsbag.store.StoredEntry.Kind;

/** One walk through a bag's folder: the names of one folder, sorted by their bytes, are held at a time, and each entry is looked at once. */
final class FolderWalk {
    private static final Set<PosixFilePermission> READ_BY_ALL =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private final Path root;
    private final OpenFolder top;
    private final EntrySink sink;
    private final Findings findings;
    private final Deque<String> folders = new ArrayDeque<>();
    private Optional<OpenFolder> deep = Optional.empty();
    private String deepPath = "";

    FolderWalk(Path root, OpenFolder top, EntrySink sink, Findings findings) {
        this.root = root;
        this.top = top;
        this.sink = sink;
        this.findings = findings;
    }

    /** What cannot be read is a finding and an entry of its own, so a walk always reaches its end. */
    Reach run() throws IOException {
        try (var folder = top.folder("")) {
            entries("", names(folder), folder);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        try {
            while (!folders.isEmpty()) folder(folders.pop());
        } finally {
            leaveDeep();
        }
        return Reach.WHOLE;
    }

    /** Below the reach of one path, the folder that stands a reach above is kept open for the next one, or each level would begin at the top. */
    private OpenFolder open(String relative) throws IOException {
        int reach = OpenFolder.lastStep(relative);
        if (reach == 0) return top.folder(relative);
        var above = relative.substring(0, reach - 1);
        if (deep.isEmpty() || !deepPath.equals(above)) {
            leaveDeep();
            deep = Optional.of(top.folder(above));
            deepPath = above;
        }
        return deep.get().folder(relative.substring(reach));
    }

    private void leaveDeep() throws IOException {
        if (deep.isPresent()) deep.get().close();
        deep = Optional.empty();
    }

    private void folder(String relative) throws IOException {
        OpenFolder folder;
        List<Path> names;
        try {
            folder = open(relative);
        } catch (IOException e) {
            sink.accept(unreadable(relative, e));
            return;
        }
        try (folder) {
            try {
                names = names(folder);
            } catch (DirectoryIteratorException e) {
                sink.accept(unreadable(relative, e.getCause()));
                return;
            }
            sink.accept(new StoredEntry(relative, Kind.FOLDER, -1, 0));
            entries(relative + "/", names, folder);
        }
    }

    private static List<Path> names(OpenFolder folder) {
        var names = new ArrayList<Path>();
        for (var path : folder.entries()) names.add(path.getFileName());
        return names;
    }

    private void entries(String prefix, List<Path> names, OpenFolder folder) throws IOException {
        // A file system lists in any order; on POSIX the order of names is that of their bytes.
        names.sort(null);
        var subfolders = new ArrayList<String>();
        for (var name : names) {
            var entry = look(prefix + name, name, folder);
            if (entry.kind() == Kind.FOLDER) subfolders.add(entry.path());
            else sink.accept(entry);
        }
        for (int i = subfolders.size() - 1; i >= 0; i--) folders.push(subfolders.get(i));
    }

    private StoredEntry look(String relative, Path name, OpenFolder folder) {
        long size = -1;
        try {
            if (!isUtf8(name)) return notUtf8(relative, name);
            var attributes = folder.attributes(name);
            if (attributes.isDirectory()) return new StoredEntry(relative, Kind.FOLDER, -1, 0);
            if (attributes.isSymbolicLink()) return link(relative);
            if (!attributes.isRegularFile()) return special(relative);
            size = attributes.size();
            // Only where somebody may not read it, it is worth a try whether this is us.
            if (!attributes.permissions().containsAll(READ_BY_ALL))
                folder.read(name.toString()).close();
            return new StoredEntry(relative, Kind.FILE, size, FolderStore.PLAIN);
        } catch (IOException e) {
            findings.add(STORE_UNREADABLE, relative, Reason.unread(e));
            return new StoredEntry(relative, Kind.UNREADABLE, size, 0);
        }
    }

    /** The JVM shows bytes that are not UTF-8 as U+FFFD; only then are the true bytes looked at. */
    private static boolean isUtf8(Path name) {
        var text = name.toString();
        return text.indexOf('\uFFFD') < 0 || Path.of(text).equals(name);
    }

    private StoredEntry notUtf8(String relative, Path name) {
        findings.add(
                STORE_NAME_NOT_UTF8,
                relative,
                "The name is not UTF-8 (" + rawName(name)
                        + "), so no manifest can name it, and it was not read. Take the bag from another copy, or rename it, for example with convmv.");
        return new StoredEntry(relative, Kind.UNREADABLE, -1, 0);
    }

    private static String rawName(Path name) {
        var uri = name.toUri().getRawPath();
        var file = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private StoredEntry link(String relative) throws IOException {
        var path = root.resolve(relative);
        var target = Files.readSymbolicLink(path);
        Path real;
        try {
            real = path.toRealPath();
        } catch (AccessDeniedException e) {
            return unreadable(relative, e);
        } catch (FileSystemException e) {
            return refused(relative, target, "which leads nowhere");
        }
        if (!real.startsWith(root)) return refused(relative, target, "which leads outside the bag");
        var attributes = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) return refused(relative, target, "which is not a file");
        findings.add(
                STORE_LINK_FOLLOWED,
                relative,
                "A symbolic link to " + target
                        + ", read as a file with the bytes of its target. A copy or an archive of the bag may lose it; put the file itself in its place.");
        return new StoredEntry(relative, Kind.FILE, attributes.size(), FolderStore.LINKED);
    }

    private StoredEntry refused(String relative, Path target, String why) {
        findings.add(
                STORE_LINK_REFUSED,
                relative,
                "A symbolic link to " + target + ", " + why
                        + "; it was not followed. A bag holds files: put the file itself in its place, or take the link out.");
        return new StoredEntry(relative, Kind.LINK, -1, 0);
    }

    private StoredEntry special(String relative) {
        findings.add(
                STORE_SPECIAL_FILE,
                relative,
                "It is a pipe, a socket or a device, which holds no bytes to keep, and was not opened. Take it out of the bag.");
        return new StoredEntry(relative, Kind.SPECIAL, -1, 0);
    }

    private StoredEntry unreadable(String relative, IOException cause) {
        findings.add(STORE_UNREADABLE, relative, Reason.unread(cause));
        return new StoredEntry(relative, Kind.UNREADABLE, -1, 0);
    }
}
