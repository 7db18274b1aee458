package org.newsbag.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something could not be read or written, in words. */
public final class Reason {
    private Reason() {}

    /** What to say of a file that could not be read, and what to do. */
    public static String unread(IOException cause) {
        return "It could not be read (" + of(cause)
                + "), so nothing can be said of it. Make it readable, or look at the disk, and run again.";
    }

    /** On one line, without the name of what it was. */
    public static String of(IOException cause) {
        if (cause instanceof AccessDeniedException) return "no permission";
        if (cause instanceof NoSuchFileException) return "it is gone since the bag was listed";
        if (cause instanceof FileSystemException file && file.getReason() != null) return file.getReason();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
