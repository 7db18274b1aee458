package org.newsbag.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The short way for plain text: a decoder and nothing else touches its bytes. */
final class PlainText {
    private static final double TOLERATED_CONTROLS = 0.02;

    private final Limits limits;
    private final LanguageGuess languages;

    PlainText(Limits limits, LanguageGuess languages) {
        this.limits = limits;
        this.languages = languages;
    }

    Extraction read(Path file, Identified type) throws IOException {
        byte[] bytes;
        boolean cut;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(limits.plainBytes());
            cut = bytes.length == limits.plainBytes() && in.read() >= 0;
        }
        int length = cut ? Decoder.wholeCharacters(bytes, bytes.length) : bytes.length;
        var decoded = Decoder.decode(bytes, length, Optional.empty());
        var text = Texts.clean(decoded.text());
        if (!isText(text)) return noText();
        var kept = Texts.cut(text, limits.characters());
        cut |= kept.length() < text.length();
        var outcome = cut ? Outcome.TRUNCATED : kept.isBlank() ? Outcome.EMPTY : Outcome.EXTRACTED;
        return new Extraction(
                outcome,
                detail(outcome),
                type,
                Optional.of(decoded.charset()),
                kept.isBlank() ? Optional.empty() : Optional.of(languages.of(kept)),
                kept,
                List.of(),
                List.of());
    }

    private String detail(Outcome outcome) {
        return switch (outcome) {
            case TRUNCATED ->
                "The text was cut at the limit of " + limits.plainBytes() + " bytes or " + limits.characters()
                        + " characters.";
            case EMPTY -> "The file holds white space only.";
            default -> "";
        };
    }

    private static Extraction noText() {
        return Extraction.without(
                Outcome.UNSUPPORTED,
                "The name says text, the bytes do not.",
                new Identified("application/octet-stream", Sniffer.BY_CONTENT));
    }

    /** Whether hardly any control characters stand in the text other than those of layout. */
    private static boolean isText(String text) {
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\f' && c != 0x1A && c != 0x1B
                    || c >= 0x7F && c < 0xA0 && c != 0x85) controls++;
        }
        return controls <= TOLERATED_CONTROLS * text.length();
    }
}
