package org.newsbag.store;

import org.newsbag.finding.FindingCode;

/** How much more than its stored bytes an archive may become: beyond a gibibyte, a thousand times as much is taken for a bomb. */
final class Expansion {
    static final long SMALL = 1L << 30;
    static final int RATIO = 1000;

    private Expansion() {}

    static boolean isBomb(long stored, long expanded) {
        return expanded > SMALL && expanded / RATIO > stored;
    }

    static DamagedArchive bomb(long stored, long expanded) {
        return new DamagedArchive(
                FindingCode.ARCHIVE_BOMB,
                stored + " bytes would become " + expanded + " or more, over " + RATIO
                        + " times as much. It was not read further");
    }
}
