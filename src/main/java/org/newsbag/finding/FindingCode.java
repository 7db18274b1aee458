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

    BAG_DECLARATION_MISSING(ERROR, "RFC 8493, 2.1.1"),
    BAG_DECLARATION_MALFORMED(ERROR, "RFC 8493, 2.1.1"),
    BAG_DECLARATION_LENIENT(WARNING, "RFC 8493, 2.1.1; drafts before 1.0"),
    BAG_VERSION_UNSUPPORTED(ERROR, "RFC 8493, 2.1.1"),
    TAG_ENCODING_UNKNOWN(ERROR, "RFC 8493, 2.1.1"),
    TAG_ENCODING_NOT_UTF8(INFO, "RFC 8493, 2.1.1"),
    TAG_FILE_BYTE_ORDER_MARK(ERROR, "RFC 8493, 2.1.1 and 3"),
    TAG_FILE_NOT_DECODABLE(ERROR, "RFC 8493, 2.1.1"),
    TAG_FILE_LINE_TOO_LONG(ERROR, "RFC 8493, 5 (security considerations)"),
    TAG_FILE_TOO_LONG(ERROR, "RFC 8493, 5 (security considerations)"),
    PAYLOAD_FOLDER_MISSING(ERROR, "RFC 8493, 2.1.2"),
    PAYLOAD_MANIFEST_MISSING(ERROR, "RFC 8493, 2.1.3"),
    MANIFEST_NAME_NOT_NORMAL(ERROR, "RFC 8493, 2.4"),
    MANIFEST_NAME_UNUSUAL(WARNING, "RFC 8493, 2.4; drafts before 1.0"),
    MANIFEST_ALGORITHM_UNKNOWN(ERROR, "RFC 8493, 2.4"),
    MANIFEST_TOO_MANY(ERROR, "RFC 8493, 5 (security considerations)"),
    MANIFEST_LINE_MALFORMED(ERROR, "RFC 8493, 2.1.3"),
    MANIFEST_CHECKSUM_MALFORMED(ERROR, "RFC 8493, 2.1.3"),
    MANIFEST_PATH_UNSAFE(ERROR, "RFC 8493, 2.1.3 and 5"),
    MANIFEST_PATH_NOT_PAYLOAD(ERROR, "RFC 8493, 2.1.3"),
    MANIFEST_PATH_NOT_NORMAL(WARNING, "RFC 8493, 2.1.3"),
    MANIFEST_MD5SUM_STYLE(WARNING, "RFC 8493, 2.1.3"),
    MANIFEST_PATH_REPEATED(ERROR, "RFC 8493, 2.1.3"),
    MANIFEST_PATH_REPEATED_SAME(WARNING, "drafts before 1.0"),
    MANIFEST_PATH_CONTRADICTED(ERROR, "RFC 8493, 2.1.3"),
    MANIFEST_PERCENT_LITERAL(INFO, "RFC 8493, 2.1.3; drafts before 1.0"),
    MANIFEST_PERCENT_DECODED(INFO, "RFC 8493, 2.1.3; drafts before 1.0"),
    MANIFEST_PERCENT_UNESCAPED(WARNING, "RFC 8493, 2.1.3"),
    MANIFEST_CASE_TWIN(WARNING, "RFC 8493, 5.2.1"),
    NAME_NORMALIZATION_DIFFERS(WARNING, "RFC 8493, 5.2.3"),
    PAYLOAD_FILE_MISSING(ERROR, "RFC 8493, 3"),
    PAYLOAD_FILE_UNLISTED(ERROR, "RFC 8493, 3"),
    PAYLOAD_FILE_NOT_IN_ALL_MANIFESTS(ERROR, "RFC 8493, 2.1.3"),
    PAYLOAD_FILE_ALTERED(ERROR, "RFC 8493, 3"),
    TAG_FILE_MISSING(ERROR, "RFC 8493, 2.2.1"),
    TAG_FILE_ALTERED(ERROR, "RFC 8493, 2.2.1"),
    TAG_MANIFEST_LISTS_PAYLOAD(ERROR, "RFC 8493, 2.2.1"),
    TAG_MANIFEST_LISTS_TAG_MANIFEST(ERROR, "RFC 8493, 2.2.1"),
    TAG_MANIFEST_OMITS_MANIFEST(ERROR, "RFC 8493, 2.2.1"),
    TAG_MANIFEST_OMITS_TAG_FILE(WARNING, "RFC 8493, 2.2.1"),
    BAG_INFO_MALFORMED(ERROR, "RFC 8493, 2.2.2"),
    BAG_INFO_LENIENT(WARNING, "RFC 8493, 2.2.2"),
    BAG_INFO_REPEATED(WARNING, "RFC 8493, 2.2.2"),
    BAG_INFO_VALUE_UNUSUAL(WARNING, "RFC 8493, 2.2.2"),
    PAYLOAD_OXUM_MALFORMED(ERROR, "RFC 8493, 2.2.2"),
    PAYLOAD_OXUM_REPEATED(ERROR, "RFC 8493, 2.2.2"),
    PAYLOAD_OXUM_WRONG(ERROR, "RFC 8493, 2.2.2"),
    PAYLOAD_OXUM_ABSENT(WARNING, "RFC 8493, 2.2.2"),
    FETCH_LINE_MALFORMED(ERROR, "RFC 8493, 2.2.3"),
    FETCH_URL_MALFORMED(ERROR, "RFC 8493, 2.2.3"),
    FETCH_PATH_UNSAFE(ERROR, "RFC 8493, 2.2.3 and 5"),
    FETCH_PATH_NOT_PAYLOAD(ERROR, "RFC 8493, 2.2.3"),
    FETCH_PATH_REPEATED(WARNING, "RFC 8493, 2.2.3"),
    FETCH_PATH_UNLISTED(ERROR, "RFC 8493, 2.2.3"),
    FETCH_LENGTH_DIFFERS(WARNING, "RFC 8493, 2.2.3"),
    BAG_FORM_UNKNOWN(ERROR, "RFC 8493, 2 and 4"),
    BAG_PROFILE_NOT_AT_HAND(INFO, "BagIt Profiles 1.4, Bag-Info (BagIt-Profile-Identifier)"),
    FETCH_PENDING(ERROR, "RFC 8493, 2.2.3 and 3"),
    STORE_UNREADABLE(ERROR, "safety: what could not be read is told apart from what is wrong"),
    BAG_BEYOND_MEMORY(ERROR, "RFC 8493, security considerations (checks come before trust)"),
    STORE_NAME_NOT_UTF8(ERROR, "RFC 8493, 2.1.1 (Tag-File-Character-Encoding) and 2.1.3"),
    STORE_LINK_FOLLOWED(WARNING, "RFC 8493, 2 (a payload is files)"),
    STORE_LINK_REFUSED(ERROR, "RFC 8493, security considerations (a bag stays within itself)"),
    STORE_SPECIAL_FILE(ERROR, "RFC 8493, 2 (a payload is files)"),

    PROFILE_UNREADABLE(ERROR, "BagIt Profiles 1.4 (a profile is a JSON object)"),
    PROFILE_PART_MISSING(ERROR, "BagIt Profiles 1.4, BagIt-Profile-Info and Accept-BagIt-Version"),
    PROFILE_PART_TYPE(ERROR, "BagIt Profiles 1.4, all sections"),
    PROFILE_SERIALIZATION_WORD(ERROR, "BagIt Profiles 1.4, Serialization"),
    PROFILE_CONTRADICTION(ERROR, "BagIt Profiles 1.4, all sections"),
    PROFILE_LABEL_TWICE(ERROR, "BagIt Profiles 1.4, Bag-Info"),
    PROFILE_VERSION_UNKNOWN(WARNING, "BagIt Profiles 1.4, BagIt-Profile-Version"),
    PROFILE_ALGORITHM_UNKNOWN(WARNING, "BagIt Profiles 1.4, Manifests-Required and its kin; RFC 8493, 2.4"),
    PROFILE_KEY_UNKNOWN(WARNING, "BagIt Profiles 1.4, all sections"),
    PROFILE_PART_NEWER(WARNING, "BagIt Profiles 1.4, BagIt-Profile-Version"),
    PROFILE_PART_NEEDLESS(INFO, "BagIt Profiles 1.4, Bag-Info, Tag-Files-Required and Accept-Serialization"),
    PROFILE_VERSION_ASSUMED(INFO, "BagIt Profiles 1.4, BagIt-Profile-Version"),
    PROFILE_DIALECT(INFO, "docs/profiles.md (other dialects)"),

    PROFILE_NOT_DECLARED(ERROR, "BagIt Profiles 1.4, Bag-Info (BagIt-Profile-Identifier)"),
    PROFILE_BAGIT_VERSION(ERROR, "BagIt Profiles 1.4, Accept-BagIt-Version"),
    PROFILE_TAG_MISSING(ERROR, "BagIt Profiles 1.4, Bag-Info"),
    PROFILE_TAG_VALUE(ERROR, "BagIt Profiles 1.4, Bag-Info"),
    PROFILE_TAG_REPEATED(ERROR, "BagIt Profiles 1.4, Bag-Info"),
    PROFILE_TAG_EMPTY(WARNING, "BagIt Profiles 1.4, Bag-Info"),
    PROFILE_MANIFEST_MISSING(ERROR, "BagIt Profiles 1.4, Manifests-Required"),
    PROFILE_MANIFEST_NOT_ALLOWED(ERROR, "BagIt Profiles 1.4, Manifests-Allowed"),
    PROFILE_TAG_MANIFEST_MISSING(ERROR, "BagIt Profiles 1.4, Tag-Manifests-Required"),
    PROFILE_TAG_MANIFEST_NOT_ALLOWED(ERROR, "BagIt Profiles 1.4, Tag-Manifests-Allowed"),
    PROFILE_TAG_FILE_MISSING(ERROR, "BagIt Profiles 1.4, Tag-Files-Required"),
    PROFILE_TAG_FILE_NOT_ALLOWED(ERROR, "BagIt Profiles 1.4, Tag-Files-Allowed"),
    PROFILE_PAYLOAD_FILE_MISSING(ERROR, "BagIt Profiles 1.4, Payload-Files-Required"),
    PROFILE_PAYLOAD_FILE_NOT_ALLOWED(ERROR, "BagIt Profiles 1.4, Payload-Files-Allowed"),
    PROFILE_FETCH_NOT_ALLOWED(ERROR, "BagIt Profiles 1.4, Allow-Fetch.txt"),
    PROFILE_FETCH_MISSING(ERROR, "BagIt Profiles 1.4, Fetch.txt-Required"),
    PROFILE_DATA_NOT_EMPTY(ERROR, "BagIt Profiles 1.4, Data-Empty"),
    PROFILE_SERIALIZATION_FORBIDDEN(ERROR, "BagIt Profiles 1.4, Serialization"),
    PROFILE_SERIALIZATION_REQUIRED(ERROR, "BagIt Profiles 1.4, Serialization"),
    PROFILE_SERIALIZATION_TYPE(ERROR, "BagIt Profiles 1.4, Accept-Serialization"),
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

    EXPORT_NO_RECORDS(ERROR, "docs/format.md (dublin-core.json)"),
    EXPORT_RECORDS_DIFFER(WARNING, "docs/format.md (dublin-core.json)"),
    EXPORT_SEPARATOR(WARNING, "docs/export.md (values and separators)"),

    LEDGER_DAMAGED(ERROR, "docs/ledger.md (the tables)"),
    LEDGER_TRIGGER_MISSING(ERROR, "docs/ledger.md (append-only)"),
    LEDGER_EVENT_ALTERED(ERROR, "docs/ledger.md (events)"),
    LEDGER_EVENT_MISSING(ERROR, "docs/ledger.md (events)"),
    LEDGER_CHAIN_BROKEN(ERROR, "docs/ledger.md (the chain)"),
    LEDGER_HEAD_DIFFERS(ERROR, "docs/ledger.md (the chain)"),
    LEDGER_TIME_BACK(ERROR, "docs/ledger.md (events)"),
    LEDGER_REPLACED(ERROR, "docs/ledger.md (checkpoints)"),
    LEDGER_CUT_OFF(ERROR, "docs/ledger.md (checkpoints)"),
    LEDGER_REWRITTEN(ERROR, "docs/ledger.md (checkpoints)"),
    LEDGER_TIMESTAMP_WRONG(ERROR, "docs/ledger.md (time stamps); RFC 3161"),
    LEDGER_BASELINE_ALTERED(ERROR, "docs/ledger.md (what is expected)"),
    LEDGER_FAILURES_ALTERED(ERROR, "docs/ledger.md (failures)"),
    LEDGER_CHECK_UNFOUNDED(ERROR, "docs/ledger.md (checks)"),
    LEDGER_RUN_UNFOUNDED(ERROR, "docs/ledger.md (runs)"),
    LEDGER_STATE_DIFFERS(ERROR, "docs/ledger.md (what follows from the events)"),
    LEDGER_RUN_UNFINISHED(INFO, "docs/ledger.md (runs)"),

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
