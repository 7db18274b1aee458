package org.newsbag.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable JSON object that keeps the order of its keys. A value is a {@link String}, a {@link Number}, a {@link Boolean},
 * a {@code JsonObject}, a {@link List} of these, or {@link Json#NULL}.
 */
public final class JsonObject {
    private final Map<String, Object> members;

    private JsonObject(Map<String, Object> members) {
        this.members = members;
    }

    public static Builder builder() {
        return new Builder();
    }

    public Set<String> keys() {
        return members.keySet();
    }

    /** The value of a key; empty where the key is absent. A JSON null is {@link Json#NULL}. */
    public Optional<Object> get(String key) {
        return Optional.ofNullable(members.get(key));
    }

    public Optional<String> string(String key) {
        return get(key).filter(String.class::isInstance).map(String.class::cast);
    }

    public Optional<JsonObject> object(String key) {
        return get(key).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** The items of an array; a single value counts as an array of one, an absent key as an empty one. */
    public List<Object> list(String key) {
        return get(key).map(value -> value instanceof List<?> items ? List.<Object>copyOf(items) : List.of(value))
                .orElse(List.of());
    }

    /** The strings of an array, in order; values of another kind are passed over. */
    public List<String> strings(String key) {
        return list(key).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** The objects of an array, in order; values of another kind are passed over. */
    public List<JsonObject> objects(String key) {
        return list(key).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    Map<String, Object> members() {
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject object && members.equals(object.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return Json.compact(this);
    }

    /** Gathers members in the order in which they are to stand. */
    public static final class Builder {
        private final Map<String, Object> members = new LinkedHashMap<>();

        public Builder put(String key, String value) {
            return member(key, value);
        }

        public Builder put(String key, Number value) {
            return member(key, value);
        }

        public Builder put(String key, boolean value) {
            return member(key, value);
        }

        public Builder put(String key, JsonObject value) {
            return member(key, value);
        }

        /** Puts an array of strings, numbers, booleans and objects. */
        public Builder put(String key, Collection<?> values) {
            return member(key, List.copyOf(values));
        }

        public Builder putNull(String key) {
            return member(key, Json.NULL);
        }

        /** Puts the value where there is one, else nothing. */
        public Builder put(String key, Optional<?> value) {
            value.ifPresent(v -> member(key, v));
            return this;
        }

        /** Puts nothing for an empty list, the value alone for a list of one, else an array: the shape of JSON-LD. */
        public Builder putCompact(String key, Collection<?> values) {
            if (values.isEmpty()) return this;
            return values.size() == 1 ? member(key, values.iterator().next()) : member(key, new ArrayList<>(values));
        }

        Builder member(String key, Object value) {
            if (!Json.isValue(value))
                throw new IllegalArgumentException("not a JSON value under \"" + key + "\": " + value.getClass());
            members.put(key, value);
            return this;
        }

        public JsonObject build() {
            return new JsonObject(new LinkedHashMap<>(members));
        }
    }
}
