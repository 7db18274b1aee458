package org.newsbag.path;

import java.nio.charset.StandardCharsets;

/**
 * A path below some folder: segments parted by {@code /}, none of them empty, {@code .} or {@code ..}. Kept letter for
 * letter: no normalization, no change of case. Ordered by the bytes of its UTF-8 form.
 */
public record RelativePath(String value) implements Comparable<RelativePath> {
    public RelativePath {
        if (!isLegal(value)) throw new IllegalArgumentException("not a path inside a folder: \"" + value + "\"");
    }

    /** Whether every segment is a real name, so that the path stays inside the folder it is resolved against. */
    public static boolean isLegal(String value) {
        if (value.indexOf('\0') >= 0) return false;
        int start = 0;
        while (true) {
            int slash = value.indexOf('/', start);
            int end = slash < 0 ? value.length() : slash;
            int length = end - start;
            if (length == 0) return false;
            if (length == 1 && value.charAt(start) == '.') return false;
            if (length == 2 && value.startsWith("..", start)) return false;
            if (slash < 0) return true;
            start = slash + 1;
        }
    }

    public RelativePath resolve(String name) {
        return new RelativePath(value + "/" + name);
    }

    /** The last segment. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The length of a text in bytes of UTF-8, which is what file systems limit. */
    public static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public int compareTo(RelativePath other) {
        return compareUtf8(value, other.value);
    }

    /** Compares two texts as the bytes of their UTF-8 forms would compare: UTF-16 order, but with surrogates last. */
    public static int compareUtf8(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean highA = Character.isSurrogate(a);
                return highA == Character.isSurrogate(b) ? Character.compare(a, b) : highA ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Compares two paths as if {@code /} came before every other character, so that what lies in a folder follows it at once. */
    public static int compareAsTree(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) return a == '/' ? -1 : b == '/' ? 1 : Character.compare(a, b);
        }
        return Integer.compare(left.length(), right.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
