package org.newsbag.store;

import java.io.InputStream;

/** The content of a file that could not be opened, because its archive is damaged: whoever reads it meets the damage. */
final class DamagedContent extends InputStream {
    private final DamagedArchive damage;

    DamagedContent(DamagedArchive damage) {
        this.damage = damage;
    }

    @Override
    public int read() throws DamagedArchive {
        throw damage;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws DamagedArchive {
        throw damage;
    }
}
