package org.newsbag.profile;

/**
 * A pattern of paths in which {@code *} stands for zero or more characters and {@code ?} for one (BagIt Profiles 1.4, Tag-Files-Allowed). Both also
 * stand for {@code /}: the specification's default {@code *} means all tag files, those in folders too. A pattern that ends in {@code /} stands for
 * everything in that folder.
 */
record Glob(String pattern) {
    /** In time of at most the two lengths multiplied, whatever the pattern. */
    boolean matches(String path) {
        return pattern.endsWith("/") ? matches(pattern + "*", path) : matches(pattern, path) || pattern.equals(path);
    }

    boolean isEverything() {
        return !pattern.isEmpty() && pattern.chars().allMatch(c -> c == '*');
    }

    /** Whether some file in this folder can match. */
    boolean reaches(String folder) {
        return isEverything() || matches(folder) || leads(pattern.endsWith("/") ? pattern + "*" : pattern, folder);
    }

    /** Goes back to the last star only: what stood before it has been matched as early as it can be. */
    private static boolean matches(String pattern, String path) {
        int p = 0;
        int at = 0;
        int star = -1;
        int retry = 0;
        while (at < path.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = at;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == path.charAt(at))) {
                at += pattern.charAt(p) == '?' ? Character.charCount(path.codePointAt(at)) : 1;
                p++;
            } else if (star >= 0) {
                p = star + 1;
                at = ++retry;
            } else return false;
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') p++;
        return p == pattern.length();
    }

    /** Whether the beginning of the pattern matches the text, with some of the pattern left: step by step, all ways at once. */
    private static boolean leads(String pattern, String text) {
        var ways = new boolean[pattern.length() + 1];
        ways[0] = true;
        for (int at = 0; at <= text.length(); at++) {
            for (int p = 0; p < pattern.length(); p++) if (ways[p] && pattern.charAt(p) == '*') ways[p + 1] = true;
            if (at == text.length()) break;
            for (int p = pattern.length(); p >= 0; p--) {
                boolean stays = p < pattern.length() && pattern.charAt(p) == '*' && ways[p];
                boolean comes = p > 0
                        && ways[p - 1]
                        && (pattern.charAt(p - 1) == '?' || pattern.charAt(p - 1) == text.charAt(at))
                        && pattern.charAt(p - 1) != '*';
                ways[p] = stays || comes;
            }
        }
        for (int p = 0; p < pattern.length(); p++) if (ways[p]) return true;
        return false;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
