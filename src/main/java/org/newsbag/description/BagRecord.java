package org.newsbag.description;

import java.util.Collection;
import java.util.List;
import org.newsbag.json.JsonObject;

/** The Dublin Core record of the bag as a whole. */
public final class BagRecord {
    private BagRecord() {}

    /**
     * @param identifier a URN
     * @param title the name of what was packaged
     * @param languages BCP 47 tags of the texts, sorted
     */
    public static JsonObject of(
            String identifier, String title, long files, long bytes, Collection<String> languages, String rights) {
        return JsonObject.builder()
                .put("@id", "./")
                .put("dcterms:identifier", identifier)
                .put("dcterms:type", LinkedData.reference("dcmitype:Collection"))
                .put("dcterms:title", title)
                .put("dcterms:extent", List.of(files + (files == 1 ? " file" : " files"), bytes + " bytes"))
                .putCompact("dcterms:language", languages)
                .put("dcterms:rights", LinkedData.reference(rights))
                .build();
    }
}
