package org.newsbag.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON into {@link JsonObject}s and writes them: UTF-8, LF, members in their given order. */
public final class Json {
    /** The JSON value null. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** Deeper values are refused, because they are read and written level within level. */
    private static final int DEEPEST = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8) // as a writer of characters does
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE) // as RFC 8785 writes the escapes of controls
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {}

    /** The value on one line, without a line end. */
    public static String compact(Object value) {
        return print(value, false);
    }

    /**
     * The one form of a value that everybody writes alike, so that its bytes can be digested: the JSON Canonicalization Scheme (RFC 8785). Members are sorted, nothing
     * stands between the tokens; numbers must be whole and below 2<sup>53</sup>.
     *
     * @throws IllegalArgumentException for another number
     */
    public static String canonical(Object value) {
        return print(Canonical.sorted(value), false);
    }

    /** The value indented by two spaces, without a line end. */
    public static String pretty(Object value) {
        return print(value, true);
    }

    /** A writer of a document too long to hold; the stream stays open. */
    public static JsonStream stream(OutputStream out) throws IOException {
        var generator = FACTORY.createGenerator(out);
        generator.setPrettyPrinter(printer());
        return new JsonStream(generator);
    }

    /** Reads one object. Throws {@link MalformedJson} for anything else. */
    public static JsonObject readObject(InputStream in) throws IOException {
        if (read(in) instanceof JsonObject object) return object;
        throw new MalformedJson("expected an object in braces", null);
    }

    /** Reads one value of any kind. Throws {@link MalformedJson} where the text is not JSON. */
    public static Object read(InputStream in) throws IOException {
        try (var parser = FACTORY.createParser(in)) {
            return whole(parser);
        }
    }

    /** What takes the objects of an array, one after the other. */
    public interface ItemSink {
        void accept(JsonObject item) throws IOException;
    }

    /**
     * Reads an object whose member {@code key} is an array of objects too long to hold, and gives them away one by one. Throws {@link MalformedJson}
     * where the text is not JSON, or holds no such array.
     */
    public static void eachOf(InputStream in, String key, ItemSink sink) throws IOException {
        try (var parser = FACTORY.createParser(in)) {
            eachOf(parser, key, sink);
        } catch (JsonProcessingException e) {
            var place =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new MalformedJson(reason(e) + place, e);
        }
    }

    private static void eachOf(JsonParser parser, String key, ItemSink sink) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT)
            throw new MalformedJson("something else than an object in braces", null);
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals(key);
            var token = parser.nextToken();
            if (!wanted || token != JsonToken.START_ARRAY) {
                value(parser);
                continue;
            }
            found = true;
            while (parser.nextToken() != JsonToken.END_ARRAY)
                if (value(parser) instanceof JsonObject item) sink.accept(item);
        }
        if (parser.nextToken() != null) throw new MalformedJson("text after the end of the value, " + at(parser), null);
        if (!found) throw new MalformedJson("no array \"" + key + "\"", null);
    }

    /** Reads one value of any kind from a text. Throws {@link MalformedJson} where the text is not JSON. */
    public static Object parse(String text) {
        try (var parser = FACTORY.createParser(text)) {
            return whole(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isValue(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof JsonObject
                || value == NULL
                || value instanceof List<?> items && items.stream().allMatch(Json::isValue);
    }

    static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }

    static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof JsonObject object) {
            out.writeStartObject();
            for (var member : object.members().entrySet()) {
                out.writeFieldName(wellFormed(member.getKey()));
                write(out, member.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> items) {
            out.writeStartArray();
            for (var item : items) write(out, item);
            out.writeEndArray();
        } else if (value instanceof String text) out.writeString(wellFormed(text));
        else if (value instanceof Boolean flag) out.writeBoolean(flag);
        else if (value == NULL) out.writeNull();
        else if (value instanceof Long || value instanceof Integer) out.writeNumber(((Number) value).longValue());
        else if (value instanceof Number number) out.writeNumber(new BigDecimal(number.toString()).toPlainString());
        else throw new IllegalArgumentException("not a JSON value: " + value);
    }

    /** Half of a surrogate pair, which other people's JSON can smuggle in as an escape, has no UTF-8 form: U+FFFD stands for it. */
    static String wellFormed(String text) {
        int at = 0;
        while (at < text.length() && !Character.isSurrogate(text.charAt(at))) at++;
        if (at == text.length()) return text;
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> whole.appendCodePoint(
                        c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
        return whole.toString();
    }

    private static String print(Object value, boolean pretty) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            if (pretty) generator.setPrettyPrinter(printer());
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object whole(JsonParser parser) throws IOException {
        try {
            parser.nextToken();
            var value = value(parser);
            if (parser.nextToken() != null)
                throw new MalformedJson("text after the end of the value, " + at(parser), null);
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedJson(reason(e) + ", " + at(parser), e);
        } catch (NumberFormatException e) { // which Jackson lets pass where an exponent is larger than any number has
            throw new MalformedJson("a number that is too large or too small, " + at(parser), e);
        }
    }

    /** Jackson's own words, but for what it says of a source that it was told not to name. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll("\\[Source: .*?; (line: \\d+, column: \\d+)]", "$1");
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) throw new MalformedJson("the text ends where a value should stand, " + at(parser), null);
        return switch (token) {
            case START_OBJECT -> {
                var object = JsonObject.builder();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var key = parser.currentName();
                    parser.nextToken();
                    object.member(key, value(parser));
                }
                yield object.build();
            }
            case START_ARRAY -> {
                var items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(parser));
                yield List.copyOf(items);
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            default -> throw new MalformedJson("unexpected " + token + ", " + at(parser), null);
        };
    }

    private static String at(JsonParser parser) {
        var location = parser.currentLocation();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
