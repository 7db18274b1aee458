package org.newsbag.bag;

import java.util.Optional;

/** A version of the BagIt specification, such as 0.97 or 1.0. */
public record BagVersion(int major, int minor) {
    public static final BagVersion V1_0 = new BagVersion(1, 0);

    private static final int FIRST_DRAFT = 93;
    private static final int LAST_DRAFT = 97;

    /** Reads {@code M.N}, decimal digits only (RFC 8493, section 2.1.1); empty where the text is not of that form. */
    static Optional<BagVersion> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 1 || !isNumber(text, 0, dot) || !isNumber(text, dot + 1, text.length())) return Optional.empty();
        return Optional.of(
                new BagVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1))));
    }

    /** Whether newsbag knows the rules of this version. */
    public boolean isSupported() {
        return major == 0 ? minor >= FIRST_DRAFT && minor <= LAST_DRAFT : major == 1 && minor == 0;
    }

    /** Whether the looser rules of the drafts before RFC 8493 hold. */
    public boolean isBefore1() {
        return major < 1;
    }

    /** Whether the metadata of the bag stand in {@code package-info.txt} with {@code Packing-Date} and {@code Package-Size}. */
    public boolean hasPackageInfo() {
        return isBefore1() && minor <= 95;
    }

    private static boolean isNumber(String text, int from, int to) {
        if (from >= to || to - from > 6 || text.charAt(from) == '0' && to - from > 1) return false;
        for (int i = from; i < to; i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
