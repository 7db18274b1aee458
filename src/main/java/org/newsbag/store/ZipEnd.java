package org.newsbag.store;

import java.io.IOException;

/**
 * What the end of a zip says of its directory (APPNOTE, sections 4.3.14 to 4.3.16).
 *
 * @param directory where the directory begins in the file
 * @param length of the directory in bytes
 * @param entries how many it has
 * @param exact whether that number is the whole one; else its lowest 16 bits
 * @param before how many bytes stand before the archive's own first byte
 * @param behind how many bytes follow the end that are no comment
 */
record ZipEnd(long directory, long length, long entries, boolean exact, long before, long behind) {
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 20;
    private static final int LARGE_LENGTH = 56;
    private static final long END = 0x06054b50;
    private static final long LARGE_END = 0x06064b50;
    private static final long LARGE_LOCATOR = 0x07064b50;

    static ZipEnd of(ArchiveFile file) throws IOException {
        var tail = new byte[(int) Math.min(file.size(), LOCATOR + LENGTH + LONGEST_COMMENT)];
        long from = file.size() - tail.length;
        file.read(tail, 0, tail.length, from);
        int at = last(tail);
        if (at < 0) throw new DamagedArchive("the end of the zip is not there, so it may be cut off");
        long behind = tail.length - at - LENGTH - LittleEndian.two(tail, at + 20);
        if (behind < 0) throw new DamagedArchive("the comment at the end of the zip is cut off");
        int locator = at - LOCATOR;
        return locator >= 0 && LittleEndian.four(tail, locator) == LARGE_LOCATOR
                ? large(file, from + locator, LittleEndian.eight(tail, locator + 8), behind)
                : small(tail, at, from + at, behind);
    }

    /** The last end whose comment ends with the file, since a comment may hold what looks like one; else the last of all; -1 where there is none. */
    private static int last(byte[] tail) {
        int last = -1;
        for (int at = tail.length - LENGTH; at >= 0; at--) {
            if (LittleEndian.four(tail, at) != END) continue;
            if (at + LENGTH + LittleEndian.two(tail, at + 20) == tail.length) return at;
            last = Math.max(last, at);
        }
        return last;
    }

    /** Whether a file ends as a zip does, however it begins. */
    static boolean isThere(ArchiveFile file) throws IOException {
        try {
            return of(file).entries() > 0;
        } catch (DamagedArchive e) {
            return false;
        }
    }

    private static ZipEnd small(byte[] tail, int at, long place, long behind) throws DamagedArchive {
        return placed(
                place,
                LittleEndian.four(tail, at + 12),
                LittleEndian.four(tail, at + 16),
                LittleEndian.two(tail, at + 10),
                LittleEndian.two(tail, at + 4),
                behind,
                false);
    }

    /** @param locator where the record stands that tells where the larger end is: right behind that, or behind its further fields */
    private static ZipEnd large(ArchiveFile file, long locator, long told, long behind) throws IOException {
        var end = new byte[LARGE_LENGTH];
        long place = locator - LARGE_LENGTH;
        if (!isLargeEnd(file, place, end)) place = told;
        if (!isLargeEnd(file, place, end))
            throw new DamagedArchive("the end of the zip for large archives is not where it is said to be");
        return placed(
                place,
                LittleEndian.eight(end, 40),
                LittleEndian.eight(end, 48),
                LittleEndian.eight(end, 32),
                LittleEndian.four(end, 16),
                behind,
                true);
    }

    private static boolean isLargeEnd(ArchiveFile file, long place, byte[] end) throws ReadFault {
        return place >= 0
                && place <= file.size() - LARGE_LENGTH
                && file.read(end, 0, LARGE_LENGTH, place) == LARGE_LENGTH
                && LittleEndian.four(end, 0) == LARGE_END;
    }

    /** The directory ends where the end begins: that holds also where something was put before the archive, such as a program that unpacks it. */
    private static ZipEnd placed(
            long place, long length, long told, long entries, long disk, long behind, boolean exact)
            throws DamagedArchive {
        if (disk != 0) throw new DamagedArchive("this is one part of a zip in several; join them first");
        long directory = place - length;
        long before = directory - told;
        if (length < 0 || directory < 0 || before < 0 || told < 0)
            throw new DamagedArchive("the end of the zip says that its directory has " + Long.toUnsignedString(length)
                    + " bytes from byte " + Long.toUnsignedString(told) + " on, which cannot be");
        return new ZipEnd(directory, length, entries, exact, before, behind);
    }

    /** Whether the directory has as many entries as its end says. */
    boolean counts(long found) {
        return exact ? found == entries : (found & 0xFFFF) == entries;
    }
}
