package org.newsbag.cli;

import org.newsbag.validation.Judgement;

/** One way to tell what came out for bags. */
interface ValidateReport {
    void bag(Judgement judgement);

    /** Called once, after the last bag. */
    void end(ValidateTotals totals);
}
