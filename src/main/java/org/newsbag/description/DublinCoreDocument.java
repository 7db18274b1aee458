package org.newsbag.description;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.JsonStream;

/** {@code metadata/dublin-core.json}: a record for each file as it comes, and at the end one for the bag. Nothing is held. */
public final class DublinCoreDocument implements Closeable {
    private final JsonStream out;

    /** The stream stays open when the document ends. */
    public DublinCoreDocument(OutputStream out) throws IOException {
        this.out = Json.stream(out)
                .beginObject()
                .member("@context", LinkedData.CONTEXT)
                .beginArray("@graph");
    }

    public void add(JsonObject record) throws IOException {
        out.item(record);
    }

    @Override
    public void close() throws IOException {
        out.endArray().endObject().close();
    }
}
