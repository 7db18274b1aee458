package org.newsbag.store;

import java.util.function.IntPredicate;

/** Finds bytes among bytes in one pass (Knuth, Morris and Pratt): a stranger chooses both, and can make them almost repeat without end. */
final class Occurrences {
    private Occurrences() {}

    /**
     * Whether the wanted bytes begin at some place that suits.
     *
     * @param wanted at least one byte
     */
    static boolean any(byte[] bytes, byte[] wanted, IntPredicate suits) {
        var borders = borders(wanted);
        int matched = 0;
        for (int i = 0; i < bytes.length; i++) {
            while (matched > 0 && bytes[i] != wanted[matched]) matched = borders[matched];
            if (bytes[i] == wanted[matched]) matched++;
            if (matched < wanted.length) continue;
            if (suits.test(i + 1 - matched)) return true;
            matched = borders[matched];
        }
        return false;
    }

    /** For each length of a beginning, how much of it stands at its end again. */
    private static int[] borders(byte[] wanted) {
        var borders = new int[wanted.length + 1];
        int border = 0;
        for (int length = 2; length <= wanted.length; length++) {
            byte last = wanted[length - 1];
            while (border > 0 && last != wanted[border]) border = borders[border];
            if (last == wanted[border]) border++;
            borders[length] = border;
        }
        return borders;
    }
}
