package org.newsbag.store;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes under a tar reader. While a header is read they are kept, up to a limit, because the reader tells neither all that stood there nor stops. */
final class HeaderBytes extends FilterInputStream {
    /** More than one entry's headers ever need; extended attributes are the longest. */
    static final int LIMIT = 1 << 20;

    private static final int RECORD = 512;
    /** Only a name of no more than the bytes of both fields, and the slash between, can be parted between name and prefix. */
    private static final int LONGEST_PARTED = 100 + 1 + 155;

    private static final byte[] PATH = "path=".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(RECORD);
    private boolean keeping;
    private int before;
    private long count;

    HeaderBytes(InputStream in) {
        super(in);
    }

    /** @param padding how many bytes come first that belong to the entry before */
    void keep(int padding) {
        kept.reset();
        keeping = true;
        before = padding;
    }

    void release() {
        keeping = false;
    }

    /** How many bytes were read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            count++;
            if (keeping) grow(new byte[] {(byte) b}, 0, 1);
        }
        return b;
    }

    /** As many bytes as are asked for, if there are so many: the library takes fewer for the end of a sparse file. */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = in.readNBytes(target, offset, length);
        count += n;
        if (keeping) grow(target, offset, n);
        return n == 0 && length > 0 ? -1 : n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void grow(byte[] bytes, int offset, int length) throws DamagedArchive {
        if (kept.size() + length > LIMIT)
            throw new DamagedArchive("the headers of one entry are longer than " + LIMIT + " bytes");
        int foreign = Math.min(before, length);
        before -= foreign;
        kept.write(bytes, offset + foreign, length - foreign);
    }

    boolean isEmpty() {
        return kept.size() == 0;
    }

    boolean isWhole() {
        return kept.size() % RECORD == 0;
    }

    boolean isZero() {
        for (var b : kept.toByteArray()) if (b != 0) return false;
        return true;
    }

    /** Whether a name with ? or U+FFFD truly has them, or the reader put them in the place of bytes that are not UTF-8. */
    boolean spells(String name) {
        if (!isDoubtful(name)) return true;
        var bytes = kept.toByteArray();
        // The reader gives every folder a slash at its end.
        if (holds(bytes, name.endsWith("/") ? name.substring(0, name.length() - 1) : name)) return true;
        if (name.length() > LONGEST_PARTED) return false;
        for (var segment : name.split("/")) if (isDoubtful(segment) && !holds(bytes, segment)) return false;
        return true;
    }

    /** In an extended header the reader writes U+FFFD, elsewhere a question mark. */
    private static boolean isDoubtful(String name) {
        return name.indexOf('?') >= 0 || name.indexOf('\uFFFD') >= 0;
    }

    private static boolean holds(byte[] bytes, String text) {
        return Occurrences.any(bytes, text.getBytes(StandardCharsets.UTF_8), place -> true);
    }

    /** Whether a long name began with slashes, which the reader takes away. */
    boolean spellsAbsolute(String name) {
        if (kept.size() <= RECORD) return false;
        var bytes = kept.toByteArray();
        return Occurrences.any(bytes, ("/" + name).getBytes(StandardCharsets.UTF_8), place -> {
            int start = place;
            while (start > 0 && bytes[start - 1] == '/') start--;
            return start % RECORD == 0 && start > 0 || endsIn(PATH, bytes, start);
        });
    }

    private static boolean endsIn(byte[] wanted, byte[] bytes, int end) {
        int start = end - wanted.length;
        return start >= 0 && Arrays.equals(bytes, start, end, wanted, 0, wanted.length);
    }
}
