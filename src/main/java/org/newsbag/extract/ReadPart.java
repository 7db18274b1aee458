package org.newsbag.extract;

import java.util.Optional;

/**
 * A part as the forked parser reported it, with what decides its fate.
 *
 * @param path its place in the tree of parts, such as {@code /1/3}; empty for the file itself
 * @param mediaType without parameters
 * @param isBody whether it is a body of the mail above it, not an attachment
 */
record ReadPart(
        Part part,
        String path,
        String mediaType,
        Optional<Identified> charset,
        boolean isBody,
        boolean isParsed,
        boolean isEncrypted) {
    String parent() {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "" : path.substring(0, slash);
    }

    boolean hasText() {
        return !part.text().isBlank();
    }

    ReadPart with(String text, Optional<Identified> charset) {
        return new ReadPart(
                new Part(part.name(), part.properties(), text, part.problem()),
                path,
                mediaType,
                charset,
                isBody,
                isParsed,
                isEncrypted);
    }
}
