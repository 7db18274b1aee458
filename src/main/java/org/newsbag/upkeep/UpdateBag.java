package org.newsbag.upkeep;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.newsbag.bag.BagDeclaration;
import org.newsbag.bag.BagInfo;
import org.newsbag.bag.MalformedTag;
import org.newsbag.bag.ManifestName;
import org.newsbag.durable.Durability;
import org.newsbag.durable.OrderedWork;
import org.newsbag.durable.Staging;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Digester;
import org.newsbag.fixity.Progress;
import org.newsbag.upkeep.UpkeepResult.Reason;
import org.newsbag.upkeep.UpkeepResult.Refused;
import org.newsbag.upkeep.UpkeepResult.Updated;
import org.newsbag.validation.ProfileSource;
import org.newsbag.validation.Witness;

/** The work "update": reads a bag's payload once, and gives it the manifests and tag manifests of BagIt 1.0 that belong to it. */
public final class UpdateBag {
    private final BagJudge judge;

    /** @param profiles where the profiles are that the bag declares */
    public UpdateBag(ProfileSource profiles, Progress progress) {
        this.judge = new BagJudge(profiles, progress);
    }

    /**
     * Updates. Where it throws or refuses before {@link Exchange} has begun, nothing of the bag was touched; where it fails within, the bag is
     * as valid as before, perhaps without tag manifests.
     *
     * @param findings receives what is wrong with the bag as it is
     * @throws IOException where something cannot be read or written
     */
    public UpkeepResult run(UpdateRequest request, Findings findings) throws IOException, InterruptedException {
        if (!Files.isDirectory(request.bag()))
            return new Refused(
                    Reason.REQUEST,
                    request.bag() + " is not a folder. Unpack it first: newsbag bag unpack. Then update the folder.");
        var bag = request.bag().toRealPath();
        var parent = bag.getParent();
        if (parent == null || !Files.getFileStore(parent).equals(Files.getFileStore(bag)))
            return new Refused(
                    Reason.REQUEST,
                    request.bag()
                            + " is the root of a file system, so that nothing can be prepared beside it. Move the bag into a folder.");
        if (request.isDry()) return dry(request, bag, findings);
        Staging.sweep(parent);
        var opened = Staging.open(parent, bag.getFileName().toString());
        if (opened.isEmpty())
            return new Refused(
                    Reason.MACHINE, "Another run is changing " + request.bag() + " now. Wait for it to end.");
        try (var staging = opened.get()) {
            return update(request, bag, staging.bag(), findings);
        }
    }

    private UpkeepResult dry(UpdateRequest request, Path bag, Findings findings)
            throws IOException, InterruptedException {
        var temporary = Files.createTempDirectory("newsbag-");
        try {
            return update(request, bag, temporary, findings);
        } finally {
            Staging.deleteTree(temporary);
        }
    }

    private UpkeepResult update(UpdateRequest request, Path bag, Path staged, Findings findings)
            throws IOException, InterruptedException {
        var present = new PresentBag(request.algorithms());
        var judgement = judge.full(bag, request.jobs(), present);
        findings.addAll(judgement.findings());
        var objection = Objections.to(request, present, judgement.findings());
        if (objection.isPresent()) return objection.get();
        var undecided = otherCharset(bag, present).or(() -> twoInfoFiles(present));
        if (undecided.isPresent()) return undecided.get();
        var form = new NewForm(present, bag, staged);
        List<Change> changes;
        try {
            changes = form.write();
        } catch (MalformedTag e) {
            return new Refused(
                    Reason.BAG,
                    "The metadata hold what could be read back as something else: " + e.getMessage()
                            + " Mend the file by hand first.");
        }
        for (var change : changes)
            if (Files.isDirectory(bag.resolve(change.path())))
                return new Refused(
                        Reason.BAG,
                        change.path()
                                + " is a folder, and the bag must have a file of this name. Give the folder another name first.");
        if (request.isDry() || changes.isEmpty())
            return new Updated(request.bag(), changes, request.isDry(), judgement.verdict());
        try (var work = new OrderedWork(request.jobs())) {
            Durability.forceTree(staged, changes.size(), work, () -> verify(staged, form));
        }
        new Exchange(bag, staged, changes).run();
        var after = judge.complete(bag, request.jobs(), Witness.NONE);
        return new Updated(request.bag(), changes, false, after.verdict());
    }

    /** The new tag files are UTF-8. They go in one by one, so no moment may be one in which some are read in a charset that is not theirs. */
    private static Optional<UpkeepResult> otherCharset(Path bag, PresentBag present) throws IOException {
        var charset = present.declaration().map(BagDeclaration::charset).orElseThrow();
        if (charset.equals(StandardCharsets.UTF_8)) return Optional.empty();
        for (var path : present.tagFiles().keySet())
            if (isReadInCharset(path) && !isAscii(bag.resolve(path), charset))
                return Optional.of(
                        new Refused(
                                Reason.BAG,
                                "The tag files are in " + charset.name() + ", and " + path
                                        + " is not ASCII. An update writes them in UTF-8, one after the other, and in between the bag could not be read. Write them in UTF-8 by hand first, all of them, and bagit.txt with them."));
        return Optional.empty();
    }

    /** Up to BagIt 0.95 the one counts, from then on the other. */
    private static Optional<UpkeepResult> twoInfoFiles(PresentBag present) {
        boolean hasBoth = present.tagFiles().containsKey(BagInfo.FILE_NAME)
                && present.metadata()
                        .filter(metadata -> !metadata.file().equals(BagInfo.FILE_NAME))
                        .isPresent();
        return hasBoth
                ? Optional.of(
                        new Refused(
                                Reason.BAG,
                                "package-info.txt and bag-info.txt are both there. Up to BagIt 0.95 the first counts, in 1.0 the second, so an update would lose the tags of one. Put all tags that are to be kept into package-info.txt, take bag-info.txt out, and run again."))
                : Optional.empty();
    }

    private static boolean isReadInCharset(String path) {
        return ManifestName.parse(path).isPresent()
                || List.of(BagInfo.FILE_NAME, "package-info.txt", "fetch.txt").contains(path);
    }

    /** Whether a file is the same text in ASCII: some charsets write all with bytes of ASCII, and mean others. */
    private static boolean isAscii(Path file, Charset charset) throws IOException {
        try (var decoded = Files.newBufferedReader(file, charset);
                var plain = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            int character;
            do {
                character = plain.read();
                if (character != decoded.read()) return false;
            } while (character >= 0);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Reads the staged files back: what the disk did not keep must not take the place of what it has. */
    private static void verify(Path staged, NewForm form) throws IOException {
        try (var files = Files.newDirectoryStream(staged)) {
            for (var file : files) {
                var expected = form.checksums().get(file.getFileName().toString());
                try (var in = Files.newInputStream(file)) {
                    if (Digester.of(expected.keySet()).finish(in).equals(expected)) continue;
                }
                throw new IOException(
                        file.getFileName() + " was read back with other bytes than were written. Check the disk");
            }
        }
    }
}
