package org.newsbag.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code profiles/places.json}: places of the user's, and further names of places that the gazetteer knows. */
final class PlaceList {
    private static final Set<String> KEYS = Set.of("name", "aliases", "country", "geonames", "note");

    private PlaceList() {}

    /**
     * The places by their folded names.
     *
     * @param known what the gazetteer knows under a folded name: it gives country and number where the entry does not
     */
    static Map<String, Place> read(Path file, Function<String, Optional<Place>> known) throws IOException {
        var places = new HashMap<String, Place>();
        for (var entry : OwnList.read(file, "places", KEYS)) {
            var names = entry.names("name");
            var country = entry.object().string("country");
            if (country.isPresent() && !country.get().matches("[A-Z]{2}"))
                throw entry.fault("\"country\" has two capital letters such as YE, not \"" + country.get() + "\"");
            var ours = known.apply(Fold.key(names.get(0)))
                    .filter(place -> country.isEmpty() || country.get().equals(place.country()));
            var place = new Place(
                    ours.map(Place::kind).orElse(Place.Kind.CITY),
                    country.or(() -> ours.map(Place::country)).orElse(""),
                    number(entry).or(() -> ours.map(Place::id)).orElse(""),
                    number(entry).isPresent() || ours.map(Place::sure).orElse(false));
            for (var name : names) {
                var before = places.put(Fold.key(name), place);
                if (before != null && !before.equals(place))
                    throw entry.fault("\"" + name + "\" stands in the list already, as another place");
            }
        }
        return places;
    }

    private static Optional<String> number(OwnList.Entry entry) {
        var number = entry.object().get("geonames").map(Object::toString);
        if (number.isPresent() && !number.get().matches("[1-9][0-9]*"))
            throw entry.fault("\"geonames\" is a GeoNames number such as 71137, not " + number.get());
        return number;
    }
}
