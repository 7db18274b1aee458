package org.newsbag.ledger;

import java.util.regex.Pattern;

/**
 * A short text that vouches for all that a ledger held at some moment, to be kept elsewhere: {@code newsbag:LEDGER:SIZE:ROOT}.
 *
 * @param ledger the identifier of the ledger
 * @param size how many events it held
 * @param root of the Merkle tree of their hashes, in hexadecimal
 */
public record Checkpoint(String ledger, long size, String root) {
    private static final Pattern FORM = Pattern.compile("newsbag:([0-9a-f]{32}):([1-9][0-9]{0,14}):([0-9a-f]{64})");

    /** @throws IllegalArgumentException where it is none */
    public static Checkpoint parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches())
            throw new IllegalArgumentException(
                    "expected the line that newsbag audit checkpoint printed, newsbag:LEDGER:SIZE:ROOT, found \"" + text
                            + "\"");
        return new Checkpoint(form.group(1), Long.parseLong(form.group(2)), form.group(3));
    }

    @Override
    public String toString() {
        return "newsbag:" + ledger + ":" + size + ":" + root;
    }
}
