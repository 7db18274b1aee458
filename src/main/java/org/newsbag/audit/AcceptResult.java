package org.newsbag.audit;

import java.util.List;
import org.newsbag.ledger.Event;
import org.newsbag.ledger.FileFailure;
import org.newsbag.validation.Judgement;

/** What came of accepting changes. */
public sealed interface AcceptResult {
    /**
     * What is expected of the bag has changed.
     *
     * @param accepted the failures that are none any more
     * @param left the failures that stay
     * @param isRestated whether the ledger said another thing of the bag than its history, and only that was put right
     */
    record Accepted(Event event, List<FileFailure> accepted, List<FileFailure> left, boolean isRestated)
            implements AcceptResult {
        public Accepted {
            accepted = List.copyOf(accepted);
            left = List.copyOf(left);
        }
    }

    /** Nothing was changed, because nothing that was named differs. */
    record Nothing() implements AcceptResult {}

    /** Nothing was changed, because not all of it can be read now. */
    record Unreadable(String reason) implements AcceptResult {}

    /** Nothing was changed, because the bag is not valid as it is now. */
    record Invalid(Judgement judgement) implements AcceptResult {}
}
