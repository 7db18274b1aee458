package org.newsbag.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form in which a bag is handed over (RFC 8493, section 4). All are read; {@link #isWritten} tells which are also written. */
public enum Serialization {
    NONE("none", "", true),
    TAR("tar", ".tar", true, "application/tar", "application/x-tar", "application/x-gtar"),
    TAR_GZ(
            "tar.gz",
            ".tar.gz",
            true,
            "application/gzip",
            "application/x-gzip",
            "application/x-tar+gzip",
            "application/x-gtar-compressed"),
    ZIP("zip", ".zip", true, "application/zip", "application/x-zip-compressed"),
    TAR_ZST("tar.zst", ".tar.zst", false, "application/zstd"),
    TAR_XZ("tar.xz", ".tar.xz", false, "application/x-xz");

    private final String id;
    private final String extension;
    private final boolean written;
    private final List<String> mediaTypes;

    Serialization(String id, String extension, boolean written, String... mediaTypes) {
        this.id = id;
        this.extension = extension;
        this.written = written;
        this.mediaTypes = List.of(mediaTypes);
    }

    public static Optional<Serialization> named(String id) {
        var wanted = id.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(s -> s.id.equals(wanted)).findFirst();
    }

    /** The forms that {@link BagArchive} and the folder of a bag are written in. */
    public static List<Serialization> written() {
        return Arrays.stream(values()).filter(Serialization::isWritten).toList();
    }

    public String id() {
        return id;
    }

    /** What stands behind the bag's name: {@code .tar.gz}; empty for a folder. */
    public String extension() {
        return extension;
    }

    /** The form that a file's name tells, also by a short ending such as {@code .tgz}. */
    static Optional<Serialization> byName(String fileName) {
        return Arrays.stream(values()).filter(s -> s.ending(fileName) > 0).findFirst();
    }

    /** A file's name without the ending that tells its form. */
    public static String stem(String fileName) {
        int ending = byName(fileName).map(s -> s.ending(fileName)).orElse(0);
        return fileName.substring(0, fileName.length() - ending);
    }

    private int ending(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        for (var ending : List.of(extension, extension.replace(".tar.", ".t")))
            if (!ending.isEmpty() && name.endsWith(ending)) return ending.length();
        return 0;
    }

    /** Whether bags are written in this form; the others are only read. */
    public boolean isWritten() {
        return written;
    }

    /** The MIME types that name this form in a profile's Accept-Serialization (BagIt Profiles 1.4), the best first; none for a folder. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }
}
