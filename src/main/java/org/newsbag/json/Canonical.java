package org.newsbag.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Puts a value into the order of RFC 8785: members by the UTF-16 units of their names, on every level. */
final class Canonical {
    /** Beyond it not every whole number has a form of its own in JavaScript, on which the scheme rests. */
    private static final long LARGEST = 1L << 53;

    private Canonical() {}

    static Object sorted(Object value) {
        if (value instanceof JsonObject object) return sorted(object);
        if (value instanceof List<?> items) {
            var sorted = new ArrayList<>(items.size());
            for (var item : items) sorted.add(sorted(item));
            return sorted;
        }
        return value instanceof Number number ? whole(number) : value;
    }

    private static JsonObject sorted(JsonObject object) {
        var sorted = JsonObject.builder();
        new TreeMap<>(object.members()).forEach((key, member) -> sorted.member(key, sorted(member)));
        return sorted.build();
    }

    private static Long whole(Number number) {
        try {
            long whole = new BigDecimal(number.toString()).longValueExact();
            if (Math.abs(whole) < LARGEST) return whole;
        } catch (ArithmeticException e) {
            // told below, as what it is: no whole number
        }
        throw new IllegalArgumentException("no whole number below 2^53: " + number);
    }
}
