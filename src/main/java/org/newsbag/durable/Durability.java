package org.newsbag.durable;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes files survive a power cut. An error in forcing is final: it is never tried again and called a success. */
public final class Durability {
    /** From so many files on, one call that forces the file system costs less than a call for each file. */
    private static final int MANY = 256;

    /**
     * The file systems whose syncfs(2) forces everything and reports what failed. Others are forced file by file: FUSE does not hand
     * the call on to its daemon, and macOS's sync only begins to write.
     */
    private static final Set<String> SYNCFS = Set.of("ext3", "ext4", "xfs", "btrfs", "f2fs", "tmpfs");

    private Durability() {}

    /**
     * Forces every file and folder of a tree to disk, folders after what they hold, and does something else while the disk works.
     *
     * @param meanwhile must not write into the tree
     */
    public static void forceTree(Path root, long files, OrderedWork work, Meanwhile meanwhile)
            throws IOException, InterruptedException {
        var forcing = files >= MANY && hasSyncfs(root) ? startSyncfs(root) : Optional.<Process>empty();
        if (forcing.isEmpty()) {
            forceEach(root, work);
            meanwhile.run();
            return;
        }
        try {
            meanwhile.run();
            await(forcing.get());
        } finally {
            forcing.get().destroy();
        }
    }

    /** What is done while the disk works. */
    public interface Meanwhile {
        void run() throws IOException, InterruptedException;
    }

    private static void forceEach(Path root, OrderedWork work) throws IOException, InterruptedException {
        var folders = new ArrayList<Path>();
        var files = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                if (e != null) throw e;
                folders.add(folder);
                return FileVisitResult.CONTINUE;
            }
        });
        work.run(files.iterator(), Durability::force, forced -> {});
        for (var folder : folders) force(folder);
    }

    /** Forces one file or folder to disk. */
    public static Path force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("could not be forced to disk: " + path + ": " + e.getMessage(), e);
        }
        return path;
    }

    /** Makes a folder and its missing parents, each forced into the folder that holds it. */
    public static void createFolders(Path folder) throws IOException {
        var missing = new ArrayList<Path>();
        for (var path = folder.toAbsolutePath(); path != null && !Files.isDirectory(path); path = path.getParent())
            missing.add(0, path);
        for (var path : missing) {
            Files.createDirectories(path);
            force(path.getParent());
        }
    }

    private static boolean hasSyncfs(Path path) throws IOException {
        return System.getProperty("os.name").equals("Linux")
                && SYNCFS.contains(Files.getFileStore(path).type());
    }

    /**
     * Asks coreutils' {@code sync -f} for syncfs(2), which forces all files and folders of a file system with one call; Java has no such call.
     *
     * @return empty where there is no such program
     */
    private static Optional<Process> startSyncfs(Path path) {
        try {
            return Optional.of(new ProcessBuilder(List.of("sync", "-f", path.toString()))
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .start());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void await(Process sync) throws IOException, InterruptedException {
        var said = new String(sync.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (sync.waitFor() != 0) throw new IOException("the bag could not be forced to disk: " + said.strip());
    }
}
