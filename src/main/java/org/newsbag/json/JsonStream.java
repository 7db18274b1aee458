package org.newsbag.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;

/** Writes one long document piece by piece, in the layout of {@link Json#pretty}. */
public final class JsonStream implements Closeable {
    private final JsonGenerator out;

    JsonStream(JsonGenerator out) {
        this.out = out;
    }

    public JsonStream beginObject() throws IOException {
        out.writeStartObject();
        return this;
    }

    public JsonStream endObject() throws IOException {
        out.writeEndObject();
        return this;
    }

    public JsonStream beginArray(String key) throws IOException {
        out.writeFieldName(key);
        out.writeStartArray();
        return this;
    }

    public JsonStream endArray() throws IOException {
        out.writeEndArray();
        return this;
    }

    public JsonStream member(String key, Object value) throws IOException {
        out.writeFieldName(Json.wellFormed(key));
        Json.write(out, value);
        return this;
    }

    public JsonStream item(JsonObject value) throws IOException {
        Json.write(out, value);
        return this;
    }

    /** Ends the document with a line feed; the stream below stays open. */
    @Override
    public void close() throws IOException {
        out.writeRaw('\n');
        out.close();
    }
}
