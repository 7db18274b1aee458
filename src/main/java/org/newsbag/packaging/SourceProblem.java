package org.newsbag.packaging;

import java.io.IOException;
import org.newsbag.finding.Finding;

/** A source file that could not be read whole and unchanged while it was packaged. */
final class SourceProblem extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    SourceProblem(Finding finding, IOException cause) {
        super(finding.location() + ": " + finding.message(), cause);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
