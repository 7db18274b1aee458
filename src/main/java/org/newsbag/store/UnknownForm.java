package org.newsbag.store;

import java.nio.file.Path;

/** What was given for a bag is neither a folder nor an archive that can be read; the message says what was expected and what was found. */
public final class UnknownForm extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownForm(Path bag, String found) {
        super(bag + ": expected a folder, or a tar (plain, or compressed with gzip, zstd or xz) or zip file, found "
                + found + ". Name the bag's own folder or archive.");
    }
}
