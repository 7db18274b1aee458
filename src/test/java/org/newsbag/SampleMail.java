package org.newsbag;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The sample e-mail: an Arabic text and one attached text, with encoded headers (RFC 2045, 2047 and 2231). */
final class SampleMail {
    private static final String BOUNDARY = "=_sample-boundary-regatta";

    private static final String SENDER = "بوابة المرفأ الجديد";
    private static final String SUBJECT = "سباق لا يفوز فيه الأول يفتتح مهرجان القوارب الشراعية";
    private static final String ATTACHMENT = "برنامج-المهرجان.txt";

    /** A header line with encoded words holds at most 76 characters: 39 bytes are 52 of them. */
    private static final int ENCODED_WORD_BYTES = 39;

    private SampleMail() {}

    static byte[] of(String text, String programme) {
        var lines = List.of(
                "From: " + encodedWords(SENDER) + "\r\n <desk@marfa.example>",
                "To: <editors@archive.example>",
                "Subject: " + encodedWords(SUBJECT),
                "Date: Wed, 05 Nov 2025 08:15:00 +0200",
                "Message-ID: <regatta-2025-11-05@marfa.example>",
                "MIME-Version: 1.0",
                "Content-Language: ar",
                "Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"",
                "",
                "--" + BOUNDARY,
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64",
                "",
                base64(text),
                "--" + BOUNDARY,
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Disposition: attachment;",
                " filename*=UTF-8''" + percentEncoded(ATTACHMENT),
                "Content-Transfer-Encoding: base64",
                "",
                base64(programme),
                "--" + BOUNDARY + "--",
                "");
        return String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(String text) {
        var canonical = text.replace("\n", "\r\n");
        return Base64.getMimeEncoder().encodeToString(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** Split between letters, never within one: each encoded word must be readable by itself. */
    private static String encodedWords(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (var letter : text.codePoints().mapToObj(Character::toString).toList()) {
            if (utf8(word + letter).length > ENCODED_WORD_BYTES) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.append(letter);
        }
        words.add(word.toString());
        return String.join("\r\n ", words.stream().map(SampleMail::encodedWord).toList());
    }

    private static String encodedWord(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8(text)) + "?=";
    }

    private static String percentEncoded(String name) {
        var encoded = new StringBuilder();
        for (byte b : utf8(name)) {
            if (b > ' ' && b != '%') encoded.append((char) b);
            else encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return encoded.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
