package org.newsbag.store;

import java.io.IOException;
import java.io.InputStream;
import org.newsbag.finding.Findings;

/** A bag in a tar that is not compressed: every file is a stretch of it. */
final class TarStore implements BagStore {
    private final ArchiveFile file;

    TarStore(ArchiveFile file) {
        this.file = file;
    }

    @Override
    public Serialization form() {
        return Serialization.TAR;
    }

    @Override
    public Reach list(EntrySink sink, Findings findings) throws IOException {
        var reader = reader(0, findings);
        var members = new Members(findings);
        for (var member = reader.next(); member.isPresent(); member = reader.next())
            members.add(reader.pass(member.get()));
        var base = members.judge(file.name(), form(), reader.reach());
        members.giveTo(sink, base);
        return reader.reach();
    }

    @Override
    public InputStream open(StoredEntry entry) throws IOException {
        if (!entry.isFile()) throw new IllegalArgumentException("not a file: " + entry);
        if (entry.position() >= 0)
            return new CheckedContent(file.slice(entry.position(), entry.size()), entry.path(), entry.size(), () -> {});
        return sparse(entry);
    }

    /** The holes of a sparse file are only known to who reads its header; its position is where the entry before it ends. */
    private InputStream sparse(StoredEntry entry) throws IOException {
        var reader = reader(-entry.position() - 1, new Findings());
        for (var member = reader.next(); member.isPresent(); member = reader.next()) {
            if (reader.isSparse()) return reader.content(member.get());
            reader.pass(member.get());
        }
        throw new DamagedArchive(entry.path() + ": the entry is no longer where it was listed");
    }

    private TarReader reader(long from, Findings findings) {
        return TarReader.leaping(file.name(), file.slice(from, Long.MAX_VALUE), findings);
    }

    @Override
    public boolean isRandomAccess() {
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
