package org.newsbag.store;

import static org.newsbag.finding.FindingCode.ARCHIVE_DAMAGED;
import static org.newsbag.finding.FindingCode.ARCHIVE_NAME_REFUSED;
import static org.newsbag.finding.FindingCode.ARCHIVE_NO_END;
import static org.newsbag.finding.FindingCode.ARCHIVE_TRAILING_BYTES;
import static org.newsbag.finding.FindingCode.NAME_BACKSLASH;
import static org.newsbag.finding.FindingCode.STORE_LINK_REFUSED;
import static org.newsbag.finding.FindingCode.STORE_NAME_NOT_UTF8;
import static org.newsbag.finding.FindingCode.STORE_SPECIAL_FILE;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.newsbag.finding.Findings;
import org.newsbag.store.BagStore.Reach;
import org.newsbag.store.StoredEntry.Kind;

/** Goes through a tar from entry to entry and tells what is wrong with each; a {@link #next} must be followed by {@link #pass}. */
final class TarReader {
    private final String archive;
    private final HeaderBytes bytes;
    private final Optional<ArchiveFile.Slice> slice;
    private final TarHeaders tar;
    private final Findings findings;
    private final Expansion sparse = new Expansion();
    private final byte[] drained = new byte[1 << 16];
    private Reach reach = Reach.WHOLE;
    private boolean ended;
    private long ordinal = -1;
    private long headerFrom;
    private String last;
    private TarArchiveEntry entry;

    private TarReader(String archive, InputStream in, Optional<ArchiveFile.Slice> slice, Findings findings) {
        this.archive = archive;
        this.last = archive;
        this.bytes = new HeaderBytes(in);
        this.slice = slice;
        this.tar = new TarHeaders(bytes);
        this.findings = findings;
        this.headerFrom = slice.map(ArchiveFile.Slice::position).orElse(0L);
    }

    /** Reads what comes; a position is the number of the entry. */
    static TarReader inSequence(String archive, InputStream in, Findings findings) {
        return new TarReader(archive, in, Optional.empty(), findings);
    }

    /** Leaps over content; a position is the place of the content or, negative and less one, a place before the header of a sparse file. */
    static TarReader leaping(String archive, ArchiveFile.Slice slice, Findings findings) {
        return new TarReader(archive, slice, Optional.of(slice), findings);
    }

    Reach reach() {
        return reach;
    }

    /** The next entry that has a place, and empty at the end or where the damage begins. */
    Optional<Member> next() throws IOException {
        while (!ended) {
            readHeader();
            if (entry == null) return Optional.empty();
            ordinal++;
            var member = isVolumeLabel() ? Optional.<Member>empty() : member();
            if (member.isPresent()) return member;
            pass(new Member("", Kind.UNREADABLE, 0, 0));
        }
        return Optional.empty();
    }

    /** GNU tar's name for the whole archive, of which unpacking makes nothing. */
    private boolean isVolumeLabel() {
        return ordinal == 0 && entry.getLinkFlag() == 'V' && entry.getSize() == 0;
    }

    private void readHeader() throws IOException {
        bytes.keep(entry == null ? 0 : TarHeaders.padding(entry));
        entry = null;
        try {
            entry = tar.next();
            if (entry != null && !entry.isCheckSumOK())
                throw new DamagedArchive(
                        "the checksum of the header of \"" + MemberName.shown(entry.getName()) + "\" is wrong");
        } catch (IOException | RuntimeException e) { // a library meets bytes from strangers
            entry = null;
            damaged(e);
            return;
        } finally {
            bytes.release();
        }
        if (entry == null) end();
        else last = MemberName.shown(entry.getName());
    }

    private void end() throws IOException {
        ended = true;
        if (bytes.isEmpty())
            findings.add(
                    ARCHIVE_NO_END,
                    last,
                    "The archive ends behind this entry without the two empty records that end a tar. It may have been cut off there; compare with another copy.");
        else if (!bytes.isWhole()) damaged(new DamagedArchive("the archive is cut off within a header"));
        else if (!bytes.isZero() || !isZeroToEnd())
            findings.add(
                    ARCHIVE_TRAILING_BYTES,
                    archive,
                    "Bytes that are no part of the archive follow its end; they were not read. Make the archive again, if they were not meant to be there.");
    }

    /** Reads what is left, which also lets a compressed stream check its sum. */
    private boolean isZeroToEnd() throws IOException {
        var buffer = new byte[1 << 16];
        boolean zero = true;
        try {
            for (int n = bytes.read(buffer, 0, buffer.length); n >= 0; n = bytes.read(buffer, 0, buffer.length))
                for (int i = 0; i < n; i++) zero &= buffer[i] == 0;
        } catch (IOException | RuntimeException e) { // a library meets bytes from strangers
            if (ReadFault.isGarbageBehind(e)) return false;
            var sorted = ReadFault.sort(e, "behind the end of the tar");
            if (!(sorted instanceof DamagedArchive)) throw sorted;
            findings.add(ARCHIVE_DAMAGED, archive, sorted.getMessage() + ". Take the archive from another copy.");
        }
        return zero;
    }

    private void damaged(Exception thrown) throws IOException {
        ended = true;
        reach = Reach.PARTIAL;
        var sorted = ReadFault.sort(thrown, "the tar cannot be read");
        if (!(sorted instanceof DamagedArchive damage)) throw sorted;
        findings.add(
                damage.code(),
                last,
                "At or behind this entry, at byte " + place() + " of the tar, " + damage.getMessage()
                        + ". What follows cannot be seen; take the archive from another copy.");
    }

    private long place() {
        return slice.map(ArchiveFile.Slice::position).orElse(bytes.count());
    }

    private Optional<Member> member() {
        var raw = entry.getName();
        if (!raw.startsWith("/") && bytes.spellsAbsolute(raw)) raw = "/" + raw;
        var name = MemberName.of(raw);
        if (name.refusal().isPresent()) {
            findings.add(
                    ARCHIVE_NAME_REFUSED, name.raw(), refusal(name.refusal().get()));
            return Optional.empty();
        }
        var place = name.place();
        if (place.indexOf('\\') >= 0) findings.add(NAME_BACKSLASH, place, BACKSLASH);
        var kind = kind(place);
        return Optional.of(
                kind == Kind.LINK && isHardLink()
                        ? Member.hardLink(place, entry.getLinkName())
                        : new Member(place, kind, entry.getRealSize(), position()));
    }

    /** Whether the entry is a further name of one before it, and nothing else: a link with content of its own is refused. */
    private boolean isHardLink() {
        return entry.isLink() && entry.getSize() == 0;
    }

    static final String BACKSLASH =
            "The name holds a backslash, which Windows takes for a folder separator; it is read as a part of the name.";

    static String refusal(String why) {
        return "The name " + why
                + ", so unpacking it could write outside the bag; it was not read. Ask the maker of the archive for one whose names stay inside.";
    }

    private long position() {
        if (slice.isEmpty()) return ordinal;
        return entry.isSparse() ? -headerFrom - 1 : slice.get().position();
    }

    private Kind kind(String place) {
        if (!bytes.spells(entry.getName())) {
            findings.add(
                    STORE_NAME_NOT_UTF8,
                    place,
                    "The name is not UTF-8 (here with ? or \uFFFD for what is not), so no manifest can name it, and it was not read. Make the archive again with names in UTF-8.");
            return Kind.UNREADABLE;
        }
        if (isHardLink()) return Kind.LINK; // what it leads to, only the whole archive tells
        if (entry.isSymbolicLink() || entry.isLink()) {
            findings.add(
                    STORE_LINK_REFUSED,
                    place,
                    (entry.isLink() ? "A hard link with content of its own, to " : "A symbolic link to ")
                            + MemberName.shown(entry.getLinkName())
                            + "; it was not followed. Make the archive again with the file itself in its place.");
            return Kind.LINK;
        }
        if (entry.isDirectory()) return Kind.FOLDER;
        if (TarHeaders.isRegular(entry)) return Kind.FILE;
        findings.add(
                STORE_SPECIAL_FILE,
                place,
                "It is no file but an entry of type \""
                        + MemberName.shown(Character.toString(entry.getLinkFlag() & 0xFF))
                        + "\" (a pipe, a device or something foreign), and was not read. Make the archive again without it.");
        return Kind.SPECIAL;
    }

    /** The content of the entry; its stream throws {@link DamagedArchive} or the machine's fault. */
    InputStream content(Member member) {
        return content(member, () -> {});
    }

    InputStream content(Member member, Closeable closing) {
        return new CheckedContent(tar, member.place(), member.size(), closing);
    }

    /** Goes behind the entry's content, and gives the entry as it then turned out: unreadable where the content is cut off or corrupt. */
    Member pass(Member member) throws IOException {
        try {
            if (entry.isSparse()) sparse.add(entry.getSize(), entry.getRealSize());
            if (slice.isPresent() && !entry.isSparse()) leap(slice.get());
            else if (!entry.isDirectory()) drain();
            headerFrom = place() + TarHeaders.padding(entry);
        } catch (IOException | RuntimeException e) { // a library meets bytes from strangers
            damaged(e);
            return member.unreadable();
        }
        return member;
    }

    private void leap(ArchiveFile.Slice content) throws DamagedArchive {
        long size = entry.isDirectory() ? 0 : entry.getSize();
        if (size > content.left())
            throw new DamagedArchive(
                    "the archive is cut off: expected " + size + " bytes of content, found " + content.left());
        content.position(content.position() + size);
        tar.passed(size);
    }

    private void drain() throws IOException {
        int n = 0;
        while (n >= 0) n = tar.read(drained, 0, drained.length);
    }

    boolean isSparse() {
        return entry.isSparse();
    }
}
