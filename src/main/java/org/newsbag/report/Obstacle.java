package org.newsbag.report;

import java.util.Optional;

/** What keeps this machine from drawing. It names no class of the desktop, so that it can tell where there is none. */
final class Obstacle {
    private Obstacle() {}

    /**
     * Why nothing can be drawn here: a Java without fonts throws errors as well as exceptions, and one without its desktop classes does not even find them.
     * Empty where all is well.
     */
    static Optional<String> of(Runnable trial) {
        try {
            trial.run();
            return Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError e) {
            Throwable cause = e;
            while (cause.getCause() != null) cause = cause.getCause();
            return Optional.of(cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage());
        }
    }
}
