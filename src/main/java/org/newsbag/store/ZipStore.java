package org.newsbag.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.newsbag.finding.Findings;

/** A bag in a zip: its directory tells where each entry lies. */
final class ZipStore implements BagStore {
    private final ArchiveFile file;
    private final Inflaters inflaters = new Inflaters();
    private volatile List<ZipPlace> places = List.of();

    ZipStore(ArchiveFile file) {
        this.file = file;
    }

    @Override
    public Serialization form() {
        return Serialization.ZIP;
    }

    @Override
    public Reach list(EntrySink sink, Findings findings) throws IOException {
        var directory = new ZipDirectory(file, findings);
        var reach = directory.read();
        places = directory.places();
        var base = directory.members().judge(file.name(), form(), reach);
        directory.members().giveTo(sink, base);
        return reach;
    }

    @Override
    public InputStream open(StoredEntry entry) throws IOException {
        if (!entry.isFile()) throw new IllegalArgumentException("not a file: " + entry);
        return places.get((int) entry.position()).open(file, entry, inflaters);
    }

    @Override
    public boolean isRandomAccess() {
        return true;
    }

    @Override
    public void close() throws IOException {
        inflaters.close();
        file.close();
    }
}
