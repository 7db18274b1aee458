package org.newsbag.packaging;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Progress;
import org.newsbag.packaging.Assembly.Assembled;
import org.newsbag.store.BagArchive;
import org.newsbag.store.Serialization;

/** Brings a staged bag under its final name in one step, after it has been forced to disk and read back. */
final class Publication {
    private final Staging staging;
    private final OrderedWork work;
    private final Progress progress;

    Publication(Staging staging, OrderedWork work, Progress progress) {
        this.staging = staging;
        this.work = work;
        this.progress = progress;
    }

    void folder(Assembled assembled, Algorithm algorithm, Path target) throws IOException, InterruptedException {
        Durability.forceTree(staging.bag(), assembled.files(), work, () -> verify(assembled, algorithm));
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) throw new FileAlreadyExistsException(target.toString());
        Files.move(staging.bag(), target, StandardCopyOption.ATOMIC_MOVE);
        forceName(target, staging.bag());
    }

    void archive(Assembled assembled, Algorithm algorithm, Path target, String root, Serialization form, Instant time)
            throws IOException, InterruptedException {
        verify(assembled, algorithm);
        progress.begin("Serializing", 1, 0);
        BagArchive.write(staging.bag(), root, staging.archive(), form, time);
        Durability.force(staging.archive());
        progress.end();
        progress.begin("Reading back", 1, 0);
        var difference = BagArchive.firstDifference(staging.bag(), root, staging.archive(), form);
        progress.end();
        if (difference.isPresent())
            throw new IOException(
                    "the archive was read back with a difference: " + difference.get() + ". Check the disk");
        linkOrMove(staging.archive(), target);
        forceName(target, staging.archive());
    }

    /** A name that a power cut may take away is withdrawn: success is not said of it, so nothing may stand under it. */
    private static void forceName(Path target, Path staged) throws IOException {
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

    private void verify(Assembled assembled, Algorithm algorithm) throws IOException, InterruptedException {
        progress.begin("Reading back", assembled.files(), assembled.oxum().octets());
        try {
            new Verification(staging.bag(), algorithm, work.jobs(), progress).run(assembled.tagManifests());
        } finally {
            progress.end();
        }
    }
}
