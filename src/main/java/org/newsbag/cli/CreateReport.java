package org.newsbag.cli;

import org.newsbag.finding.Findings;
import org.newsbag.packaging.CreateResult;

/** How create tells what came of it. */
interface CreateReport {
    void print(CreateResult result, Findings findings, int exitCode);

    void printFailure(String reason, Findings findings, int exitCode);
}
