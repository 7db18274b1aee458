package org.newsbag.store;

import org.newsbag.finding.FindingCode;

/**
 * How much more than its stored bytes an archive may become: beyond a gibibyte, a thousand times as much is taken for a bomb. Counted over all
 * entries, because a thousand small bombs are one.
 */
final class Expansion {
    static final long SMALL = 1L << 30;
    static final int RATIO = 1000;

    private long stored;
    private long expanded;

    /** Counts an entry in; one with which the archive would be a bomb is not counted. */
    void add(long entryStored, long entryExpanded) throws DamagedArchive {
        if (isBomb(entryStored, entryExpanded)) throw bomb(entryStored, entryExpanded);
        long allStored = sum(stored, entryStored);
        long allExpanded = sum(expanded, entryExpanded);
        if (isBomb(allStored, allExpanded)) throw bomb("With the entries before it, ", allStored, allExpanded);
        stored = allStored;
        expanded = allExpanded;
    }

    /** A stranger's number may be negative, or larger than any file. */
    private static long sum(long all, long more) {
        return all + Math.min(Math.max(more, 0), Long.MAX_VALUE - all);
    }

    static boolean isBomb(long stored, long expanded) {
        return expanded > SMALL && expanded / RATIO > stored;
    }

    static DamagedArchive bomb(long stored, long expanded) {
        return bomb("", stored, expanded);
    }

    private static DamagedArchive bomb(String who, long stored, long expanded) {
        return new DamagedArchive(
                FindingCode.ARCHIVE_BOMB,
                who + stored + " bytes would become " + expanded + " or more, over " + RATIO
                        + " times as much. It was not read further");
    }
}
