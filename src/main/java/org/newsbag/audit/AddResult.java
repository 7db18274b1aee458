package org.newsbag.audit;

import java.util.List;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.validation.Judgement;

/** What came of registering a bag. */
public sealed interface AddResult {
    /** It is registered. */
    record Added(RegisteredBag bag, Judgement judgement) implements AddResult {}

    /** It was registered before; nothing was done. */
    record Known(RegisteredBag bag) implements AddResult {}

    /** It is not valid, or not all of it could be read. */
    record Invalid(String location, Judgement judgement) implements AddResult {}

    /**
     * It is no copy of the bag that it was to be a copy of.
     *
     * @param differences in the order of their paths
     */
    record NoCopy(String location, RegisteredBag original, List<FileFailure> differences) implements AddResult {
        public NoCopy {
            differences = List.copyOf(differences);
        }
    }
}
