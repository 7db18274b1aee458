package org.newsbag.bag;

import static org.newsbag.finding.FindingCode.BAG_DECLARATION_LENIENT;
import static org.newsbag.finding.FindingCode.BAG_DECLARATION_MALFORMED;
import static org.newsbag.finding.FindingCode.BAG_VERSION_UNSUPPORTED;
import static org.newsbag.finding.FindingCode.TAG_ENCODING_NOT_UTF8;
import static org.newsbag.finding.FindingCode.TAG_ENCODING_UNKNOWN;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Location;
import org.newsbag.finding.Quote;

/** {@code bagit.txt}: the version of the rules and the charset of the tag files (RFC 8493, section 2.1.1). */
public record BagDeclaration(BagVersion version, Charset charset) {
    public static final String FILE_NAME = "bagit.txt";

    /** The two lines of every bag that newsbag writes: BagIt 1.0, UTF-8, no byte order mark, LF. */
    public static final String TEXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private static final String VERSION = "BagIt-Version";
    private static final String ENCODING = "Tag-File-Character-Encoding";
    private static final int LINES_KEPT = 8;

    /**
     * Reads the file, which is UTF-8 itself. Everything wrong with it is told; empty where the version or the charset cannot be known, so that
     * nothing else of the bag can be judged.
     */
    public static Optional<BagDeclaration> read(InputStream content, Findings findings) throws IOException {
        var lines = new ArrayList<String>();
        var text = new TagLines(FILE_NAME, content, StandardCharsets.UTF_8, findings);
        for (var line = text.next(); line != null && lines.size() < LINES_KEPT; line = text.next()) lines.add(line);
        if (!text.isWhole() && lines.size() < 2) return Optional.empty(); // which was told
        var version = version(lines, findings);
        var charset = charset(lines, version, findings);
        if (version.isEmpty() || charset.isEmpty()) return Optional.empty();
        if (!version.get().isSupported()) {
            findings.add(
                    BAG_VERSION_UNSUPPORTED,
                    Location.label(FILE_NAME, VERSION),
                    "BagIt " + version.get()
                            + " is not a version that newsbag knows (0.93 to 0.97, and 1.0), so the bag was not judged by guessing its rules. Correct the line, or use a tool of that version.");
            return Optional.empty();
        }
        countLines(lines, version.get(), findings);
        return Optional.of(new BagDeclaration(version.get(), charset.get()));
    }

    private static Optional<BagVersion> version(List<String> lines, Findings findings) {
        if (lines.isEmpty()) {
            malformed(1, "expected \"" + VERSION + ": 1.0\", found an empty file.", findings);
            return Optional.empty();
        }
        var value = value(lines.get(0), VERSION);
        var version = value.flatMap(BagVersion::parse);
        if (version.isEmpty())
            malformed(
                    1,
                    "expected \"" + VERSION + ": M.N\", such as 1.0, found " + Quote.of(lines.get(0)) + ".",
                    findings);
        else checkForm(1, lines.get(0), VERSION, version.get(), findings);
        return version;
    }

    private static Optional<Charset> charset(List<String> lines, Optional<BagVersion> version, Findings findings) {
        var value = lines.size() < 2 ? Optional.<String>empty() : value(lines.get(1), ENCODING);
        if (value.isEmpty()) {
            var found = lines.size() < 2 ? "the end of the file" : Quote.of(lines.get(1));
            malformed(2, "expected \"" + ENCODING + ": UTF-8\", found " + found + ".", findings);
            return Optional.empty();
        }
        if (version.isPresent()) checkForm(2, lines.get(1), ENCODING, version.get(), findings);
        var charset = TagCharset.named(value.get());
        if (charset.isEmpty())
            findings.add(
                    TAG_ENCODING_UNKNOWN,
                    Location.label(FILE_NAME, ENCODING),
                    "There is no charset " + Quote.of(value.get())
                            + " here, so the tag files cannot be read. Write another name of the charset, if it has one that Java knows, or convert the tag files to UTF-8 and declare that.");
        else if (!charset.get().equals(StandardCharsets.UTF_8))
            findings.add(
                    TAG_ENCODING_NOT_UTF8,
                    Location.label(FILE_NAME, ENCODING),
                    "The tag files are in " + value.get() + ". It is read, but UTF-8 is recommended.");
        return charset;
    }

    /** The value after a label and a colon, however they are spaced; empty where the line is of another label. */
    private static Optional<String> value(String line, String label) {
        int colon = line.indexOf(':');
        if (colon < 0 || !line.substring(0, colon).strip().equalsIgnoreCase(label)) return Optional.empty();
        var value = line.substring(colon + 1).strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** One space after the colon and no other white space: required by 1.0, and said of older bags too. */
    private static void checkForm(int number, String line, String label, BagVersion version, Findings findings) {
        var expected = label + ": " + line.substring(line.indexOf(':') + 1).strip();
        if (line.equals(expected)) return;
        var message = "expected " + Quote.of(expected) + " to the letter, found " + Quote.of(line) + ".";
        if (version.isBefore1()) findings.add(BAG_DECLARATION_LENIENT, Location.line(FILE_NAME, number), message);
        else malformed(number, message, findings);
    }

    private static void countLines(List<String> lines, BagVersion version, Findings findings) {
        if (lines.size() == 2) return;
        var message = "expected two lines and no more, found " + Quote.of(lines.get(2)) + ".";
        boolean blank = lines.subList(2, lines.size()).stream().allMatch(String::isBlank);
        if (version.isBefore1() && blank) findings.add(BAG_DECLARATION_LENIENT, Location.line(FILE_NAME, 3), message);
        else malformed(3, message, findings);
    }

    private static void malformed(int line, String message, Findings findings) {
        findings.add(BAG_DECLARATION_MALFORMED, Location.line(FILE_NAME, line), message);
    }
}
