package org.newsbag.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names under which the media types of archives go: an archive has many, and all of one row are the same. */
final class MediaTypes {
    private static final List<Set<String>> SAME = List.of(
            Set.of("application/tar", "application/x-tar", "application/x-gtar"),
            Set.of(
                    "application/gzip",
                    "application/x-gzip",
                    "application/x-tar+gzip",
                    "application/tar+gzip",
                    "application/x-gtar-compressed",
                    "application/x-compressed-tar",
                    "application/x-tgz"),
            Set.of("application/zip", "application/x-zip", "application/x-zip-compressed"));

    private MediaTypes() {}

    static boolean isSame(String left, String right) {
        var a = bare(left);
        var b = bare(right);
        return a.equals(b) || SAME.stream().anyMatch(row -> row.contains(a) && row.contains(b));
    }

    /** Type and subtype, without parameters. */
    private static String bare(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
