package org.newsbag.store;

/** The record at the very end of a zip, which may be followed by nothing but its own comment. */
final class ZipEnd {
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private ZipEnd() {}

    /** How many bytes stand behind the last record of that kind and its comment. */
    static long bytesBehind(ArchiveFile file) throws ReadFault {
        int length = (int) Math.min(file.size(), LENGTH + LONGEST_COMMENT);
        var tail = new byte[length];
        long from = file.size() - length;
        file.read(tail, 0, length, from);
        for (int i = length - LENGTH; i >= 0; i--)
            if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6)
                return length - i - LENGTH - (tail[i + 20] & 0xFF | (tail[i + 21] & 0xFF) << 8);
        return 0;
    }
}
