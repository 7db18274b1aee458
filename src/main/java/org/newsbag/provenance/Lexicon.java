package org.newsbag.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every list of words that the rules stand on, by folded key. */
final class Lexicon {
    /**
     * An agency or outlet.
     *
     * @param house the dateline style that only its own publication uses; empty where none is known
     */
    record Body(Segment.Role role, String label, boolean ordinary, String house, Optional<String> authority) {}

    record Month(Calendar calendar, int number) {}

    enum Calendar {
        GREGORIAN,
        HIJRI,
        JALALI
    }

    private final Map<String, Body> bodies = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, Month> months = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();
    private final Set<String> boilerplate = new HashSet<>();
    private final Set<String> given = new HashSet<>();

    static Lexicon load(List<Authority> authorities) throws IOException {
        var lexicon = new Lexicon();
        for (var row : rows("agencies.tsv")) {
            var role = row[1].equals("generic") ? Segment.Role.GENERIC : Segment.Role.AGENCY;
            lexicon.body(new Body(role, row[0], row[2].equals("word"), row[3], Optional.empty()), row[4].split("\\|"));
        }
        for (var row : rows("outlets.tsv"))
            lexicon.body(
                    new Body(Segment.Role.OUTLET, row[0], !row[1].equals("-"), "", Optional.empty()),
                    row[2].split("\\|"));
        for (var authority : authorities) lexicon.add(authority);
        for (var row : rows("words.tsv"))
            lexicon.words.computeIfAbsent(row[0], role -> new HashSet<>()).add(Fold.key(row[1]));
        for (var word : lexicon.words.get("generic"))
            lexicon.bodies.putIfAbsent(word, new Body(Segment.Role.GENERIC, word, true, "", Optional.empty()));
        for (var row : rows("months.tsv"))
            lexicon.months.put(
                    Fold.key(row[2]),
                    new Month(Calendar.valueOf(row[0].toUpperCase(java.util.Locale.ROOT)), Integer.parseInt(row[1])));
        for (var row : rows("days.tsv")) lexicon.days.put(Fold.key(row[2]), Integer.parseInt(row[1]));
        for (var row : rows("boilerplate.tsv")) lexicon.boilerplate.add(Fold.key(row[0]));
        for (var row : rows("given-names.tsv")) lexicon.given.add(Fold.key(row[0]));
        return lexicon;
    }

    private void body(Body body, String... names) {
        for (var name : names) {
            var key = Fold.key(name);
            bodies.put(key, body);
            if (body.role == Segment.Role.AGENCY && isInitials(key)) bodies.put(key.replace(" ", ""), body);
        }
    }

    /** Single letters parted by spaces. */
    private static boolean isInitials(String key) {
        if (key.length() < 3 || key.length() % 2 == 0) return false;
        for (int i = 0; i < key.length(); i++) if (key.charAt(i) == ' ' != (i % 2 == 1)) return false;
        return true;
    }

    /** The user's list wins over ours: a name of theirs takes their label, kind and identifier. */
    private void add(Authority authority) {
        var body = new Body(
                authority.agency() ? Segment.Role.AGENCY : Segment.Role.OUTLET,
                authority.label(),
                authority.ordinary(),
                house(authority),
                authority.identifier());
        for (var name : authority.names()) body(body, name);
    }

    private String house(Authority authority) {
        return authority.names().stream()
                .map(name -> bodies.get(Fold.key(name)))
                .filter(known -> known != null)
                .map(Body::house)
                .findFirst()
                .orElse("");
    }

    Optional<Body> body(String key) {
        return Optional.ofNullable(bodies.get(key));
    }

    boolean is(String role, String key) {
        return words.getOrDefault(role, Set.of()).contains(key);
    }

    Optional<Month> month(String key) {
        return Optional.ofNullable(months.get(key));
    }

    /** The ISO number of a weekday, 0 for a relative day, empty for other words. */
    Optional<Integer> day(String key) {
        return Optional.ofNullable(days.get(key));
    }

    boolean isBoilerplate(String key) {
        return boilerplate.contains(key);
    }

    boolean isGiven(String key) {
        return given.contains(key) || key.length() > 5 && key.startsWith("عبدال");
    }

    /** How many characters of a word are the longest given name that it begins with, where a word more could follow; 0 where there is none. */
    int givenPrefix(String text, Token word) {
        for (int length = word.key().length() - 3; length >= 3; length--) {
            var name = word.key().substring(0, length);
            if (!given.contains(name)) continue;
            int there = Fold.prefix(text, word.start(), word.end(), name);
            if (there > 0) return there;
        }
        return 0;
    }

    static List<String[]> rows(String name) throws IOException {
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            var rows = new ArrayList<String[]>();
            var table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < table.length(); ) {
                int end = table.indexOf('\n', i);
                if (end < 0) end = table.length();
                if (end > i && !table.startsWith("# ", i))
                    rows.add(table.substring(i, end).split("\t", -1));
                i = end + 1;
            }
            return rows;
        }
    }
}
