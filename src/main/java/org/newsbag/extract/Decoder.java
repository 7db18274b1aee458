package org.newsbag.extract;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the charset of a text and decodes it: byte order mark, then what is declared where the bytes do not contradict it, then UTF-16
 * by plausibility, strict UTF-8, legacy Arabic by its article, and the statistics of ICU4J last. Stock chains of detectors read legacy Arabic
 * as Cyrillic or Mac charsets.
 */
final class Decoder {
    private static final int SAMPLE = 1 << 16;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Charsets that mail programs and servers declare without looking. */
    private static final Set<String> DECLARED_BLINDLY = Set.of("US-ASCII", "ISO-8859-1", "windows-1252");

    private Decoder() {}

    static Decoded decode(byte[] bytes, int length, Optional<String> declared) {
        var marked = byMark(bytes, length);
        if (marked.isPresent()) return marked.get();
        var asDeclared = declared.flatMap(Decoder::charset).flatMap(charset -> asDeclared(bytes, length, charset));
        if (asDeclared.isPresent()) return asDeclared.get();
        var wide = Utf16.guess(bytes, Math.min(length, SAMPLE));
        if (wide.isPresent()) {
            var text = new String(bytes, 0, length, wide.get());
            return new Decoded(text, new Identified(wide.get().name(), "plausible at even and odd bytes"));
        }
        return utf8(bytes, length).orElseGet(() -> byStatistics(bytes, length));
    }

    /** The charset of a name as it stands in a header; empty for a name that is unknown here. */
    static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name.strip().replace("\"", "").replace("'", "")));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<Decoded> byMark(byte[] bytes, int length) {
        Charset charset = null;
        int mark = 0;
        if (startsWith(bytes, length, 0xEF, 0xBB, 0xBF)) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if (startsWith(bytes, length, 0xFF, 0xFE, 0, 0)) {
            charset = Charset.forName("UTF-32LE");
            mark = 4;
        } else if (startsWith(bytes, length, 0, 0, 0xFE, 0xFF)) {
            charset = Charset.forName("UTF-32BE");
            mark = 4;
        } else if (startsWith(bytes, length, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (startsWith(bytes, length, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        if (charset == null) return Optional.empty();
        var text = new String(bytes, mark, length - mark, charset);
        return Optional.of(new Decoded(text, new Identified(charset.name(), "byte order mark")));
    }

    private static Optional<Decoded> asDeclared(byte[] bytes, int length, Charset charset) {
        if (DECLARED_BLINDLY.contains(charset.name())) {
            var utf8 = utf8(bytes, length);
            if (utf8.isPresent()) return utf8;
            if (charset.equals(StandardCharsets.US_ASCII)) return Optional.empty();
            if (LegacyArabic.guess(bytes, Math.min(length, SAMPLE)).isPresent()) return Optional.empty();
            // What is declared as ISO-8859-1 is windows-1252 in practice, and so the WHATWG has it.
            charset = WINDOWS_1252;
        }
        var used = charset;
        return strict(bytes, length, used).map(text -> new Decoded(text, new Identified(used.name(), "declared")));
    }

    private static Optional<Decoded> utf8(byte[] bytes, int length) {
        return strict(bytes, length, StandardCharsets.UTF_8)
                .map(text -> new Decoded(
                        text,
                        text.length() == length
                                ? new Identified("US-ASCII", "content")
                                : new Identified("UTF-8", "well-formed")));
    }

    private static Decoded byStatistics(byte[] bytes, int length) {
        int sample = Math.min(length, SAMPLE);
        var arabic = LegacyArabic.guess(bytes, sample);
        if (arabic.isPresent()) return statistics(new String(bytes, 0, length, arabic.get()), arabic.get());
        var detector = new CharsetDetector().setText(Arrays.copyOf(bytes, sample));
        for (var match : detector.detectAll()) {
            var name = match.getName();
            if (name.startsWith("UTF-") || name.startsWith("IBM")) continue;
            var charset = charset(name)
                    .map(found -> LegacyArabic.isArabic(found)
                            ? LegacyArabic.better(bytes, sample)
                            : found.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : found);
            var text = charset.flatMap(found -> strict(bytes, length, found));
            if (text.isPresent()) return statistics(text.get(), charset.get());
        }
        // ISO-8859-1 gives every byte a character: nothing is lost, and whoever knows better can go back to the bytes.
        return new Decoded(
                new String(bytes, 0, length, StandardCharsets.ISO_8859_1), new Identified("ISO-8859-1", "last resort"));
    }

    private static Decoded statistics(String text, Charset charset) {
        return new Decoded(text, new Identified(charset.name(), "statistics"));
    }

    /** The text, unless a byte means nothing in this charset. */
    private static Optional<String> strict(byte[] bytes, int length, Charset charset) {
        var text = new String(bytes, 0, length, charset);
        if (text.indexOf('\uFFFD') < 0) return Optional.of(text);
        try {
            // A replacement character may stand in the text itself; a decoder that reports knows.
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, int length, int... mark) {
        if (length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    /** The length without a UTF-8 sequence that the end of a cut cuts in two; even, so that UTF-16 is not cut either. */
    static int wholeCharacters(byte[] bytes, int length) {
        int end = length;
        for (int back = 1; back <= 3 && back <= length; back++) {
            int b = bytes[length - back] & 0xFF;
            if (b >= 0xC0) {
                end = length - back;
                break;
            }
            if (b < 0x80) break;
        }
        return end == length ? end & ~1 : end;
    }

    /** The charset that a media type carries as its parameter. */
    static Optional<String> declaredIn(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) return Optional.empty();
        var rest = contentType.substring(at + "charset=".length());
        int end = rest.indexOf(';');
        var name = (end < 0 ? rest : rest.substring(0, end)).strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
