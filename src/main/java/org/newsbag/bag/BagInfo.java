package org.newsbag.bag;

import gov.loc.repository.bagit.exceptions.InvalidBagMetadataException;
import gov.loc.repository.bagit.reader.KeyValueReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bag-info.txt}: tags in order, labels may repeat (RFC 8493, section 2.2.2). */
public record BagInfo(List<Tag> tags) {
    public static final String FILE_NAME = "bag-info.txt";

    public BagInfo {
        tags = List.copyOf(tags);
    }

    /**
     * Reads a file of the form of {@code bag-info.txt}; folded values are joined by one space.
     *
     * @throws MalformedTag where it is not of that form, with the reason
     */
    public static BagInfo read(Path file) throws IOException {
        try {
            var tags = new ArrayList<Tag>();
            for (var pair : KeyValueReader.readKeyValuesFromFile(file, ":", StandardCharsets.UTF_8))
                tags.add(new Tag(pair.getKey().strip(), pair.getValue().replaceAll("[\\r\\n]+[ \\t]*", " ")));
            return new BagInfo(tags);
        } catch (InvalidBagMetadataException e) {
            throw new MalformedTag(file + ": " + e.getMessage());
        } catch (MalformedInputException e) {
            throw new MalformedTag(file + " is not UTF-8. Save it as UTF-8.");
        } catch (MalformedTag e) {
            throw new MalformedTag(file + ": " + e.getMessage());
        }
    }

    public BagInfo plus(List<Tag> more) {
        var all = new ArrayList<>(tags);
        all.addAll(more);
        return new BagInfo(all);
    }

    /** The first value of a label. */
    public Optional<String> first(String label) {
        return tags.stream()
                .filter(tag -> tag.isLabelled(label))
                .map(Tag::value)
                .findFirst();
    }

    /** The whole file, UTF-8 with LF. */
    public String toText() {
        var text = new StringBuilder();
        for (var tag : tags) text.append(tag.toLines());
        return text.toString();
    }
}
