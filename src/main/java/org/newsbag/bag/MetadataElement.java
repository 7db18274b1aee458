package org.newsbag.bag;

/**
 * One metadata element of somebody's {@code bag-info.txt}, as it was read: folded lines joined by one space, outer white space of the value removed.
 *
 * @param line where it begins, from 1
 */
public record MetadataElement(String label, String value, int line) {
    /** Labels compare without regard to case (RFC 8493, section 2.2.2). */
    public boolean isLabelled(String other) {
        return label.equalsIgnoreCase(other);
    }
}
