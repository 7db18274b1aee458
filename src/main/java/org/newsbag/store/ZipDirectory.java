package org.newsbag.store;

import static org.newsbag.finding.FindingCode.ARCHIVE_BOMB;
import static org.newsbag.finding.FindingCode.ARCHIVE_DAMAGED;
import static org.newsbag.finding.FindingCode.ARCHIVE_ENCRYPTED;
import static org.newsbag.finding.FindingCode.ARCHIVE_METHOD_UNKNOWN;
import static org.newsbag.finding.FindingCode.ARCHIVE_NAME_ENCODING;
import static org.newsbag.finding.FindingCode.ARCHIVE_NAME_REFUSED;
import static org.newsbag.finding.FindingCode.ARCHIVE_TRAILING_BYTES;
import static org.newsbag.finding.FindingCode.NAME_BACKSLASH;
import static org.newsbag.finding.FindingCode.STORE_LINK_REFUSED;
import static org.newsbag.finding.FindingCode.STORE_NAME_NOT_UTF8;
import static org.newsbag.finding.FindingCode.STORE_SPECIAL_FILE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Quote;
import org.newsbag.store.BagStore.Reach;
import org.newsbag.store.StoredEntry.Kind;

/** The directory at the end of a zip, read once, and what is wrong with each of its entries. A position is the index in {@link #places}. */
final class ZipDirectory {
    private static final int FILE_TYPE = 0170000;

    private final ArchiveFile file;
    private final Findings findings;
    private final Expansion expansion = new Expansion();
    private final Members members;
    private final List<ZipPlace> places = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    ZipDirectory(ArchiveFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.members = new Members(findings);
    }

    Members members() {
        return members;
    }

    List<ZipPlace> places() {
        return places;
    }

    Reach read() throws IOException {
        var entries = new ArrayList<Member>();
        try {
            var end = ZipEnd.of(file);
            var directory = file.slice(end.directory(), end.length());
            long count = 0;
            for (; directory.left() > 0; count++) entry(ZipRecord.read(directory), end.before(), entries);
            if (!end.counts(count))
                throw new DamagedArchive(
                        "the end of the zip counts " + end.entries() + " entries, and its directory has " + count);
            tellStrayBytes(end);
        } catch (ReadFault e) {
            throw e;
        } catch (IOException e) {
            findings.add(
                    ARCHIVE_DAMAGED,
                    file.name(),
                    "The directory of the zip cannot be trusted: " + e.getMessage()
                            + ". Nothing in it can be seen; take the archive from another copy.");
            return Reach.PARTIAL;
        }
        distrustOverlaps(entries);
        entries.forEach(members::add);
        return Reach.WHOLE;
    }

    private void tellStrayBytes(ZipEnd end) {
        if (end.before() > 0 || end.behind() > 0)
            findings.add(
                    ARCHIVE_TRAILING_BYTES,
                    file.name(),
                    "Bytes that are no part of the archive stand before its beginning or behind its end; they were not read. Make the archive again, if they were not meant to be there.");
    }

    private void entry(ZipRecord entry, long before, List<Member> entries) {
        boolean readable = true;
        String raw;
        try {
            raw = name(entry);
        } catch (CharacterCodingException e) {
            raw = new String(entry.name(), StandardCharsets.UTF_8).replace('\uFFFD', '?');
            readable = false;
        }
        var name = MemberName.of(raw);
        if (name.refusal().isPresent()) {
            findings.add(
                    ARCHIVE_NAME_REFUSED,
                    name.raw(),
                    TarReader.refusal(name.refusal().get()));
            return;
        }
        var path = name.place();
        if (path.indexOf('\\') >= 0) findings.add(NAME_BACKSLASH, path, TarReader.BACKSLASH);
        if (!readable)
            findings.add(
                    STORE_NAME_NOT_UTF8,
                    path,
                    "The name is said to be UTF-8 and is not (here with ? for what is not), so no manifest can name it, and it was not read. Make the archive again with names in UTF-8.");
        var place = ZipPlace.of(entry, before);
        var kind = kind(entry, raw, path);
        if (kind == Kind.FILE && (!readable || !isSound(entry, place, path))) kind = Kind.UNREADABLE;
        entries.add(new Member(path, kind, kind == Kind.FOLDER ? -1 : entry.size(), places.size()));
        places.add(place);
        names.add(path);
    }

    private String name(ZipRecord entry) throws CharacterCodingException {
        if (entry.isNameUtf8()) return utf8(entry.name());
        if (entry.unicodeName().isPresent()) return utf8(entry.unicodeName().get());
        try {
            return utf8(entry.name());
        } catch (CharacterCodingException e) {
            var name = new String(entry.name(), Charset.forName("IBM437"));
            findings.add(
                    ARCHIVE_NAME_ENCODING,
                    name,
                    "The name is not UTF-8; it was read in code page 437, as the format of zip has it, and may read otherwise elsewhere. Make the archive again with names in UTF-8.");
            return name;
        }
    }

    private static String utf8(byte[] name) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    }

    private Kind kind(ZipRecord entry, String raw, String path) {
        int type = entry.unixMode() & FILE_TYPE;
        if (type == 0120000) {
            findings.add(
                    STORE_LINK_REFUSED,
                    path,
                    "A symbolic link; no link in an archive is followed. Make the archive again with the file itself in its place.");
            return Kind.LINK;
        }
        if (raw.endsWith("/") || type == 040000) return Kind.FOLDER;
        if (type == 0 || type == 0100000) return Kind.FILE;
        findings.add(
                STORE_SPECIAL_FILE,
                path,
                "It is a pipe, a socket or a device, and was not read. Make the archive again without it.");
        return Kind.SPECIAL;
    }

    private boolean isSound(ZipRecord entry, ZipPlace place, String path) {
        if (entry.isEncrypted())
            return unsound(
                    ARCHIVE_ENCRYPTED,
                    path,
                    "The entry is encrypted, so nothing can be said of it. Decrypt the archive and make it again.");
        if (!place.isSupported())
            return unsound(
                    ARCHIVE_METHOD_UNKNOWN,
                    path,
                    "The entry is compressed by method " + entry.method()
                            + ", which newsbag does not read, so nothing can be said of it. Make the archive again with the method deflate.");
        try {
            expansion.add(entry.stored(), entry.size());
        } catch (DamagedArchive e) {
            return unsound(e.code(), path, e.getMessage() + ".");
        }
        if (entry.size() < 0
                || place.end() > file.size()
                || place.method() == ZipMethod.STORED && entry.size() != entry.stored())
            return unsound(
                    ARCHIVE_DAMAGED,
                    path,
                    "The directory gives it " + entry.stored() + " stored bytes for " + entry.size()
                            + ", which cannot be. Take the archive from another copy.");
        return true;
    }

    private boolean unsound(FindingCode code, String path, String message) {
        findings.add(code, path, message);
        return false;
    }

    /** Entries that share bytes are how a small zip becomes endless; an honest one has none. */
    private void distrustOverlaps(List<Member> entries) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < places.size(); i++) order.add(i);
        order.sort(Comparator.comparingLong(i -> places.get(i).header()));
        long end = 0;
        int owner = -1;
        for (int i : order) {
            if (owner >= 0 && places.get(i).header() < end) {
                overlap(i, names.get(owner), entries);
                overlap(owner, names.get(i), entries);
            }
            if (places.get(i).end() <= end) continue;
            end = places.get(i).end();
            owner = i;
        }
    }

    private void overlap(int index, String other, List<Member> entries) {
        if (entries.get(index).kind() != Kind.FILE) return;
        entries.set(index, entries.get(index).unreadable());
        findings.add(
                ARCHIVE_BOMB,
                names.get(index),
                "Its bytes are also those of " + Quote.of(other)
                        + "; entries that share bytes can grow without end, so it was not read. Ask the maker of the archive for a sound one.");
    }
}
