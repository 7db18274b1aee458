package org.newsbag;

import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;
import org.quicktheories.generators.SourceDSL;

/** Random texts for property tests, full of what breaks parsers: line breaks, percent signs, spaces, Arabic in both normal forms, astral letters. */
public final class AwkwardText {
    private static final List<String> PIECES = List.of(
            "\n",
            "\r",
            "\r\n",
            "%",
            "%25",
            "%0A",
            "%0d",
            "%250A",
            " ",
            "  ",
            "\t",
            ":",
            ";",
            "; ",
            ",",
            "\"",
            "'",
            "=",
            "\\",
            "~",
            ".",
            "\u0085",
            "\u2028",
            "\u00A0",
            "\uFEFF",
            "\u200F",
            "\u202E",
            "\u0000",
            "\u001B",
            "\u007F",
            "\uFFFD",
            "\uFFFF",
            "\u0623",
            "\u0627\u0654",
            "\u0640",
            "é",
            "e\u0301",
            "新华社",
            "𝒜",
            "😀",
            "\uDBFF\uDFFF",
            "a",
            "B",
            "longer words in a row ");

    private AwkwardText() {}

    /** Any text without unpaired surrogates. */
    public static Gen<String> texts() {
        return SourceDSL.lists().of(pieces()).ofSizeBetween(0, 24).map(pieces -> String.join("", pieces));
    }

    /** Names that a POSIX file system takes: neither empty, {@code .} nor {@code ..}; no slash, no NUL. */
    public static Gen<String> fileNames() {
        return texts().map(text -> text.replace("/", "").replace("\0", ""))
                .map(name -> name.isEmpty() || name.equals(".") || name.equals("..") ? "x" + name : name);
    }

    /** Texts that may be the value of a tag: one line by any reader's idea of a line, without control characters but tabs. */
    public static Gen<String> tagValues() {
        return texts().map(text -> text.replaceAll("[\\x00-\\x08\\x0A-\\x1F\\x7F-\\x9F\\u2028\\u2029]", " "));
    }

    private static Gen<String> pieces() {
        var letters = SourceDSL.integers()
                .between(1, Character.MAX_CODE_POINT)
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? c + 0x10000 : c)
                .map(Character::toString);
        return Generate.pick(PIECES).mix(letters, 30);
    }
}
