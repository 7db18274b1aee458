package org.newsbag.finding;

import java.util.Objects;

/**
 * What a finding is about.
 *
 * @param path the file or folder as its owner would type it, or the path in the bag; empty where it is about the whole
 * @param line the line in that file, from 1; 0 where it is about no line
 * @param label the label in that file, such as {@code Payload-Oxum}; empty where it is about none
 */
public record Location(String path, int line, String label) implements Comparable<Location> {
    public Location {
        Objects.requireNonNull(path);
        Objects.requireNonNull(label);
    }

    public static Location of(String path) {
        return new Location(path, 0, "");
    }

    public static Location line(String path, int line) {
        return new Location(path, line, "");
    }

    public static Location label(String path, String label) {
        return new Location(path, 0, label);
    }

    @Override
    public int compareTo(Location other) {
        int byPath = path.compareTo(other.path);
        if (byPath != 0) return byPath;
        return line != other.line ? Integer.compare(line, other.line) : label.compareTo(other.label);
    }

    /** The location in words: {@code bag-info.txt, line 3}. */
    @Override
    public String toString() {
        return path + (line > 0 ? ", line " + line : "") + (label.isEmpty() ? "" : ", " + label);
    }
}
