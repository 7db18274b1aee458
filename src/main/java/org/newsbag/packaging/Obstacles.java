package org.newsbag.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.newsbag.bag.ByteSize;
import org.newsbag.durable.FinalName;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.inventory.Inventory;
import org.newsbag.packaging.CreateResult.Reason;
import org.newsbag.packaging.CreateResult.Refused;
import org.newsbag.store.Serialization;

/** What keeps a bag from being begun, found before anything is written. */
final class Obstacles {
    private Obstacles() {}

    static Optional<CreateResult> outputInsideSource(CreateRequest request) throws IOException {
        var output = existing(request.output().toAbsolutePath().normalize());
        for (var source : request.sources()) {
            var real = source.toRealPath();
            if (Files.isDirectory(real) && output.startsWith(real))
                return Optional.of(new Refused(
                        Reason.REQUEST,
                        "The output folder " + request.output() + " lies inside the source " + source
                                + ", so that bags would be packaged with it. Choose another with --output."));
        }
        return Optional.empty();
    }

    /** The real path of a folder that may not exist yet. */
    private static Path existing(Path path) throws IOException {
        if (Files.exists(path)) return path.toRealPath();
        var parent = path.getParent();
        return parent == null ? path : existing(parent).resolve(path.getFileName());
    }

    static Optional<CreateResult> inSource(CreateRequest request, Inventory inventory, Findings findings) {
        boolean collision = findings.counts().containsKey(FindingCode.SOURCE_NAME_COLLISION);
        if (collision)
            return Optional.of(
                    new Refused(Reason.REQUEST, "Two things in the sources would stand under one name in the bag."));
        if (findings.hasErrors() && !request.omit())
            return Optional.of(
                    new Refused(
                            Reason.SOURCE,
                            "The source holds what cannot be packaged, so no bag was made. Mend what is listed, or give --omit to leave it out and have that recorded in the bag."));
        if (inventory.files().isEmpty())
            return Optional.of(new Refused(Reason.REQUEST, "There is no file to package in the source."));
        var name = request.name();
        if (name.isPresent()
                && !FinalName.isLegal(name.get(), request.serialization().extension()))
            return Optional.of(
                    new Refused(
                            Reason.REQUEST,
                            "\"" + name.get()
                                    + "\" cannot be the name of a bag. Give one name without a slash or a dot at its beginning, of at most 255 bytes with its extension."));
        return Optional.empty();
    }

    static Optional<CreateResult> missingSpace(CreateRequest request, Inventory inventory) throws IOException {
        long copies = request.serialization() == Serialization.NONE ? 1 : 2;
        long needed = copies * inventory.bytes();
        long usable = Files.getFileStore(request.output()).getUsableSpace();
        if (needed <= usable) return Optional.empty();
        return Optional.of(new Refused(
                Reason.MACHINE,
                "The bag needs " + ByteSize.of(needed) + " or more and "
                        + request.output().toAbsolutePath() + " has " + ByteSize.of(usable)
                        + " left. Make room, or choose another --output."));
    }
}
