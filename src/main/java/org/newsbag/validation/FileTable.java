package org.newsbag.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The files of one kind, payload or tag files, that are there or listed, by path; and the manifests that list them. An open-addressing table,
 * because a map would double what a million files take.
 */
final class FileTable implements Iterable<Row> {
    /** As many as there are bits in a long. */
    static final int MOST_MANIFESTS = Long.SIZE;

    private final List<ListedBy> manifests = new ArrayList<>();
    private final int factor = ThreadLocalRandom.current().nextInt() | 1;
    private final List<Row> rows = new ArrayList<>();
    private Row[] table = new Row[64];
    private int digestLength;

    /** The manifests, in the order of their numbers. */
    List<ListedBy> manifests() {
        return manifests;
    }

    /** Takes a manifest in, and gives its number. */
    void add(ListedBy manifest) {
        manifests.add(manifest);
        digestLength += manifest.digestLength();
    }

    /** The row of a path; null where there is none. */
    Row find(String path) {
        return table[slot(path)];
    }

    Row findOrAdd(String path) {
        int slot = slot(path);
        if (table[slot] != null) return table[slot];
        var row = new Row(path);
        table[slot] = row;
        rows.add(row);
        if (rows.size() * 2 > table.length) grow();
        return row;
    }

    int size() {
        return rows.size();
    }

    /** Notes that a manifest lists a file with a checksum, which may be unusable and then is empty. */
    void list(Row row, int manifest, byte[] digest) {
        row.listed |= 1L << manifest;
        if (digest.length == 0 || digest.length != manifests.get(manifest).digestLength()) return;
        if (row.expected == null) row.expected = new byte[digestLength];
        row.comparable |= 1L << manifest;
        System.arraycopy(digest, 0, row.expected, manifests.get(manifest).offset(), digest.length);
    }

    /** What a manifest says of a file; empty where it says nothing that can be compared. */
    byte[] expected(Row row, int manifest) {
        if ((row.comparable & 1L << manifest) == 0) return new byte[0];
        int offset = manifests.get(manifest).offset();
        return Arrays.copyOfRange(
                row.expected, offset, offset + manifests.get(manifest).digestLength());
    }

    /** Where the next manifest's checksums begin in a row. All manifests are added before the first line is listed. */
    int nextOffset() {
        return digestLength;
    }

    /** The rows in the order in which they were found: first those that were listed, as the store lists them. */
    @Override
    public Iterator<Row> iterator() {
        return rows.iterator();
    }

    /** Spread by a factor that nobody knows beforehand, so that no list of names can be made to fall into one slot. */
    private int slot(String path) {
        int hash = 0;
        for (int i = 0; i < path.length(); i++) hash = hash * factor + path.charAt(i);
        int slot = (hash ^ hash >>> 15) & table.length - 1;
        while (table[slot] != null && !table[slot].path.equals(path)) slot = slot + 1 & table.length - 1;
        return slot;
    }

    private void grow() {
        table = new Row[table.length * 2];
        for (var row : rows) table[slot(row.path)] = row;
    }
}
