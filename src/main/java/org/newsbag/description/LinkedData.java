package org.newsbag.description;

import org.newsbag.json.JsonObject;

/** The JSON-LD context that stands in every document of ours, so that none needs a network to be read. */
final class LinkedData {
    static final JsonObject CONTEXT = JsonObject.builder()
            .put("@vocab", "https://newsbag.org/ns#")
            .put("newsbag", "https://newsbag.org/ns#")
            .put("dcterms", "http://purl.org/dc/terms/")
            .put("dcmitype", "http://purl.org/dc/dcmitype/")
            .put("schema", "https://schema.org/")
            .build();

    private LinkedData() {}

    static JsonObject reference(String iri) {
        return JsonObject.builder().put("@id", iri).build();
    }
}
