package org.newsbag.extract;

import java.util.Objects;

/**
 * A property of a file that had to be found out.
 *
 * @param value a media type, or the IANA name of a charset
 * @param how what it was found from, such as {@code declared}, {@code byte order mark}, {@code statistics}, {@code content and name}
 */
public record Identified(String value, String how) {
    public Identified {
        Objects.requireNonNull(value);
        Objects.requireNonNull(how);
    }
}
