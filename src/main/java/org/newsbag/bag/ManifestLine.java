package org.newsbag.bag;

import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.path.RelativePath;

/** One line of a manifest: a checksum and the path of a file in the bag (RFC 8493, section 2.1.3). */
public record ManifestLine(Checksum checksum, RelativePath path) {
    /** The line with its line feed; in the path CR, LF and % are percent-encoded, and nothing else. */
    static String write(String hex, String path) {
        return hex + "  " + encode(path) + "\n";
    }

    /**
     * Reads a line as newsbag writes it, without its line end.
     *
     * @throws IllegalArgumentException where it is not one
     */
    static ManifestLine parse(Algorithm algorithm, String line) {
        int gap = line.indexOf("  ");
        if (gap < 0)
            throw new IllegalArgumentException("expected a checksum, two spaces and a path, found \"" + line + "\"");
        return new ManifestLine(
                Checksum.parse(algorithm, line.substring(0, gap)), new RelativePath(decode(line.substring(gap + 2))));
    }

    static String encode(String path) {
        if (path.indexOf('%') < 0 && path.indexOf('\n') < 0 && path.indexOf('\r') < 0) return path;
        return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }

    /** Undoes {@link #encode} in one pass, so that {@code %250A} gives {@code %0A}; any other escape stays as it is. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) return text;
        var path = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int decoded = c == '%' ? escape(text, i) : -1;
            if (decoded < 0) path.append(c);
            else {
                path.append((char) decoded);
                i += 2;
            }
        }
        return path.toString();
    }

    /** Whether each % begins an escape. */
    static boolean isEscaped(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) if (escape(text, i) < 0) return false;
        return true;
    }

    private static int escape(String text, int percent) {
        if (text.regionMatches(true, percent, "%0A", 0, 3)) return '\n';
        if (text.regionMatches(true, percent, "%0D", 0, 3)) return '\r';
        if (text.startsWith("%25", percent)) return '%';
        return -1;
    }
}
