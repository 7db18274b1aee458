package org.newsbag.ledger;

import java.math.BigDecimal;
import java.util.List;
import org.newsbag.json.JsonObject;

/** Reads the members of an event that must be there. */
record Members(JsonObject body) {
    static Members of(Event event) {
        return new Members(event.body());
    }

    String text(String key) {
        return body.string(key).orElseThrow(() -> missing(key));
    }

    long number(String key) {
        var value = body.get(key).orElse(null);
        if (value instanceof Long number) return number;
        if (!(value instanceof Number number)) throw missing(key);
        try {
            return new BigDecimal(number.toString()).longValueExact();
        } catch (ArithmeticException e) {
            throw missing(key);
        }
    }

    boolean flag(String key) {
        if (body.get(key).orElse(null) instanceof Boolean flag) return flag;
        throw missing(key);
    }

    JsonObject object(String key) {
        return body.object(key).orElseThrow(() -> missing(key));
    }

    List<Members> list(String key) {
        return body.objects(key).stream().map(Members::new).toList();
    }

    private static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException("it has no member \"" + key + "\" of the right kind");
    }
}
