package org.newsbag.provenance;

import java.util.Optional;

/**
 * What a place's name stands for.
 *
 * @param country ISO 3166 code
 * @param id GeoNames number; empty for first-order divisions, which the table knows by code only
 * @param sure whether no other place of comparable weight bears the name
 */
record Place(Kind kind, String country, String id, boolean sure) {
    enum Kind {
        COUNTRY,
        CAPITAL,
        CITY,
        REGION
    }

    Optional<String> authority() {
        return sure && !id.isEmpty() ? Optional.of("https://sws.geonames.org/" + id + "/") : Optional.empty();
    }
}
