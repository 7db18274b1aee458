package org.newsbag.bag;

import java.util.ArrayList;

/**
 * A path as a manifest or {@code fetch.txt} gives it, and where it leads.
 *
 * @param value the path from the base directory, with {@code .}, {@code ..} and empty segments resolved; meaningless where it is refused
 * @param refusal why nothing may be read there; empty where the path stays inside the bag, on any operating system
 * @param isCanonical whether the path was written as it is resolved
 */
record ListedPath(String value, String refusal, boolean isCanonical) {
    static final String FOLDER = "it names a folder, where a file was expected";

    static ListedPath of(String path) {
        if (isPlain(path)) return new ListedPath(path, "", true);
        var refusal = refusal(path);
        if (!refusal.isEmpty()) return refused(path, refusal);
        var resolved = resolve(path);
        if (resolved.isEmpty()) return refused(path, "it leads out of the bag");
        if (path.indexOf('\\') >= 0 && resolve(path.replace('\\', '/')).isEmpty())
            return refused(path, "on Windows it leads out of the bag");
        return new ListedPath(resolved, "", resolved.equals(path));
    }

    /** Whether it is refused for no more than the slash at its end. */
    boolean isFolder() {
        return refusal.equals(FOLDER);
    }

    boolean isRefused() {
        return !refusal.isEmpty();
    }

    private static ListedPath refused(String path, String why) {
        return new ListedPath(path, why, false);
    }

    /** Most paths: no segment that is empty or begins with a dot, nothing that a shell or Windows reads in a way of its own. */
    private static boolean isPlain(String path) {
        boolean begins = true;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '/' ? begins : begins && (c == '.' || c == '~') || c == '\\' || c == ':' || c == '\0')
                return false;
            begins = c == '/';
        }
        return !begins;
    }

    private static String refusal(String path) {
        if (path.isEmpty()) return "it is empty";
        if (path.indexOf('\0') >= 0) return "it holds a zero byte";
        if (path.startsWith("/")) return "it is absolute";
        if (path.startsWith("\\")) return "Windows takes it for an absolute or network path";
        if (path.length() > 2 && isLetter(path.charAt(0)) && path.charAt(1) == ':' && isSlash(path.charAt(2)))
            return "it begins with a drive letter";
        int slash = path.indexOf('/');
        if (path.startsWith("~") && (slash > 0 || path.length() == 1))
            return "a shell takes its beginning for a home folder";
        if (path.endsWith("/")) return FOLDER;
        return "";
    }

    /** The path without {@code .}, {@code ..} and empty segments; empty where it leads out of the bag or to the bag itself. */
    private static String resolve(String path) {
        var kept = new ArrayList<String>();
        for (var segment : path.split("/")) {
            if (segment.isEmpty() || segment.equals(".")) continue;
            if (!segment.equals("..")) kept.add(segment);
            else if (kept.isEmpty()) return "";
            else kept.remove(kept.size() - 1);
        }
        return String.join("/", kept);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
