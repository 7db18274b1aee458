package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.BAG_BEYOND_MEMORY;
import static org.newsbag.finding.FindingCode.BAG_FORM_UNKNOWN;
import static org.newsbag.finding.FindingCode.STORE_UNREADABLE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.newsbag.bag.BagDeclaration;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Progress;
import org.newsbag.profile.Profile;
import org.newsbag.store.BagStore;
import org.newsbag.store.DamagedArchive;
import org.newsbag.store.Reason;
import org.newsbag.store.UnknownForm;

/**
 * Judges a bag by RFC 8493, and bags of versions 0.93 to 0.97 by their drafts. A bag is a stranger's: whatever is wrong with it becomes a finding, all of
 * them in one run, the same in every run.
 */
public final class Validator {
    private final Level level;
    private final List<Step> steps;

    /** A validator that knows no profiles. */
    public Validator(Level level, int jobs, Progress progress) {
        this(level, jobs, progress, List.of(), ProfileSource.NONE);
    }

    /**
     * A validator that holds bags to profiles too.
     *
     * @param jobs how many threads read files
     * @param demanded what every bag must meet, whatever it declares
     * @param source where the profiles are that bags declare
     */
    public Validator(Level level, int jobs, Progress progress, List<Profile> demanded, ProfileSource source) {
        this.level = level;
        steps = List.of(
                new ListStep(),
                new DeclarationStep(),
                new RequiredElementsStep(),
                new MetadataStep(),
                new ManifestsStep(),
                new FetchStep(),
                new NormalizationStep(),
                new OxumStep(),
                new CompletenessStep(),
                new TagManifestsStep(),
                new NamesStep(),
                new ProfilesStep(demanded, source),
                new ChecksumsStep(jobs, progress));
    }

    /** Judges the bag that is there, a folder or an archive. */
    public Judgement judge(Path path) throws InterruptedException {
        return judge(path, Witness.NONE);
    }

    /** Judges the bag that is there, before a witness. */
    public Judgement judge(Path path, Witness witness) throws InterruptedException {
        var name = path.toString();
        try (var store = BagStore.open(path)) {
            return judge(name, store, witness);
        } catch (UnknownForm e) {
            var findings = new Findings();
            findings.add(BAG_FORM_UNKNOWN, "", e.getMessage());
            return new Judgement(name, level, Verdict.of(findings), Optional.empty(), List.of(), 0, 0, findings);
        } catch (IOException e) {
            witness.unreadable("", e);
            var findings = new Findings();
            findings.add(STORE_UNREADABLE, "", Reason.unread(e));
            return new Judgement(name, level, Verdict.of(findings), Optional.empty(), List.of(), 0, 0, findings);
        }
    }

    /**
     * Judges one bag.
     *
     * @param name of the bag as its owner typed it
     */
    public Judgement judge(String name, BagStore store) throws InterruptedException {
        return judge(name, store, Witness.NONE);
    }

    private Judgement judge(String name, BagStore store, Witness witness) throws InterruptedException {
        var bag = new Examination(store, level, new Findings(), witness);
        try {
            for (var step : steps)
                if (level.reaches(step.from()) && (bag.declaration.isPresent() || !step.needsDeclaration()))
                    step.run(bag);
        } catch (IOException e) {
            if (!bag.isCutOff || !(e instanceof DamagedArchive))
                bag.unreadable("", e); // else it was told with the list
        } catch (OutOfMemoryError e) {
            return beyondMemory(name);
        }
        return judgement(name, bag);
    }

    /** One bag too large must not end the judging of others; all that was known of it is given up to make room. */
    private Judgement beyondMemory(String name) {
        var findings = new Findings();
        findings.add(
                BAG_BEYOND_MEMORY,
                "",
                "To judge the bag takes more memory than the program has. Give it more, for example with NEWSBAG_OPTS=-Xmx4g, if you trust where the bag comes from.");
        return new Judgement(name, level, Verdict.of(findings), Optional.empty(), List.of(), 0, 0, findings);
    }

    private Judgement judgement(String name, Examination bag) {
        var algorithms = new TreeSet<String>();
        for (var manifest : bag.payload.manifests())
            algorithms.add(manifest.name().normalizedAlgorithm());
        return new Judgement(
                name,
                level,
                Verdict.of(bag.findings),
                bag.declaration.map(BagDeclaration::version),
                new ArrayList<>(algorithms),
                bag.files,
                Math.max(bag.octets, 0),
                bag.findings);
    }
}
