package org.newsbag.upkeep;

import static org.newsbag.finding.FindingCode.BAG_FORM_UNKNOWN;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.newsbag.bag.ByteSize;
import org.newsbag.durable.Durability;
import org.newsbag.durable.FinalName;
import org.newsbag.durable.OrderedWork;
import org.newsbag.durable.Staging;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Progress;
import org.newsbag.store.BagStore;
import org.newsbag.store.Serialization;
import org.newsbag.store.UnknownForm;
import org.newsbag.store.Unpacking;
import org.newsbag.upkeep.UpkeepResult.Reason;
import org.newsbag.upkeep.UpkeepResult.Refused;
import org.newsbag.upkeep.UpkeepResult.Unpacked;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.ProfileSource;
import org.newsbag.validation.Verdict;
import org.newsbag.validation.Witness;

/** The work "unpack": a serialized bag becomes a folder, verified before it has its name (RFC 8493, section 4). */
public final class UnpackBag {
    private static final Set<FindingCode> ABSENCES = EnumSet.of(
            FindingCode.BAG_DECLARATION_MISSING,
            FindingCode.PAYLOAD_FOLDER_MISSING,
            FindingCode.PAYLOAD_MANIFEST_MISSING,
            FindingCode.PAYLOAD_FILE_MISSING,
            FindingCode.TAG_FILE_MISSING,
            FindingCode.PAYLOAD_OXUM_WRONG);

    private final BagJudge judge;
    private final Progress progress;

    /** @param profiles where the profiles are that the bag declares */
    public UnpackBag(ProfileSource profiles, Progress progress) {
        this.judge = new BagJudge(profiles, progress);
        this.progress = progress;
    }

    /**
     * Unpacks.
     *
     * @param findings receives what is wrong with the archive and with the bag in it
     * @throws IOException where something cannot be read or written; nothing stands under the final name then
     */
    public UpkeepResult run(UnpackRequest request, Findings findings) throws IOException, InterruptedException {
        if (Files.isDirectory(request.archive()))
            return new Refused(Reason.REQUEST, request.archive() + " is a folder already.");
        var name = request.name()
                .orElseGet(
                        () -> Serialization.stem(request.archive().getFileName().toString()));
        if (!FinalName.isLegal(name, ""))
            return new Refused(
                    Reason.REQUEST,
                    "\"" + name
                            + "\" cannot be the name of a bag. Give another with --name: without a slash, or a dot at its beginning, of at most 255 bytes.");
        var target = request.output().resolve(name);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) return taken(target);
        Durability.createFolders(request.output());
        Staging.sweep(request.output());
        var opened = Staging.open(request.output(), name);
        if (opened.isEmpty())
            return new Refused(Reason.MACHINE, "Another run is making " + target + " now. Wait for it to end.");
        try (var staging = opened.get();
                var store = BagStore.open(request.archive())) {
            return unpack(request, store, staging.bag(), target, findings);
        } catch (UnknownForm e) {
            findings.add(BAG_FORM_UNKNOWN, "", e.getMessage());
            return new Refused(Reason.BAG, "It is no serialized bag.");
        } catch (FileAlreadyExistsException e) {
            if (!target.toString().equals(e.getFile())) throw e;
            return taken(target);
        }
    }

    private UpkeepResult unpack(UnpackRequest request, BagStore store, Path staged, Path target, Findings findings)
            throws IOException, InterruptedException {
        long limit = Math.min(
                request.limit().orElse(Long.MAX_VALUE),
                Files.getFileStore(staged).getUsableSpace());
        progress.begin("Unpacking", 1, 0);
        Unpacking.Outcome outcome;
        try {
            outcome = Unpacking.unpack(store, staged, limit, findings);
        } finally {
            progress.end();
        }
        if (outcome instanceof Unpacking.OverLimit over)
            return new Refused(
                    Reason.MACHINE,
                    "The archive holds " + ByteSize.of(over.bytes()) + " or more, and " + ByteSize.of(limit)
                            + " may be written. Make room, or raise --limit.");
        var unpacked = (Unpacking.Unpacked) outcome;
        var judged = new AtomicReference<Judgement>();
        try (var work = new OrderedWork(request.jobs())) {
            Durability.forceTree(
                    staged, unpacked.files(), work, () -> judged.set(judge.full(staged, request.jobs(), Witness.NONE)));
        }
        boolean isWhole = unpacked.reach() == BagStore.Reach.WHOLE && !findings.hasErrors();
        var verdict = judged.get().verdict();
        // What stands behind the damage may be in the archive all the same.
        findings.addAll(
                unpacked.reach() == BagStore.Reach.WHOLE
                        ? judged.get().findings()
                        : judged.get().findings().without(ABSENCES));
        boolean isSound = isWhole && (verdict == Verdict.VALID || verdict == Verdict.INCOMPLETE);
        if (!isSound && !request.isForced())
            return new Refused(
                    Reason.BAG,
                    isWhole
                            ? "The bag in the archive is not valid, so it was not kept. To have it as it is, give --even-if-invalid."
                            : "The archive could not be unpacked whole, so nothing was kept. To have what could be, give --even-if-invalid.");
        FinalName.ofFolder(staged, target);
        return new Unpacked(target, unpacked.files(), unpacked.bytes(), isWhole ? verdict : Verdict.INVALID);
    }

    private static Refused taken(Path target) {
        return new Refused(
                Reason.REQUEST,
                target
                        + " exists already, and newsbag never overwrites. Give another --name, or move the old one away.");
    }
}
