package org.newsbag.bag;

import static org.newsbag.finding.FindingCode.FETCH_LINE_MALFORMED;
import static org.newsbag.finding.FindingCode.FETCH_PATH_NOT_PAYLOAD;
import static org.newsbag.finding.FindingCode.FETCH_PATH_UNSAFE;
import static org.newsbag.finding.FindingCode.FETCH_URL_MALFORMED;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Quote;

/** {@code fetch.txt}: payload files that are to be had elsewhere (RFC 8493, section 2.2.3). Nothing is ever fetched here. */
public final class FetchFile {
    public static final String FILE_NAME = "fetch.txt";

    private final Findings findings;

    /** What takes the items whose line is well-formed. */
    public interface Sink {
        /**
         * Takes one item.
         *
         * @param literal the path as it stands, resolved; another than the item's where {@code %} may not have been escaped, as before 1.0
         */
        void item(FetchItem item, String literal) throws IOException;
    }

    public FetchFile(Findings findings) {
        this.findings = findings;
    }

    /** Whether the file could be read to its end; where not, why was told. */
    public boolean read(InputStream content, BagDeclaration declaration, Sink sink) throws IOException {
        var lines = new TagLines(FILE_NAME, content, declaration.charset(), findings);
        for (var line = lines.next(); line != null; line = lines.next()) line(line, lines, sink);
        return lines.isWhole();
    }

    /**
     * The text of a file from before BagIt 1.0, with paths as 1.0 writes them.
     *
     * @param isThere whether the bag holds a file of a path: then the path stands for itself, else for what it is unescaped
     */
    public static String escaped(String text, Predicate<String> isThere) {
        var lines = text.split("(?<=\\n)|(?<=\\r)(?!\\n)");
        for (int i = 0; i < lines.length; i++) lines[i] = escapedLine(lines[i], isThere);
        return String.join("", lines);
    }

    private static String escapedLine(String whole, Predicate<String> isThere) {
        var line = whole.replaceFirst("[\\r\\n]+$", "");
        int pathStart = start(line, end(line, start(line, end(line, 0))));
        var written = line.substring(pathStart);
        var decoded = ManifestLine.decode(written);
        if (isThere.test(ListedPath.of(written).value())
                || !isThere.test(ListedPath.of(decoded).value())) decoded = written;
        return line.substring(0, pathStart) + ManifestLine.encode(decoded) + whole.substring(line.length());
    }

    private void line(String line, TagLines lines, Sink sink) throws IOException {
        int urlEnd = end(line, 0);
        int lengthStart = start(line, urlEnd);
        int lengthEnd = end(line, lengthStart);
        int pathStart = start(line, lengthEnd);
        if (urlEnd == 0 || lengthStart == lengthEnd || pathStart == line.length()) {
            say(
                    FETCH_LINE_MALFORMED,
                    lines,
                    line.isBlank()
                            ? "The line is blank. Remove it."
                            : "expected URL, length and path, found " + Quote.of(line) + ".");
            return;
        }
        var url = line.substring(0, urlEnd);
        var length = line.substring(lengthStart, lengthEnd);
        if (!isLength(length)) {
            say(FETCH_LINE_MALFORMED, lines, "expected a length in octets or \"-\", found " + Quote.of(length) + ".");
            return;
        }
        if (!hasScheme(url))
            say(
                    FETCH_URL_MALFORMED,
                    lines,
                    "expected an absolute URL, such as https://example.org/a, found " + Quote.of(url) + ".");
        var written = line.substring(pathStart);
        var path = ListedPath.of(ManifestLine.decode(written));
        if (path.isFolder())
            say(FETCH_LINE_MALFORMED, lines, Quote.of(written) + ": " + path.refusal() + ". Remove the line.");
        else if (path.isRefused())
            say(
                    FETCH_PATH_UNSAFE,
                    lines,
                    Quote.of(written) + ": " + path.refusal()
                            + ". Nothing may be fetched to there. Ask the maker of the bag for one whose paths stay inside.");
        else if (!path.value().startsWith("data/"))
            say(
                    FETCH_PATH_NOT_PAYLOAD,
                    lines,
                    "expected a path that begins with \"data/\", found " + Quote.of(written)
                            + ". Tag files are never fetched.");
        else {
            var literal = ListedPath.of(written);
            sink.item(
                    new FetchItem(url, length(length), path.value(), lines.number()),
                    literal.isRefused() ? path.value() : literal.value());
        }
    }

    private static int start(String line, int from) {
        int at = from;
        while (at < line.length() && isWhite(line.charAt(at))) at++;
        return at;
    }

    private static int end(String line, int from) {
        int at = from;
        while (at < line.length() && !isWhite(line.charAt(at))) at++;
        return at;
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isLength(String text) {
        if (text.equals("-")) return true;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }

    private static OptionalLong length(String text) {
        if (text.equals("-")) return OptionalLong.empty();
        return OptionalLong.of(text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text)); // more than any file has
    }

    /** A scheme, a colon and something after it (RFC 3986, section 3.1); any scheme, known here or not. */
    private static boolean hasScheme(String url) {
        int colon = url.indexOf(':');
        if (colon < 1 || colon + 1 == url.length()) return false;
        for (int i = 0; i < colon; i++) {
            char c = url.charAt(i);
            boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean isOther = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
            if (!isLetter && (i == 0 || !isOther)) return false;
        }
        return true;
    }

    private void say(FindingCode code, TagLines lines, String message) {
        findings.add(code, lines.location(), message);
    }
}
