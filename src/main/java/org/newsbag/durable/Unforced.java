package org.newsbag.durable;

import java.io.IOException;
import java.nio.file.Path;

/** A whole bag stands under its final name, but the name could neither be forced to disk nor be withdrawn. */
public final class Unforced extends IOException {
    private static final long serialVersionUID = 1L;

    Unforced(Path target, IOException cause) {
        super(
                target + " is whole, but its name could not be forced to disk and may be gone after a power cut: "
                        + cause.getMessage() + ". Check the disk, move the bag away, and run again",
                cause);
    }
}
