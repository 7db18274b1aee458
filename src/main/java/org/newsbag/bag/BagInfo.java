package org.newsbag.bag;

import gov.loc.repository.bagit.exceptions.InvalidBagMetadataException;
import gov.loc.repository.bagit.reader.KeyValueReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bag-info.txt}: tags in order, labels may repeat (RFC 8493, section 2.2.2). */
public record BagInfo(List<Tag> tags) {
    public static final String FILE_NAME = "bag-info.txt";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
            requireTags(file);
            var tags = new ArrayList<Tag>();
            for (var pair : KeyValueReader.readKeyValuesFromFile(file, ":", StandardCharsets.UTF_8))
                tags.add(new Tag(
                        withoutMark(pair.getKey()).strip(), pair.getValue().replaceAll("[\\r\\n]+[ \\t]*", " ")));
            return new BagInfo(tags);
        } catch (InvalidBagMetadataException e) {
            throw new MalformedTag(file + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new MalformedTag(file + " is not UTF-8. Save it as UTF-8.");
        } catch (MalformedTag e) {
            throw new MalformedTag(file + ": " + e.getMessage());
        }
    }

    /** The library that reads the tags does not say in which line it stops, and takes a folded line without a tag before it. */
    private static void requireTags(Path file) throws IOException {
        var lines = withoutMark(Files.readString(file)).split("\\r\\n|\\r|\\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i];
            if (line.isEmpty() && i == lines.length - 1) return;
            if (line.isBlank()) throw new MalformedTag("line " + (i + 1) + " is blank. Remove it.");
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            if (goesOn ? i == 0 : line.strip().indexOf(':') < 1)
                throw new MalformedTag("line " + (i + 1) + ": expected \"Label: value\", found \"" + line + "\".");
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
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
