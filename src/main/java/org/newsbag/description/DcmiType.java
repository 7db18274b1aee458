package org.newsbag.description;

import java.util.Optional;
import java.util.Set;

/** The DCMI Type of a media type (DCMI Type Vocabulary). */
final class DcmiType {
    private static final Set<String> DATASETS = Set.of(
            "text/csv",
            "text/tab-separated-values",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/x-sqlite3");
    private static final Set<String> COLLECTIONS = Set.of(
            "application/zip",
            "application/x-tar",
            "application/gzip",
            "application/x-7z-compressed",
            "application/mbox",
            "application/warc",
            "application/warc+gz",
            "application/x-rar-compressed");
    private static final Set<String> TEXTS = Set.of(
            "application/pdf",
            "application/rtf",
            "application/msword",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.presentation",
            "application/epub+zip",
            "application/xhtml+xml",
            "application/vnd.ms-outlook",
            "message/rfc822");

    private DcmiType() {}

    /** Empty where the media type does not say: an unknown binary, an application's own format. */
    static Optional<String> of(String mediaType) {
        int end = mediaType.indexOf(';');
        var type = (end < 0 ? mediaType : mediaType.substring(0, end)).strip();
        if (DATASETS.contains(type)) return Optional.of("dcmitype:Dataset");
        if (COLLECTIONS.contains(type)) return Optional.of("dcmitype:Collection");
        if (TEXTS.contains(type) || type.startsWith("text/")) return Optional.of("dcmitype:Text");
        if (type.startsWith("image/")) return Optional.of("dcmitype:StillImage");
        if (type.startsWith("audio/")) return Optional.of("dcmitype:Sound");
        if (type.startsWith("video/")) return Optional.of("dcmitype:MovingImage");
        return Optional.empty();
    }
}
