package org.newsbag.durable;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.newsbag.path.RelativePath;

/** Brings what was forced to disk under its final name in one step; what is there already is never replaced. */
public final class FinalName {
    private static final int LONGEST = 255;

    private FinalName() {}

    /** Whether a name can be one folder's, with room for an extension; hidden names and those of staging folders are not. */
    public static boolean isLegal(String name, String extension) {
        return RelativePath.isLegal(name)
                && name.indexOf('/') < 0
                && !name.startsWith(".")
                && RelativePath.utf8Length(name + extension) <= LONGEST;
    }

    /**
     * Names a folder.
     *
     * @throws FileAlreadyExistsException where the name is taken
     * @throws Unforced where the name could neither be forced to disk nor be withdrawn
     */
    public static void ofFolder(Path staged, Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) throw new FileAlreadyExistsException(target.toString());
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        force(target, staged);
    }

    /** Names a file; as {@link #ofFolder}. The staged name may remain. */
    public static void ofFile(Path staged, Path target) throws IOException {
        linkOrMove(staged, target);
        force(target, staged);
    }

    /** A name that a power cut may take away is withdrawn: success is not said of it, so nothing may stand under it. */
    private static void force(Path target, Path staged) throws IOException {
        try {
            Durability.force(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            try {
                if (Files.exists(staged, LinkOption.NOFOLLOW_LINKS)) Files.delete(target);
                else Files.move(target, staged, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException f) {
                f.addSuppressed(e);
                throw new Unforced(target, f);
            }
            throw e;
        }
    }

    /** A link is refused where the name is taken, a rename of a file is not: so the link comes first. */
    private static void linkOrMove(Path staged, Path target) throws IOException {
        try {
            Files.createLink(target, staged);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // a file system without hard links
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS))
                throw new FileAlreadyExistsException(target.toString());
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
