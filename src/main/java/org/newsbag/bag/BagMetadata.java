package org.newsbag.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.newsbag.finding.Findings;

/**
 * The metadata elements of somebody's bag, in order, labels repeating (RFC 8493, section 2.2.2).
 *
 * @param isWhole whether the file could be read to its end; where not, why was told
 */
public record BagMetadata(String file, List<MetadataElement> elements, boolean isWhole) {
    public BagMetadata {
        elements = List.copyOf(elements);
    }

    /** Reads {@code bag-info.txt}, or another file of its form. Lines that are not of that form are told and left out. */
    public static BagMetadata read(String file, InputStream content, BagDeclaration declaration, Findings findings)
            throws IOException {
        var lines = new TagLines(file, content, declaration.charset(), findings);
        var reader = new BagMetadataReader(lines, declaration.version(), findings);
        return new BagMetadata(file, reader.read(), reader.isWhole());
    }

    /** The elements of a label, in order. */
    public List<MetadataElement> all(String label) {
        var found = new ArrayList<MetadataElement>();
        for (var element : elements) if (element.isLabelled(label)) found.add(element);
        return found;
    }
}
