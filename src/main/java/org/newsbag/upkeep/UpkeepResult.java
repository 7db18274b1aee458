package org.newsbag.upkeep;

import java.nio.file.Path;
import java.util.List;
import org.newsbag.validation.Verdict;

/** How a change of form ended. */
public sealed interface UpkeepResult {
    /**
     * The bag's tag files are those that belong to its payload.
     *
     * @param changes what was changed, or would be where {@code isDry}; none where all was right already
     * @param verdict on the bag afterwards at level complete; where {@code isDry}, on the bag as it is at level full
     */
    record Updated(Path bag, List<Change> changes, boolean isDry, Verdict verdict) implements UpkeepResult {
        public Updated {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What fetch.txt lists was asked for, file by file.
     *
     * @param files in the order of their paths
     * @param verdict on the bag afterwards at level complete
     */
    record Fetched(Path bag, List<FetchedFile> files, Verdict verdict) implements UpkeepResult {
        public Fetched {
            files = List.copyOf(files);
        }
    }

    /**
     * The bag stands unpacked under its final name and would survive a power cut.
     *
     * @param files that were written, tag files included
     * @param bytes in them
     * @param verdict on the unpacked bag at level full
     */
    record Unpacked(Path bag, long files, long bytes, Verdict verdict) implements UpkeepResult {}

    /**
     * Nothing was changed.
     *
     * @param message what is wrong and what to do
     */
    record Refused(Reason reason, String message) implements UpkeepResult {}

    /** Whose matter a refusal is. */
    enum Reason {
        /** The request cannot be met as it was made. */
        REQUEST,
        /** The bag is not one that this may be done to; the findings say why. */
        BAG,
        /** The machine cannot do it now: no space, another run on the same bag. */
        MACHINE
    }
}
