package org.newsbag.description;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.newsbag.extract.Extraction;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.provenance.Provenance;

/**
 * One file and all that was learnt of it.
 *
 * @param id the path in the bag, {@code data/...}, or the path given to describe
 * @param path its name in the payload, without {@code data/}
 * @param size in bytes
 * @param checksums at least SHA-256
 * @param extraction empty where extraction was turned off, as is provenance
 * @param textFile where in the bag its text is stored; empty where there is none
 * @param technicalFile where in the bag its technical metadata is stored
 */
public record DescribedFile(
        String id,
        String path,
        long size,
        Map<Algorithm, Checksum> checksums,
        Optional<Extraction> extraction,
        Optional<Provenance> provenance,
        Optional<String> textFile,
        Optional<String> technicalFile) {

    /** The value under which a record's {@code @id} names a path: an IRI reference, with {@code /} and letters of any script kept. */
    static String iri(String path) {
        var iri = new StringBuilder(path.length() + 16);
        path.codePoints().forEach(c -> {
            boolean plain = c > 0x9F && !Character.isWhitespace(c) && !isInvisible(c)
                    || c >= '0' && c <= '9'
                    || c >= 'A' && c <= 'Z'
                    || c >= 'a' && c <= 'z'
                    || "-._~!$&'()*+,;=@/".indexOf(c) >= 0;
            if (plain) iri.appendCodePoint(c);
            else
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8))
                    iri.append('%').append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        });
        return iri.toString();
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
