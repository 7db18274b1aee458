package org.newsbag.store;

import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.newsbag.finding.FindingCode;

/** The machine could not read bytes that are there: kept apart from bytes that are wrong, whatever library stands between. */
final class ReadFault extends IOException {
    /** How the libraries begin to say that something follows a compressed stream. */
    static final String GARBAGE = "Garbage after a valid";

    private static final long serialVersionUID = 1L;
    private static final Pattern CUT_OFF =
            Pattern.compile("truncated|unexpected end|premature|end of (file|stream|input)", Pattern.CASE_INSENSITIVE);

    ReadFault(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether a compressed stream was read whole, and something else follows it, be it padding. */
    static boolean isGarbageBehind(Exception thrown) {
        return String.valueOf(thrown.getMessage()).startsWith(GARBAGE);
    }

    /** An honest archive may ask for more than is given, by xz's dictionary or zstd's window. */
    private static boolean isBeyondMemory(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (cause.getClass().getSimpleName().startsWith("MemoryLimit")
                    || String.valueOf(cause.getMessage()).contains("requires too much memory")) return true;
        return false;
    }

    /** What a library threw on the way through an archive, as what it is: a fault of the machine, or damage. */
    static IOException sort(Exception thrown, String what) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReadFault fault) return fault;
            if (cause instanceof DamagedArchive damage) return damage;
        }
        if (isBeyondMemory(thrown))
            return new DamagedArchive(
                    FindingCode.ARCHIVE_METHOD_UNKNOWN,
                    what + ": to decompress it takes more memory than a stranger's archive is given");
        return new DamagedArchive(what + ": " + reason(thrown), thrown);
    }

    /** In words of ours, and where they are the library's, saying so. */
    private static String reason(Exception thrown) {
        var said = String.valueOf(thrown.getMessage()).strip();
        if (thrown instanceof EOFException || CUT_OFF.matcher(said).find())
            return "it is cut off, for more bytes were to come";
        var words = thrown.getMessage() == null ? "" : " (" + said.replaceAll("[.]+$", "") + ")";
        return "its bytes are not of this format" + words;
    }
}
