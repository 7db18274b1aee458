package org.newsbag.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * What the directory of a zip says of one entry (APPNOTE, section 4.3.12).
 *
 * @param name its bytes as they stand there
 * @param size of its content in bytes; negative where it is larger than any file could be, as the two that follow
 * @param stored how many bytes its content takes in the archive
 * @param header where its local header begins, counted from the archive's own first byte
 * @param sum CRC-32 of its content
 * @param unixMode type and permissions; 0 where no Unix wrote it
 * @param unicodeName its name in UTF-8 that some packers write beside one in another charset
 */
record ZipRecord(
        byte[] name,
        int flags,
        int method,
        long size,
        long stored,
        long header,
        long sum,
        int unixMode,
        Optional<byte[]> unicodeName) {
    private static final int LENGTH = 46;
    private static final long SIGNATURE = 0x02014b50;
    private static final int UNIX = 3;
    private static final int LARGE = 0x0001;
    private static final int UNICODE_PATH = 0x7075;
    private static final long IN_EXTRA = 0xFFFFFFFFL;

    /** Reads the next record of the directory. */
    static ZipRecord read(InputStream directory) throws IOException {
        var fixed = bytes(directory, LENGTH);
        if (LittleEndian.four(fixed, 0) != SIGNATURE)
            throw new DamagedArchive("something stands in the directory of the zip that is no entry");
        var name = bytes(directory, LittleEndian.two(fixed, 28));
        var extra = new ZipExtra(bytes(directory, LittleEndian.two(fixed, 30)));
        directory.skipNBytes(LittleEndian.two(fixed, 32));
        var large = extra.field(LARGE);
        long size = number(fixed, 24, large);
        long stored = number(fixed, 20, large);
        long header = number(fixed, 42, large);
        return new ZipRecord(
                name,
                LittleEndian.two(fixed, 8),
                LittleEndian.two(fixed, 10),
                size,
                stored,
                header,
                LittleEndian.four(fixed, 16),
                LittleEndian.two(fixed, 4) >> 8 == UNIX ? LittleEndian.two(fixed, 40) : 0,
                extra.field(UNICODE_PATH).flatMap(field -> unicodeName(field, name)));
    }

    boolean isEncrypted() {
        return (flags & 1) != 0;
    }

    boolean isNameUtf8() {
        return (flags & 1 << 11) != 0;
    }

    ZipMethod knownMethod() {
        var known = ZipMethod.getMethodByCode(method);
        return known == null ? ZipMethod.UNKNOWN : known;
    }

    private static byte[] bytes(InputStream directory, int length) throws IOException {
        var bytes = directory.readNBytes(length);
        if (bytes.length < length) throw new DamagedArchive("the directory of the zip is cut off");
        return bytes;
    }

    /** Numbers that do not fit stand in a field of their own, one behind the other, and only those. */
    private static long number(byte[] fixed, int at, Optional<ByteBuffer> large) throws DamagedArchive {
        long number = LittleEndian.four(fixed, at);
        if (number != IN_EXTRA || large.isEmpty()) return number;
        if (large.get().remaining() < Long.BYTES)
            throw new DamagedArchive(
                    "an entry in the directory of the zip is said to be large, and its size is not there");
        return large.get().getLong();
    }

    /** It counts where its sum says that it is of this very name. */
    private static Optional<byte[]> unicodeName(ByteBuffer field, byte[] name) {
        if (field.remaining() < 5 || field.get() != 1) return Optional.empty();
        var sum = new CRC32();
        sum.update(name);
        if ((int) sum.getValue() != field.getInt()) return Optional.empty();
        var unicode = new byte[field.remaining()];
        field.get(unicode);
        return Optional.of(unicode);
    }
}
