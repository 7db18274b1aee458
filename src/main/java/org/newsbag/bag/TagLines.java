package org.newsbag.bag;

import static org.newsbag.finding.FindingCode.TAG_FILE_BYTE_ORDER_MARK;
import static org.newsbag.finding.FindingCode.TAG_FILE_LINE_TOO_LONG;
import static org.newsbag.finding.FindingCode.TAG_FILE_NOT_DECODABLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Location;

/**
 * The lines of a tag file, ended by LF, CR or CRLF (RFC 8493, section 2.1.1 and after). Decoding is strict: bytes that are not of the charset are
 * a finding and end the file with the line before them, however the bytes come in. A byte order mark before UTF-8 is a finding and is skipped.
 */
final class TagLines {
    /** No path and no value is as long; a line beyond is no line but something else. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 14;

    private final String file;
    private final InputStream content;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final Findings findings;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final char[] buffer = new char[BUFFER];
    private final CharBuffer chars = CharBuffer.wrap(buffer);
    private boolean isAllRead;
    private boolean isUndecodable;
    private boolean isFlushed;
    private int at;
    private int end;
    private boolean afterReturn;
    private boolean ended;
    private boolean isWhole = true;
    private int number;

    TagLines(String file, InputStream content, Charset charset, Findings findings) {
        this.file = file;
        this.charset = charset;
        this.findings = findings;
        this.content = content;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The number of the line that {@link #next} gave last, from 1. */
    int number() {
        return number;
    }

    Location location() {
        return Location.line(file, number);
    }

    /** Whether all of the file could be read as lines; said once there is none left. */
    boolean isWhole() {
        return isWhole;
    }

    /** The next line without its end; null after the last one, or where the rest cannot be read as text. */
    String next() throws IOException {
        StringBuilder begun = null;
        while (!ended) {
            if (at == end && !fill()) return begun == null || ended ? null : line(begun.toString());
            boolean isRest = afterReturn && buffer[at] == '\n';
            afterReturn = false;
            if (isRest) {
                at++;
                continue;
            }
            int stop = at;
            while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') stop++;
            if (stop == end || begun != null) {
                if (begun == null) begun = new StringBuilder();
                begun.append(buffer, at, stop - at);
                if (begun.length() > LONGEST) return tooLong();
            }
            var whole = stop < end && begun == null ? new String(buffer, at, stop - at) : null;
            at = stop;
            if (stop == end) continue;
            afterReturn = buffer[at++] == '\r';
            return line(whole == null ? begun.toString() : whole);
        }
        return null;
    }

    private String line(String text) {
        number++;
        if (number > 1 || text.isEmpty() || text.charAt(0) != '\uFEFF') return text;
        if (charset.equals(StandardCharsets.UTF_8))
            findings.add(
                    TAG_FILE_BYTE_ORDER_MARK,
                    Location.of(file),
                    "The file begins with a byte order mark (EF BB BF), which UTF-8 tag files must not have. Save it without.");
        return text.substring(1);
    }

    private String tooLong() {
        findings.add(
                TAG_FILE_LINE_TOO_LONG,
                Location.line(file, number + 1),
                "The line is longer than " + LONGEST
                        + " characters. What follows was not read: this is no tag file, or its line ends were lost. Restore it from another copy of the bag.");
        cutOff();
        return null;
    }

    private void cutOff() {
        ended = true;
        isWhole = false;
    }

    /** Whether there is more; a line that was begun at the end of the file is a line too. */
    private boolean fill() throws IOException {
        chars.clear();
        while (chars.position() == 0 && !isUndecodable && !isFlushed) {
            var result = decoder.decode(bytes, chars, isAllRead);
            isUndecodable = result.isError();
            if (!result.isUnderflow() || chars.position() > 0) continue;
            if (isAllRead) {
                decoder.flush(chars);
                isFlushed = true;
            } else readMore();
        }
        at = 0;
        end = chars.position();
        if (end == 0 && isUndecodable) tellUndecodable();
        return end > 0;
    }

    private void readMore() throws IOException {
        bytes.compact();
        int count = content.read(bytes.array(), bytes.position(), bytes.remaining());
        isAllRead = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    private void tellUndecodable() {
        findings.add(
                TAG_FILE_NOT_DECODABLE,
                Location.line(file, number + 1),
                "There are bytes that are not "
                        + charset.name()
                        + (file.equals(BagDeclaration.FILE_NAME)
                                ? ", the charset of this file whatever it declares. Save it as UTF-8 without a byte order mark. What follows was not read."
                                : ", the charset that bagit.txt declares. Save the file in that charset, or declare the one it is in. What follows was not read."));
        cutOff();
    }
}
