package org.newsbag.validation;

import java.io.IOException;

/** One rule or a few that belong together: adds to what is known of a bag, and tells what is wrong. Later steps build on earlier ones. */
interface Step {
    /**
     * Takes the step.
     *
     * @throws IOException where the store as a whole cannot be read
     */
    void run(Examination bag) throws IOException, InterruptedException;

    /** The least level at which it is taken. */
    Level from();

    /** Whether it can be taken in a bag whose version or charset is not known. */
    default boolean needsDeclaration() {
        return true;
    }
}
