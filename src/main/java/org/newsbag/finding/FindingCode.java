package org.newsbag.finding;

import static org.newsbag.finding.Severity.ERROR;
import static org.newsbag.finding.Severity.INFO;
import static org.newsbag.finding.Severity.WARNING;

import java.util.Locale;

/** Every code a finding can carry; {@code docs/findings.md} explains each of them. A code once released is never given another meaning. */
public enum FindingCode {
    SOURCE_UNREADABLE(ERROR),
    SOURCE_LINK_REFUSED(ERROR),
    SOURCE_LINK_FOLLOWED(WARNING),
    SOURCE_SPECIAL_FILE(ERROR),
    SOURCE_NAME_NOT_UTF8(ERROR),
    SOURCE_PATH_TOO_LONG(ERROR),
    SOURCE_NAME_COLLISION(ERROR),
    SOURCE_CHANGED(ERROR),
    SOURCE_EMPTY_FOLDER(WARNING),
    SOURCE_HIDDEN_FILE(INFO),
    SOURCE_SYSTEM_FILE(WARNING),
    SOURCE_IS_BAG(WARNING),

    NAME_CASE_TWIN(WARNING),
    NAME_NORMALIZATION_TWIN(WARNING),
    NAME_NOT_NFC(WARNING),
    NAME_WINDOWS_RESERVED(WARNING),
    NAME_WINDOWS_CHARACTER(WARNING),
    NAME_BACKSLASH(WARNING),
    NAME_PERCENT(WARNING),
    NAME_LINE_BREAK(WARNING),
    NAME_CONTROL_CHARACTER(WARNING),
    NAME_BIDI_CONTROL(WARNING),
    NAME_OUTER_SPACE(WARNING),
    NAME_TRAILING_DOT(WARNING),
    NAME_TILDE(WARNING),
    NAME_PATH_LONG(WARNING),

    CORRECTION_UNMATCHED(WARNING),

    STAGING_LEFT(WARNING);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** The code as people and programs read it: {@code source-unreadable}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
