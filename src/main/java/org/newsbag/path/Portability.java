package org.newsbag.path;

import static org.newsbag.finding.FindingCode.*;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;

/** Names that are legal in a bag and that other systems or other tools are known to mishandle. */
public final class Portability {
    /** Longer paths than this, in UTF-16 units, are cut or refused by older Windows programs (MAX_PATH less a drive and a folder). */
    private static final int LONG_PATH = 255;

    private static final Pattern WINDOWS_RESERVED =
            Pattern.compile("(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WINDOWS_CHARACTERS = Pattern.compile("[<>:\"|?*]");
    private static final Pattern BIDI_CONTROLS =
            Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029&&[^\\r\\n]]");
    private static final List<String> SYSTEM_FILES = List.of(".ds_store", "thumbs.db", "desktop.ini", ".directory");

    private static final String DOTLESS_I = "\u0131";

    private Portability() {}

    /** Whether an operating system left this file behind on its own. */
    public static boolean isSystemFile(String fileName) {
        if (fileName.startsWith("._")) return true;
        for (var name : SYSTEM_FILES) if (name.equalsIgnoreCase(fileName)) return true;
        return false;
    }

    /** Whether there is surely nothing to say of a path. */
    public static boolean isPlain(RelativePath path) {
        var name = path.fileName();
        int dot = name.indexOf('.');
        int stem = dot < 0 ? name.length() : dot;
        boolean mayBeReserved = stem == 3 || stem == 4;
        return isPlainLower(name)
                && !mayBeReserved
                && !name.endsWith(".")
                && path.value().length() <= LONG_PATH;
    }

    /** Judges the last segment of a path, and the length of the whole; parents are judged when their turn comes. */
    public static List<Finding> judge(RelativePath path) {
        var name = path.fileName();
        var found = new ArrayList<Finding>();
        if (isPlain(name)) {
            if (WINDOWS_RESERVED.matcher(name).matches())
                say(
                        found,
                        NAME_WINDOWS_RESERVED,
                        path,
                        "Windows keeps this name for a device and cannot create the file.");
        } else judgeCharacters(name, path, found);
        if (name.endsWith(".")) say(found, NAME_TRAILING_DOT, path, "Windows drops the dot at the end of the name.");
        if (path.value().length() > LONG_PATH)
            say(
                    found,
                    NAME_PATH_LONG,
                    path,
                    "The path has " + path.value().length() + " characters; many Windows programs stop at " + LONG_PATH
                            + ".");
        return found;
    }

    private static void judgeCharacters(String name, RelativePath path, List<Finding> found) {
        if (WINDOWS_RESERVED.matcher(name).matches())
            say(found, NAME_WINDOWS_RESERVED, path, "Windows keeps this name for a device and cannot create the file.");
        if (WINDOWS_CHARACTERS.matcher(name).find())
            say(found, NAME_WINDOWS_CHARACTER, path, "Windows allows none of < > : \" | ? * in a name.");
        if (name.indexOf('\\') >= 0)
            say(
                    found,
                    NAME_BACKSLASH,
                    path,
                    "bagit-java and tools on Windows read the backslash as a folder separator.");
        if (name.indexOf('%') >= 0)
            say(
                    found,
                    NAME_PERCENT,
                    path,
                    "A manifest of BagIt 1.0 writes % as %25; bagit-python and bagit-java do not read it back and report the file as missing.");
        if (LINE_BREAKS.matcher(name).find())
            say(
                    found,
                    NAME_LINE_BREAK,
                    path,
                    "The name holds a line break, written as %0A or %0D in the bag; bagit-python and bagit-java misread it.");
        if (CONTROLS.matcher(name).find())
            say(
                    found,
                    NAME_CONTROL_CHARACTER,
                    path,
                    "The name holds an invisible control character; Windows refuses many of them, and people cannot type them.");
        if (BIDI_CONTROLS.matcher(name).find())
            say(
                    found,
                    NAME_BIDI_CONTROL,
                    path,
                    "The name holds an invisible direction mark; some object stores refuse it, and two names can look the same.");
        if (name.startsWith(" ") || name.endsWith(" "))
            say(
                    found,
                    NAME_OUTER_SPACE,
                    path,
                    "The name begins or ends with a space; Windows and bagit-python drop it.");
        if (name.startsWith("~") && path.value().equals(name))
            say(found, NAME_TILDE, path, "Some validators take a leading ~ for a home folder and refuse the bag.");
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFC))
            say(
                    found,
                    NAME_NOT_NFC,
                    path,
                    "The name is not in Unicode form NFC; systems that normalize names (macOS, some servers) give it back with other bytes.");
    }

    /** The form under which names of one folder, or whole paths, are the same on a file system that ignores case and normalization. */
    public static String folded(String name) {
        if (isPlainLower(name)) return name;
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        // The Turkish letter without a dot has I for a capital, and yet nothing takes it for an i (Unicode,
        // CaseFolding.txt).
        return Arrays.stream(composed.split(DOTLESS_I, -1))
                .map(part -> part.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(DOTLESS_I));
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '.'
                    || c == '_'
                    || c == '-')) return false;
        }
        return true;
    }

    private static boolean isPlainLower(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '/' || c == '_' || c == '-'))
                return false;
        }
        return true;
    }

    private static void say(List<Finding> found, FindingCode code, RelativePath path, String message) {
        found.add(new Finding(code, path.value(), message + " Rename it if that matters where the bag goes."));
    }
}
