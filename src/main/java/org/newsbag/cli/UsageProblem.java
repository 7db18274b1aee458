package org.newsbag.cli;

/** An option, an environment variable or a configuration file that cannot be used; the message is for the user. Exit 2. */
final class UsageProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageProblem(String message) {
        super(message);
    }
}
