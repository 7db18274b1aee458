package org.newsbag.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsbag.finding.Findings;

/**
 * A bag in a compressed tar, read from its beginning each time. The tag files that every check begins with are kept in memory while it is
 * listed, up to a limit, so that two passes are enough. A position is the number of the entry.
 */
final class CompressedTarStore implements BagStore {
    /** How many bytes of tag files are kept. */
    static final int KEPT = 64 << 20;

    private static final Pattern TAG_FILE =
            Pattern.compile("([^/]+/)?(bagit|bag-info|package-info|fetch|manifest-[^/]*|tagmanifest-[^/]*)\\.txt");

    private final ArchiveFile file;
    private final Serialization form;
    private final Map<Long, byte[]> kept = new HashMap<>();
    private Predicate<String> trusted = place -> true;
    private Map<Long, List<Member>> further = Map.of();
    private BaseDirectory base = new BaseDirectory("");

    CompressedTarStore(ArchiveFile file, Serialization form) {
        this.file = file;
        this.form = form;
    }

    @Override
    public Serialization form() {
        return form;
    }

    @Override
    public synchronized Reach list(EntrySink sink, Findings findings) throws IOException {
        var members = new Members(findings);
        kept.clear();
        Reach reach;
        try (var in = Decompression.of(file, form)) {
            var reader = TarReader.inSequence(file.name(), in, findings);
            int room = KEPT;
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                var member = next.get();
                if (isTagFile(member) && member.size() <= room) room -= keep(member, reader);
                members.add(reader.pass(member));
            }
            reach = reader.reach();
        } catch (IOException e) {
            var sorted = ReadFault.sort(e, "it cannot be decompressed");
            if (!(sorted instanceof DamagedArchive damage)) throw sorted;
            findings.add(damage.code(), file.name(), damage.getMessage() + ". Take the archive from another copy.");
            reach = Reach.PARTIAL;
        }
        base = members.judge(file.name(), form, reach);
        trusted = members.trust();
        further = members.further();
        members.giveTo(sink, base);
        return reach;
    }

    private static boolean isTagFile(Member member) {
        return member.kind() == StoredEntry.Kind.FILE
                && TAG_FILE.matcher(member.place()).matches();
    }

    private int keep(Member member, TarReader reader) throws IOException {
        try {
            var bytes = reader.content(member).readAllBytes();
            kept.put(member.position(), bytes);
            return bytes.length;
        } catch (DamagedArchive e) {
            return 0; // the reader meets the same damage when it passes the entry, and tells it
        }
    }

    @Override
    public synchronized InputStream open(StoredEntry entry) throws IOException {
        if (!entry.isFile()) throw new IllegalArgumentException("not a file: " + entry);
        var bytes = kept.get(entry.position());
        if (bytes != null) return new ByteArrayInputStream(bytes);
        Decompression in = start();
        boolean found = false;
        try {
            var reader = TarReader.inSequence(file.name(), in, new Findings());
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                var member = next.get();
                found = member.position() == entry.position();
                if (found) return reader.content(member, in);
                reader.pass(member);
            }
            throw new DamagedArchive(entry.path() + ": the archive cannot be read up to this entry");
        } finally {
            if (!found) in.close();
        }
    }

    private Decompression start() throws IOException {
        try {
            return Decompression.of(file, form);
        } catch (IOException e) {
            throw ReadFault.sort(e, "it cannot be decompressed");
        }
    }

    @Override
    public boolean isRandomAccess() {
        return false;
    }

    /** Reads once for all files, and once more for every further name of a file that is too large to be kept meanwhile. */
    @Override
    public synchronized Reach readAll(Wanted wanted, ContentSink sink) throws IOException {
        var reach = pass(0, wanted, sink);
        int turns = 0;
        for (var links : further.values()) if (isLarge(links.get(0))) turns = Math.max(turns, links.size());
        for (int turn = 1; turn <= turns; turn++) pass(turn, wanted, sink);
        return reach;
    }

    private Reach pass(int turn, Wanted wanted, ContentSink sink) throws IOException {
        try (var in = start()) {
            var reader = TarReader.inSequence(file.name(), in, new Findings());
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                var member = next.get();
                var names = names(member, wanted);
                if (isLarge(member) || names.size() < 2) {
                    if (turn < names.size()) sink.accept(names.get(turn), reader.content(member));
                } else if (turn == 0) giveEach(names, reader.content(member), sink);
                reader.pass(member);
            }
            return reader.reach();
        }
    }

    private static boolean isLarge(Member member) {
        return member.size() > KEPT;
    }

    private static void giveEach(List<StoredEntry> names, InputStream content, ContentSink sink) throws IOException {
        try {
            var bytes = content.readAllBytes();
            for (var name : names) sink.accept(name, new ByteArrayInputStream(bytes));
        } catch (DamagedArchive e) {
            for (var name : names) sink.accept(name, new DamagedContent(e));
        }
    }

    /** The wanted files that have these bytes: the entry's own and that of every hard link to it. */
    private List<StoredEntry> names(Member member, Wanted wanted) {
        if (member.kind() != StoredEntry.Kind.FILE) return List.of();
        return Stream.concat(Stream.of(member), further.getOrDefault(member.position(), List.of()).stream())
                .flatMap(name -> entry(name).stream())
                .filter(wanted::wants)
                .toList();
    }

    private Optional<StoredEntry> entry(Member member) {
        if (member.kind() != StoredEntry.Kind.FILE || !trusted.test(member.place())) return Optional.empty();
        return base.below(member.place())
                .map(path -> new StoredEntry(path, member.kind(), member.size(), member.position()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
