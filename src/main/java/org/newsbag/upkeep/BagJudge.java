package org.newsbag.upkeep;

import java.nio.file.Path;
import java.util.List;
import org.newsbag.fixity.Progress;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Level;
import org.newsbag.validation.ProfileSource;
import org.newsbag.validation.Validator;
import org.newsbag.validation.Witness;

/** Judges a bag before and after a change. */
final class BagJudge {
    private final ProfileSource profiles;
    private final Progress progress;

    BagJudge(ProfileSource profiles, Progress progress) {
        this.profiles = profiles;
        this.progress = progress;
    }

    /** Every byte is read, in view of the one who watches the progress. */
    Judgement full(Path bag, int jobs, Witness witness) throws InterruptedException {
        return new Validator(Level.FULL, jobs, progress, List.of(), profiles).judge(bag, witness);
    }

    /** What is there is compared with what is listed. */
    Judgement complete(Path bag, int jobs, Witness witness) throws InterruptedException {
        return new Validator(Level.COMPLETE, jobs, Progress.SILENT, List.of(), profiles).judge(bag, witness);
    }
}
