package org.newsbag.bag;

import static org.newsbag.finding.FindingCode.MANIFEST_CHECKSUM_MALFORMED;
import static org.newsbag.finding.FindingCode.MANIFEST_LINE_MALFORMED;
import static org.newsbag.finding.FindingCode.MANIFEST_MD5SUM_STYLE;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_NOT_NORMAL;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_NOT_PAYLOAD;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_UNSAFE;
import static org.newsbag.finding.FindingCode.MANIFEST_PERCENT_UNESCAPED;
import static org.newsbag.finding.FindingCode.TAG_MANIFEST_LISTS_PAYLOAD;
import static org.newsbag.finding.FindingCode.TAG_MANIFEST_LISTS_TAG_MANIFEST;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Location;
import org.newsbag.finding.Quote;
import org.newsbag.fixity.Algorithm;

/** Reads somebody's manifest, line by line; what is wrong with a line is told (RFC 8493, sections 2.1.3 and 2.2.1). */
public final class ManifestFile {
    private static final byte[] UNUSABLE = {};

    private final ManifestName name;
    private final Optional<Algorithm> algorithm;
    private final BagVersion version;
    private final Findings findings;
    private int md5sumLine;
    private long md5sumLines;
    private int abnormalLine;
    private long abnormalLines;
    private int percentLine;
    private long percentLines;

    /** What takes the lines that name a file of the bag. */
    public interface Sink {
        /**
         * Takes one line.
         *
         * @param line its number, from 1
         * @param digest the checksum, of the algorithm's length; empty where it is unusable; where the algorithm is unknown, something by which two
         *     can be told apart
         * @param path the path that is meant, percent-decoded, resolved
         * @param literal the path as it stands, resolved; another than {@code path} only before 1.0, where {@code %} was not escaped
         */
        void line(int line, byte[] digest, String path, String literal) throws IOException;

        /** Whether a file of exactly this name is there, so that what may be a mark of md5sum's is a part of the name. */
        default boolean isThere(String path) {
            return false;
        }
    }

    /** @param algorithm empty where it is not known here, so that checksums are not judged */
    public ManifestFile(ManifestName name, Optional<Algorithm> algorithm, BagVersion version, Findings findings) {
        this.name = name;
        this.algorithm = algorithm;
        this.version = version;
        this.findings = findings;
    }

    /** Whether the file could be read to its end; where not, why was told. */
    public boolean read(InputStream content, BagDeclaration declaration, Sink sink) throws IOException {
        var lines = new TagLines(name.fileName(), content, declaration.charset(), findings);
        for (var line = lines.next(); line != null; line = lines.next()) line(line, lines.number(), sink);
        if (md5sumLines > 0)
            say(
                    MANIFEST_MD5SUM_STYLE,
                    md5sumLine,
                    many(md5sumLines)
                            + " in the style of md5sum, with * before the path or \\ before the checksum; other readers of bags take it for part of the name. Write checksum, two spaces, path.");
        if (abnormalLines > 0)
            say(
                    MANIFEST_PATH_NOT_NORMAL,
                    abnormalLine,
                    many(abnormalLines)
                            + " with a path that holds \"./\", \"//\" or \"..\"; it leads to a file of the bag, but other readers may not find it. Write the path from the base directory.");
        if (percentLines > 0)
            say(
                    MANIFEST_PERCENT_UNESCAPED,
                    percentLine,
                    many(percentLines)
                            + " with a % that BagIt 1.0 writes %25; it was read as it stands, but other readers may not find the file. Write %25.");
        return lines.isWhole();
    }

    private void line(String line, int number, Sink sink) throws IOException {
        int start = line.startsWith("\\") ? 1 : 0;
        int gap = start;
        while (gap < line.length() && !isWhite(line.charAt(gap))) gap++;
        int path = gap;
        while (path < line.length() && isWhite(line.charAt(path))) path++;
        if (gap == start || path == line.length()) {
            var found = line.isBlank() ? "a blank line" : Quote.of(line);
            say(MANIFEST_LINE_MALFORMED, number, "expected a checksum, white space and a path, found " + found + ".");
            return;
        }
        var digest = digest(line, start, gap, number);
        var written = line.substring(path);
        boolean isName = start == 0 && written.startsWith("*") && sink.isThere(written);
        path(isName ? written : md5sum(written, start == 1, number), digest, number, sink);
    }

    /** Undoes what md5sum and its like add. */
    private String md5sum(String path, boolean isEscaped, int number) {
        boolean isBinary = path.startsWith("*");
        if (!isEscaped && !isBinary) return path;
        if (md5sumLines++ == 0) md5sumLine = number;
        var plain = isBinary ? path.substring(1) : path;
        return isEscaped ? unescaped(plain) : plain;
    }

    private static String unescaped(String path) {
        var plain = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            int escape = c == '\\' && i + 1 < path.length() ? "\\nr".indexOf(path.charAt(i + 1)) : -1;
            plain.append(escape < 0 ? c : "\\\n\r".charAt(escape));
            if (escape >= 0) i++;
        }
        return plain.toString();
    }

    private byte[] digest(String line, int start, int end, int number) {
        int expected = algorithm.isPresent() ? 2 * algorithm.get().digestLength() : end - start;
        try {
            if (end - start == expected) return HexFormat.of().parseHex(line, start, end);
        } catch (IllegalArgumentException e) {
            // whatever that algorithm writes
            if (algorithm.isEmpty()) return line.substring(start, end).getBytes(StandardCharsets.UTF_8);
        }
        say(
                MANIFEST_CHECKSUM_MALFORMED,
                number,
                "expected " + expected + " hexadecimal digits (" + name.algorithm() + "), found "
                        + Quote.of(line.substring(start, end)) + ".");
        return UNUSABLE;
    }

    private void path(String written, byte[] digest, int number, Sink sink) throws IOException {
        var decoded = ManifestLine.decode(written);
        var path = ListedPath.of(decoded);
        if (!version.isBefore1() && !ManifestLine.isEscaped(written) && percentLines++ == 0) percentLine = number;
        if (!judge(path, decoded, number)) return;
        var literal = decoded.equals(written) || !version.isBefore1() ? path.value() : literal(written, path.value());
        sink.line(number, digest, path.value(), literal);
    }

    private static String literal(String written, String decoded) {
        var literal = ListedPath.of(written);
        return literal.isRefused() ? decoded : literal.value();
    }

    /** Whether the path is one that this manifest may list. */
    private boolean judge(ListedPath path, String written, int number) {
        if (path.isFolder()) {
            say(
                    MANIFEST_LINE_MALFORMED,
                    number,
                    "expected the path of a file, found " + Quote.of(written)
                            + ", which names a folder. A manifest lists files only; remove the line.");
            return false;
        }
        if (path.isRefused()) {
            say(
                    MANIFEST_PATH_UNSAFE,
                    number,
                    Quote.of(written) + ": " + path.refusal()
                            + ". Nothing was read there. Ask the maker of the bag for one whose paths stay inside.");
            return false;
        }
        boolean isPayload = path.value().startsWith("data/");
        if (name.isTagManifest() ? isPayload || path.value().equals("data") : !isPayload) {
            if (name.isTagManifest())
                say(
                        TAG_MANIFEST_LISTS_PAYLOAD,
                        number,
                        Quote.of(written) + " is payload, which only payload manifests list. Remove the line.");
            else
                say(
                        MANIFEST_PATH_NOT_PAYLOAD,
                        number,
                        "expected a path that begins with \"data/\", found " + Quote.of(written)
                                + ". Payload manifests list payload files only.");
            return false;
        }
        if (!path.isCanonical() && abnormalLines++ == 0) abnormalLine = number;
        if (name.isTagManifest()
                && ManifestName.parse(path.value())
                        .filter(ManifestName::isTagManifest)
                        .isPresent()) {
            say(
                    TAG_MANIFEST_LISTS_TAG_MANIFEST,
                    number,
                    Quote.of(written) + " is a tag manifest, which no tag manifest may list. Remove the line.");
            return false;
        }
        return true;
    }

    private static String many(long lines) {
        return lines == 1 ? "A line" : lines + " lines, this is the first,";
    }

    private void say(FindingCode code, int line, String message) {
        findings.add(code, Location.line(name.fileName(), line), message);
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t';
    }
}
