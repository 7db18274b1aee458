package org.newsbag.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form in which a bag is handed over (RFC 8493, section 4). */
public enum Serialization {
    NONE("none", ""),
    TAR("tar", ".tar"),
    TAR_GZ("tar.gz", ".tar.gz"),
    ZIP("zip", ".zip");

    private final String id;
    private final String extension;

    Serialization(String id, String extension) {
        this.id = id;
        this.extension = extension;
    }

    public static Optional<Serialization> named(String id) {
        var wanted = id.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(s -> s.id.equals(wanted)).findFirst();
    }

    public String id() {
        return id;
    }

    /** What stands behind the bag's name: {@code .tar.gz}; empty for a folder. */
    public String extension() {
        return extension;
    }
}
