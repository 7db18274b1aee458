package org.newsbag.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** Tells what a stranger's bag is by its first bytes, whatever it is called. */
final class FormByContent {
    private static final int RECORD = 512;

    private FormByContent() {}

    static BagStore open(Path bag) throws IOException, UnknownForm {
        var attributes = Files.readAttributes(bag, BasicFileAttributes.class);
        if (attributes.isDirectory()) return FolderStore.open(bag);
        if (!attributes.isRegularFile()) throw new UnknownForm(bag, "a pipe, a socket or a device");
        var file = ArchiveFile.open(bag);
        boolean opened = false;
        try {
            var store = store(file);
            opened = true;
            return store;
        } finally {
            if (!opened) file.close();
        }
    }

    private static BagStore store(ArchiveFile file) throws IOException, UnknownForm {
        var start = new byte[RECORD];
        int length = Math.max(0, file.read(start, 0, RECORD, 0));
        if (length == 0) throw new UnknownForm(file.path(), "an empty file");
        if (begins(start, 'P', 'K', 3, 4) || begins(start, 'P', 'K', 5, 6)) return new ZipStore(file);
        if (begins(start, 0x1F, 0x8B)) return compressed(file, Serialization.TAR_GZ);
        if (begins(start, 0x28, 0xB5, 0x2F, 0xFD)) return compressed(file, Serialization.TAR_ZST);
        if (begins(start, 0xFD, '7', 'z', 'X', 'Z', 0)) return compressed(file, Serialization.TAR_XZ);
        if (isTar(start, length)) return new TarStore(file);
        if (ZipEnd.isThere(file)) return new ZipStore(file); // behind something else, such as a program that unpacks it
        throw new UnknownForm(file.path(), "a file of another kind (" + file.size() + " bytes)");
    }

    /** What does not decompress is left to the listing, which tells the damage; what does must begin as a tar. */
    private static BagStore compressed(ArchiveFile file, Serialization form) throws IOException, UnknownForm {
        var start = new byte[RECORD];
        int length;
        try (var in = Decompression.of(file, form)) {
            length = in.readNBytes(start, 0, RECORD);
        } catch (IOException | RuntimeException e) { // a library meets bytes from strangers
            if (ReadFault.sort(e, "") instanceof ReadFault fault) throw fault;
            return new CompressedTarStore(file, form);
        }
        if (!isTar(start, length))
            throw new UnknownForm(file.path(), form.id() + " compression of something that is no tar");
        return new CompressedTarStore(file, form);
    }

    /** A header whose sum is right, or the empty record that ends a tar without entries. */
    private static boolean isTar(byte[] start, int length) {
        if (length < RECORD) return false;
        boolean zero = true;
        for (var b : start) zero &= b == 0;
        try {
            return zero || TarUtils.verifyCheckSum(start);
        } catch (IllegalArgumentException e) {
            return false; // where the sum would stand there is no number
        }
    }

    private static boolean begins(byte[] start, int... magic) {
        for (int i = 0; i < magic.length; i++) if ((start[i] & 0xFF) != magic[i]) return false;
        return true;
    }
}
