package org.newsbag.validation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something could not be read, in words. */
final class Reason {
    private Reason() {}

    static String of(IOException cause) {
        if (cause instanceof AccessDeniedException) return "no permission";
        if (cause instanceof NoSuchFileException) return "it is gone since the bag was listed";
        if (cause instanceof FileSystemException file && file.getReason() != null) return file.getReason();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
