package org.newsbag.validation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsbag.path.RelativePath;

/** The rows of a table by what their names are in Unicode normalization form C, so that other spellings of a name are found (RFC 8493, section 5.2.3). */
final class Spellings {
    private final FileTable table;
    private final Map<String, List<Row>> composed = new HashMap<>();

    /** @param table as it is now; rows that come later are not found */
    Spellings(FileTable table) {
        this.table = table;
        for (var row : table)
            if (!isAscii(row.path))
                composed.computeIfAbsent(compose(row.path), key -> new ArrayList<>(1))
                        .add(row);
        for (var rows : composed.values()) rows.sort((a, b) -> RelativePath.compareUtf8(a.path, b.path));
    }

    /** The rows whose names are the same as a path but for their normalization, in the order of their bytes. */
    List<Row> others(String path) {
        var key = compose(path);
        var found = new ArrayList<Row>();
        for (var row : composed.getOrDefault(key, List.of())) if (!row.path.equals(path)) found.add(row);
        // Some characters, such as the sign of kelvin, are one of ASCII when they are composed.
        var ascii = isAscii(key) && !key.equals(path) ? table.find(key) : null;
        if (ascii != null) found.add(ascii);
        return found;
    }

    private static String compose(String path) {
        return isAscii(path) ? path : Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    static boolean isAscii(String path) {
        for (int i = 0; i < path.length(); i++) if (path.charAt(i) > 0x7f) return false;
        return true;
    }
}
