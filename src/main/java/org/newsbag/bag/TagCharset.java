package org.newsbag.bag;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The charsets of tag files by the names that IANA has registered (RFC 8493, section 2.1.1); Java knows others, and not all of these. */
final class TagCharset {
    /** Names of IANA's that Java does not know, and what Java calls them; of ISO-8859-6 and -8 only the direction of writing is told apart. */
    private static final Map<String, String> REGISTERED = registered();

    private TagCharset() {}

    /** Empty where there is no such charset here, or the name leaves it open which one it is. */
    static Optional<Charset> named(String name) {
        var key = name.toLowerCase(Locale.ROOT);
        if (key.equals("default")) return Optional.empty(); // a name of Java's own for ASCII
        try {
            var charset = Charset.forName(REGISTERED.getOrDefault(key, name));
            return charset.newDecoder().isAutoDetecting() ? Optional.empty() : Optional.of(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> registered() {
        var names = new HashMap<String, String>();
        for (var name : new String[] {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
            names.put("cs" + name.toLowerCase(Locale.ROOT).replace("-", ""), name);
        for (int page = 1250; page <= 1258; page++) names.put("cswindows" + page, "windows-" + page);
        for (var part : new String[] {"6", "8"})
            for (var direction : new String[] {"e", "i"}) {
                names.put("iso-8859-" + part + "-" + direction, "ISO-8859-" + part);
                names.put("iso_8859-" + part + "-" + direction, "ISO-8859-" + part);
                names.put("csiso8859" + part + direction, "ISO-8859-" + part);
            }
        for (var name : new String[] {"macintosh", "mac", "csmacintosh"}) names.put(name, "x-MacRoman");
        return Map.copyOf(names);
    }
}
