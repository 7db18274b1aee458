package org.newsbag.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that a command writes beside its other output: it takes no name that is taken, and has its own only when all of it is written. */
final class NewFile {
    /** What fills it; false where it is not to be kept. */
    interface Filling {
        boolean fill(OutputStream out) throws IOException, InterruptedException;
    }

    private final Path target;

    /** @throws UsageProblem where the name is taken, or its folder is not there */
    NewFile(Path target) {
        this.target = target;
        if (target.toString().isEmpty()) throw new UsageProblem("A file cannot be written under an empty name.");
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS))
            throw new UsageProblem(target + " is there already. Name another file, or move it away.");
        if (!Files.isDirectory(folder()))
            throw new UsageProblem(target + ": there is no folder " + folder() + " to write it into.");
    }

    private Path folder() {
        return target.toAbsolutePath().getParent();
    }

    /** Whether it was kept. */
    boolean write(Filling filling) throws IOException, InterruptedException {
        // not createTempFile, which keeps everybody else from reading what it makes
        var part = folder().resolve("newsbag-" + UUID.randomUUID() + ".part");
        try {
            boolean keep;
            try (var out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                keep = filling.fill(out);
            }
            if (keep) Files.move(part, target);
            return keep;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
