package org.newsbag.cli;

/** The exit codes of docs/exit-codes.md. */
final class ExitCode {
    static final int OK = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int NOT_DONE = 3;
    static final int DEFECT = 70;
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
