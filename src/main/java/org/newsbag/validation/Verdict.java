package org.newsbag.validation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Severity;

/** What is to be said of a bag as a whole. */
public enum Verdict {
    /** Nothing is wrong with it at the level it was judged at. */
    VALID,
    /** Something is certainly wrong with it. */
    INVALID,
    /** Nothing is wrong but that files are still to be fetched. */
    INCOMPLETE,
    /** Nothing is certainly wrong, but something could not be verified: an unknown algorithm, charset or version, or bytes that could not be read. */
    CANNOT_BE_VERIFIED;

    /** What stands between a bag and a judgement, and is no fault of its bytes. */
    private static final Set<FindingCode> UNKNOWN = EnumSet.of(
            FindingCode.STORE_UNREADABLE,
            FindingCode.BAG_BEYOND_MEMORY,
            FindingCode.BAG_VERSION_UNSUPPORTED,
            FindingCode.TAG_ENCODING_UNKNOWN,
            FindingCode.MANIFEST_ALGORITHM_UNKNOWN,
            FindingCode.MANIFEST_TOO_MANY,
            FindingCode.ARCHIVE_ENCRYPTED,
            FindingCode.ARCHIVE_METHOD_UNKNOWN);

    static Verdict of(Findings findings) {
        boolean isUnknown = false;
        boolean isPending = false;
        for (var code : findings.counts().keySet()) {
            if (code.severity() != Severity.ERROR) continue;
            if (UNKNOWN.contains(code)) isUnknown = true;
            else if (code == FindingCode.FETCH_PENDING) isPending = true;
            else return INVALID;
        }
        return isUnknown ? CANNOT_BE_VERIFIED : isPending ? INCOMPLETE : VALID;
    }

    /** As programs read it: {@code cannot-be-verified}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
