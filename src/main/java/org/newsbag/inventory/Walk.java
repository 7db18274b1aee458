package org.newsbag.inventory;

import static org.newsbag.finding.FindingCode.*;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsbag.finding.Findings;
import org.newsbag.path.Portability;
import org.newsbag.path.RelativePath;
import org.newsbag.path.Twins;

/** One walk through one source. A folder's entries are held at a time, never a folder's whole depth on the stack. */
final class Walk {
    private static final int FILE_TYPE = 0170000;

    private final SourceRoot root;
    private final List<SourceFile> files;
    private final List<String> emptyFolders;
    private final Findings findings;
    private final Deque<String> folders = new ArrayDeque<>();

    Walk(SourceRoot root, List<SourceFile> files, List<String> emptyFolders, Findings findings) {
        this.root = root;
        this.files = files;
        this.emptyFolders = emptyFolders;
        this.findings = findings;
    }

    void run() {
        if (!root.prefix().isEmpty()) judgeName("");
        folders.push("");
        while (!folders.isEmpty()) folder(folders.pop());
    }

    void single(Path file) {
        entry(file, "");
    }

    private void folder(String relative) {
        var folder = relative.isEmpty() ? root.folder() : root.folder().resolve(relative);
        var entries = new ArrayList<Path>();
        try (var listing = Files.newDirectoryStream(folder)) {
            listing.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            unreadable(relative, e.getCause());
            return;
        } catch (IOException e) {
            unreadable(relative, e);
            return;
        }
        // A file system lists in any order: what is said of the names, and which findings are kept, must not depend on
        // it.
        entries.sort((a, b) -> RelativePath.compareUtf8(
                a.getFileName().toString(), b.getFileName().toString()));
        if (entries.isEmpty()) emptyFolder(relative);
        reportBag(relative, folder, entries);
        reportTwins(relative, entries);
        for (var entry : entries) entry(entry, relative);
    }

    private void emptyFolder(String relative) {
        var name = payloadName(relative);
        emptyFolders.add(name);
        findings.add(
                SOURCE_EMPTY_FOLDER,
                name,
                "The folder is empty. A bag holds files only, so it is recorded in metadata/premis.xml and not kept as a folder.");
    }

    private void entry(Path path, String parent) {
        var fileName = path.getFileName().toString();
        var relative = parent.isEmpty() ? fileName : parent + "/" + fileName;
        if (!isUtf8(path, fileName)) {
            findings.add(
                    SOURCE_NAME_NOT_UTF8,
                    payloadName(relative),
                    "The name is not UTF-8 (" + rawName(path)
                            + "), and a BagIt manifest in UTF-8 cannot name it. Rename it, for example with convmv.");
            return;
        }
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) file(path, relative, attributes.size());
            else if (attributes.isDirectory()) subfolder(relative);
            else if (attributes.isSymbolicLink()) link(path, relative);
            else special(path, relative);
        } catch (NoSuchFileException e) {
            findings.add(
                    SOURCE_CHANGED,
                    payloadName(relative),
                    "It was removed while the source was being read. Run again when nothing writes to the source.");
        } catch (IOException e) {
            unreadable(relative, e);
        }
    }

    private void subfolder(String relative) {
        judgeName(relative);
        folders.push(relative);
    }

    private void file(Path path, String relative, long size) {
        if (!Files.isReadable(path)) {
            findings.add(
                    SOURCE_UNREADABLE,
                    payloadName(relative),
                    "No permission to read it. Run as a user who may, or change its permissions.");
            return;
        }
        judgeName(relative);
        var fileName = path.getFileName().toString();
        if (Portability.isSystemFile(fileName))
            findings.add(
                    SOURCE_SYSTEM_FILE,
                    payloadName(relative),
                    "An operating system made this file, not a person. It is packaged; remove it from the source if it is not wanted.");
        else if (fileName.startsWith("."))
            findings.add(SOURCE_HIDDEN_FILE, payloadName(relative), "A hidden file; it is packaged like any other.");
        files.add(new SourceFile(root, payloadName(relative), size));
    }

    private void link(Path path, String relative) throws IOException {
        var name = payloadName(relative);
        var target = Files.readSymbolicLink(path);
        Path real;
        try {
            real = path.toRealPath();
        } catch (NoSuchFileException e) {
            findings.add(
                    SOURCE_LINK_REFUSED,
                    name,
                    "A symbolic link to " + target
                            + ", which does not exist. Remove the link or restore what it points to.");
            return;
        } catch (FileSystemLoopException e) {
            refuseLoop(name, target);
            return;
        } catch (FileSystemException e) {
            if (e instanceof AccessDeniedException) unreadable(relative, e);
            else refuseLoop(name, target);
            return;
        }
        if (!real.startsWith(root.folder())) {
            findings.add(
                    SOURCE_LINK_REFUSED,
                    name,
                    "A symbolic link to " + target
                            + ", outside the source. Replace the link by a copy if the file belongs into the bag.");
        } else if (!Files.isRegularFile(real)) {
            findings.add(
                    SOURCE_LINK_REFUSED,
                    name,
                    "A symbolic link to " + target
                            + ", which is not a file. Remove the link; what lies inside the source is packaged where it lies.");
        } else {
            findings.add(
                    SOURCE_LINK_FOLLOWED,
                    name,
                    "A symbolic link to " + target + ", packaged as a file with the bytes of its target.");
            file(path, relative, Files.size(real));
        }
    }

    private void refuseLoop(String name, Path target) {
        findings.add(
                SOURCE_LINK_REFUSED,
                name,
                "A symbolic link to " + target + ", which leads nowhere (a circle of links). Remove the link.");
    }

    private void special(Path path, String relative) throws IOException {
        int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        var kind = switch (mode & FILE_TYPE) {
            case 0010000 -> "a named pipe (FIFO)";
            case 0140000 -> "a socket";
            case 0060000 -> "a block device";
            case 0020000 -> "a character device";
            default -> "a special file";
        };
        findings.add(
                SOURCE_SPECIAL_FILE,
                payloadName(relative),
                "It is " + kind + ", which holds no bytes to keep, and is never opened. Remove it from the source.");
    }

    private void judgeName(String relative) {
        Portability.judge(new RelativePath(payloadName(relative))).forEach(findings::add);
    }

    private void reportBag(String relative, Path folder, List<Path> entries) {
        if (entries.contains(folder.resolve("bagit.txt")) && entries.contains(folder.resolve("data")))
            findings.add(
                    SOURCE_IS_BAG,
                    payloadName(relative),
                    "This folder is a bag already. It is packaged as it is, a bag within a bag; check it first with newsbag validate.");
    }

    private void reportTwins(String relative, List<Path> entries) {
        Map<String, String> seen = new HashMap<>(entries.size() * 2);
        for (var entry : entries) {
            var name = entry.getFileName().toString();
            var twin = seen.putIfAbsent(Portability.folded(name), name);
            if (twin == null) continue;
            findings.add(Twins.finding(twin, name, payloadName(relative.isEmpty() ? name : relative + "/" + name)));
        }
    }

    private void unreadable(String relative, IOException cause) {
        var reason = cause instanceof FileSystemException e && e.getReason() != null ? e.getReason() : cause.toString();
        if (cause instanceof AccessDeniedException) reason = "no permission";
        var code = reason.contains("File name too long") ? SOURCE_PATH_TOO_LONG : SOURCE_UNREADABLE;
        findings.add(code, payloadName(relative), "It could not be read: " + reason + ".");
    }

    private String payloadName(String relative) {
        if (!relative.isEmpty()) return root.prefix() + relative;
        return root.prefix().isEmpty()
                ? "."
                : root.prefix().substring(0, root.prefix().length() - 1);
    }

    /** The JVM shows bytes that are not UTF-8 as U+FFFD; only then are the true bytes looked at. */
    private static boolean isUtf8(Path path, String fileName) {
        return fileName.indexOf('\uFFFD') < 0
                || path.getFileSystem().getPath(fileName).equals(path.getFileName());
    }

    private static String rawName(Path path) {
        var uri = path.toUri().getRawPath();
        var file = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
