package org.newsbag.bag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * A tag file of a stranger's, and the rules it is read by. In an input the first byte chooses the rules, the others are the file.
 *
 * @param choice from 0 to 7, for what else a reader is told
 */
record TagFile(BagDeclaration rules, int choice, byte[] content) {
    private static final List<Charset> CHARSETS =
            List.of(UTF_8, UTF_16, ISO_8859_1, Charset.forName("GB18030"), Charset.forName("ISO-2022-JP"));
    private static final BagVersion DRAFT = new BagVersion(0, 97);

    static TagFile of(byte[] input) {
        int first = input.length == 0 ? 0 : input[0];
        var charset = CHARSETS.get((first >> 4 & 0xF) % CHARSETS.size());
        var rules = new BagDeclaration((first & 8) == 0 ? BagVersion.V1_0 : DRAFT, charset);
        return new TagFile(rules, first & 7, Arrays.copyOfRange(input, Math.min(1, input.length), input.length));
    }

    static byte[] input(int choice, String text) {
        return input(choice, BagVersion.V1_0, UTF_8, text);
    }

    static byte[] input(int choice, BagVersion version, Charset charset, String text) {
        var content = text.getBytes(charset);
        var input = new byte[content.length + 1];
        input[0] = (byte) (CHARSETS.indexOf(charset) << 4 | (version.isBefore1() ? 8 : 0) | choice);
        System.arraycopy(content, 0, input, 1, content.length);
        return input;
    }

    /** Whether it is written as newsbag writes. */
    boolean isOurs() {
        return rules.equals(new BagDeclaration(BagVersion.V1_0, UTF_8));
    }
}
