package org.newsbag.packaging;

import java.nio.file.Path;
import java.util.List;
import org.newsbag.fixity.Algorithm;
import org.newsbag.store.Serialization;

/** How the making of a bag ended. */
public sealed interface CreateResult {
    /**
     * The bag stands under its final name and would survive a power cut.
     *
     * @param bag the folder or archive
     * @param identifier its External-Identifier
     * @param profile the identifier of the profile that it declares and meets
     * @param payloadBytes octets of the payload
     */
    record Created(
            Path bag,
            Serialization serialization,
            String identifier,
            String profile,
            long payloadFiles,
            long payloadBytes,
            List<Algorithm> algorithms,
            Tally tally)
            implements CreateResult {}

    /**
     * No bag was made, and nothing is left behind.
     *
     * @param reason whose matter it is
     * @param message what is wrong and what to do
     */
    record Refused(Reason reason, String message) implements CreateResult {}

    /** Whose matter a refusal is. */
    enum Reason {
        /** The request cannot be met: a name that is taken, a folder inside the source. */
        REQUEST,
        /** The source holds what cannot be packaged; the findings say what. */
        SOURCE,
        /** The machine cannot do it now: no space, another run on the same name. */
        MACHINE
    }
}
