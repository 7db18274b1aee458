package org.newsbag.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Places by every name they bear in nine languages. The table stays as it was read, sorted by the UTF-8 bytes of the folded name, and is searched
 * by halving: nothing has to be built before the first question.
 */
final class Gazetteer {
    private final byte[] table;
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, Place> own = new HashMap<>();
    private final Set<String> abbreviations = new HashSet<>();

    private Gazetteer(byte[] table) {
        this.table = table;
    }

    /** @param places the user's list, which wins over ours */
    static Gazetteer load(Optional<Path> places) throws IOException {
        try (InputStream in = Gazetteer.class.getResourceAsStream("places.tsv")) {
            var gazetteer = new Gazetteer(in.readAllBytes());
            for (var row : Lexicon.rows("place-aliases.tsv")) {
                if (row[1].startsWith("@")) gazetteer.own.put(Fold.key(row[0]), unnumbered(row[1].substring(1)));
                else gazetteer.aliases.put(Fold.key(row[0]), Fold.key(row[1]));
                if (row[0].endsWith(".")) gazetteer.abbreviations.add(Fold.key(row[0]));
            }
            if (places.isPresent()) gazetteer.own.putAll(PlaceList.read(places.get(), gazetteer::find));
            return gazetteer;
        }
    }

    /** A city that the table does not hold: only its country is known. */
    private static Place unnumbered(String country) {
        return new Place(Place.Kind.CITY, country, "", false);
    }

    /** Whether the folded name is printed with a full stop behind it: {@code Calif.} */
    boolean isAbbreviation(String name) {
        return abbreviations.contains(name);
    }

    /** The weightiest place of this folded name. */
    Optional<Place> find(String name) {
        var listed = own.get(name);
        if (listed != null) return Optional.of(listed);
        var key = aliases.getOrDefault(name, name);
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = table.length;
        while (low < high) {
            int line = lineStart((low + high) >>> 1);
            int order = compare(line, wanted);
            if (order == 0) return Optional.of(place(line));
            if (order < 0) low = lineEnd(line) + 1;
            else high = line;
        }
        return Optional.empty();
    }

    private Place place(int line) {
        var columns = new String(table, line, lineEnd(line) - line, StandardCharsets.UTF_8).split("\t", -1);
        return new Place(Place.Kind.valueOf(columns[1]), columns[2], columns[3], columns[4].equals("sure"));
    }

    private int lineStart(int at) {
        int i = at;
        while (i > 0 && table[i - 1] != '\n') i--;
        return i;
    }

    private int lineEnd(int at) {
        int i = at;
        while (i < table.length && table[i] != '\n') i++;
        return i;
    }

    private int compare(int line, byte[] wanted) {
        int end = line;
        while (table[end] != '\t') end++;
        return Arrays.compareUnsigned(table, line, end, wanted, 0, wanted.length);
    }
}
