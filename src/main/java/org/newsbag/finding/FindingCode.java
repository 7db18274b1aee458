package org.newsbag.finding;

import static org.newsbag.finding.Severity.ERROR;
import static org.newsbag.finding.Severity.INFO;
import static org.newsbag.finding.Severity.WARNING;

import java.util.Locale;

/** Every code a finding can carry; {@code docs/findings.md} explains each of them. A code once released is never given another meaning. */
public enum FindingCode {
    SOURCE_UNREADABLE(ERROR, "design: nothing is silent; RFC 8493, 2.1.3 (every payload file is listed)"),
    SOURCE_LINK_REFUSED(ERROR, "RFC 8493, security considerations (a bag stays within itself)"),
    SOURCE_LINK_FOLLOWED(WARNING, "RFC 8493, 2 (a payload is files)"),
    SOURCE_SPECIAL_FILE(ERROR, "RFC 8493, 2 (a payload is files)"),
    SOURCE_NAME_NOT_UTF8(ERROR, "RFC 8493, 2.1.1 (Tag-File-Character-Encoding) and 2.1.3"),
    SOURCE_PATH_TOO_LONG(ERROR, "POSIX, PATH_MAX (4,096 bytes on Linux)"),
    SOURCE_NAME_COLLISION(ERROR, "RFC 8493, 2.1.3 (each file once)"),
    SOURCE_CHANGED(ERROR, "safety: a bag holds exactly the source's digests"),
    SOURCE_EMPTY_FOLDER(WARNING, "RFC 8493, 2 (a payload is files)"),
    SOURCE_HIDDEN_FILE(INFO, "RFC 8493, 2.1.3 (every payload file is listed)"),
    SOURCE_SYSTEM_FILE(WARNING, "RFC 8493, 2.1.3 (every payload file is listed)"),
    SOURCE_IS_BAG(WARNING, "RFC 8493, 2"),

    NAME_CASE_TWIN(WARNING, "RFC 8493, practical considerations (file names)"),
    NAME_NORMALIZATION_TWIN(WARNING, "RFC 8493, practical considerations (file names); Unicode Standard Annex 15"),
    NAME_NOT_NFC(WARNING, "RFC 8493, practical considerations (file names); Unicode Standard Annex 15"),
    NAME_WINDOWS_RESERVED(WARNING, "RFC 8493, practical considerations (file names)"),
    NAME_WINDOWS_CHARACTER(WARNING, "RFC 8493, practical considerations (file names)"),
    NAME_BACKSLASH(WARNING, "RFC 8493, 2.1.3 (paths part by /)"),
    NAME_PERCENT(WARNING, "RFC 8493, 2.1.3 (percent-encoding of CR, LF and %)"),
    NAME_LINE_BREAK(WARNING, "RFC 8493, 2.1.3 (percent-encoding of CR, LF and %)"),
    NAME_CONTROL_CHARACTER(WARNING, "RFC 8493, practical considerations (file names)"),
    NAME_BIDI_CONTROL(WARNING, "Unicode Technical Report 36"),
    NAME_OUTER_SPACE(WARNING, "RFC 8493, practical considerations (file names)"),
    NAME_TRAILING_DOT(WARNING, "RFC 8493, practical considerations (file names)"),
    NAME_TILDE(WARNING, "RFC 8493, security considerations (special directory characters)"),
    NAME_PATH_LONG(WARNING, "RFC 8493, practical considerations (file names)"),

    CORRECTION_UNMATCHED(WARNING, "docs: the table of describe"),

    STORE_UNREADABLE(ERROR, "safety: what could not be read is told apart from what is wrong"),
    STORE_NAME_NOT_UTF8(ERROR, "RFC 8493, 2.1.1 (Tag-File-Character-Encoding) and 2.1.3"),
    STORE_LINK_FOLLOWED(WARNING, "RFC 8493, 2 (a payload is files)"),
    STORE_LINK_REFUSED(ERROR, "RFC 8493, security considerations (a bag stays within itself)"),
    STORE_SPECIAL_FILE(ERROR, "RFC 8493, 2 (a payload is files)"),

    ARCHIVE_EMPTY(ERROR, "RFC 8493, 4 (an archive holds one bag)"),
    ARCHIVE_NO_BASE_DIRECTORY(ERROR, "RFC 8493, 4 (a bag is serialized from the folder above its base directory)"),
    ARCHIVE_SECOND_ROOT(ERROR, "RFC 8493, 4 (a listing of the unpacked archive shows exactly one entry)"),
    ARCHIVE_ROOT_NAME(WARNING, "RFC 8493, 4 (the serialization should have the same name as the base directory)"),
    ARCHIVE_EXTENSION(WARNING, "RFC 8493, 4 (an extension identifies the format)"),
    ARCHIVE_NAME_REFUSED(ERROR, "RFC 8493, security considerations (a bag stays within itself)"),
    ARCHIVE_NAME_ENCODING(WARNING, "PKWARE APPNOTE, appendix D (names are UTF-8 or code page 437)"),
    ARCHIVE_DUPLICATE(ERROR, "RFC 8493, 2.1.3 (each file once)"),
    ARCHIVE_BOMB(ERROR, "RFC 8493, security considerations (checks come before trust)"),
    ARCHIVE_DAMAGED(ERROR, "RFC 8493, 4 (an archive unpacks to the bag)"),
    ARCHIVE_NO_END(WARNING, "POSIX, pax (two empty records end an archive)"),
    ARCHIVE_TRAILING_BYTES(WARNING, "RFC 8493, 4 (an archive holds one bag)"),
    ARCHIVE_ENCRYPTED(ERROR, "RFC 8493, 3 (valid: every checksum can be verified)"),
    ARCHIVE_METHOD_UNKNOWN(ERROR, "RFC 8493, 3 (valid: every checksum can be verified)"),
    UNPACK_REFUSED(ERROR, "RFC 8493, practical considerations (file names)"),

    STAGING_LEFT(WARNING, "docs/durability.md (nothing is left behind)");

    private final Severity severity;
    private final String rule;

    FindingCode(Severity severity, String rule) {
        this.severity = severity;
        this.rule = rule;
    }

    public Severity severity() {
        return severity;
    }

    /** Where the rule stands: the section of RFC 8493 or of BagIt Profiles 1.4, or what else it follows from. */
    public String rule() {
        return rule;
    }

    /** The code as people and programs read it: {@code source-unreadable}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
