package org.newsbag.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.newsbag.finding.Findings;
import org.newsbag.path.RelativePath;
import org.newsbag.store.BagStore;
import org.newsbag.store.Serialization;
import org.newsbag.store.StoredEntry;
import org.newsbag.store.StoredEntry.Kind;

/** A bag in memory. In an input a file is its name, a line feed and its bytes; files are parted by the byte 0x1C. */
final class StrangersBag implements BagStore {
    private static final byte SEPARATOR = 0x1C;
    private static final int MOST_FILES = 40;

    private final Map<String, byte[]> files;
    private final boolean inAnyOrder;

    private StrangersBag(Map<String, byte[]> files, boolean inAnyOrder) {
        this.files = files;
        this.inAnyOrder = inAnyOrder;
    }

    /** The bag with random access, as a folder gives it. */
    static StrangersBag of(byte[] input) {
        var files = new TreeMap<String, byte[]>();
        for (int start = 0; start <= input.length && files.size() < MOST_FILES; ) {
            int end = next(input, start, SEPARATOR);
            int name = Math.min(next(input, start, (byte) '\n'), end);
            var path = new String(input, start, name - start, UTF_8);
            if (RelativePath.isLegal(path) && path.indexOf('\uFFFD') < 0)
                files.put(path, Arrays.copyOfRange(input, Math.min(name + 1, end), end));
            start = end + 1;
        }
        files.keySet().removeIf(path -> files.keySet().stream().anyMatch(other -> other.startsWith(path + "/")));
        return new StrangersBag(files, true);
    }

    static byte[] input(Map<String, String> files) {
        var text = new StringBuilder();
        files.forEach((name, content) ->
                text.append(name).append('\n').append(content).append((char) SEPARATOR));
        return text.toString().getBytes(UTF_8);
    }

    /** The same bag, read from its beginning to its end, as a compressed archive is. */
    StrangersBag inOrder() {
        return new StrangersBag(files, false);
    }

    Map<String, byte[]> files() {
        return files;
    }

    private static int next(byte[] input, int from, byte wanted) {
        int at = from;
        while (at < input.length && input[at] != wanted) at++;
        return at;
    }

    @Override
    public Serialization form() {
        return Serialization.NONE;
    }

    @Override
    public Reach list(EntrySink sink, Findings findings) throws IOException {
        for (var folder : folders()) sink.accept(new StoredEntry(folder, Kind.FOLDER, -1, 0));
        for (var entry : entries()) sink.accept(entry);
        return Reach.WHOLE;
    }

    private Set<String> folders() {
        var folders = new TreeSet<String>();
        for (var path : files.keySet())
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
                folders.add(path.substring(0, slash));
        return folders;
    }

    private Iterable<StoredEntry> entries() {
        var entries = new ArrayList<StoredEntry>();
        for (var file : files.entrySet())
            entries.add(new StoredEntry(file.getKey(), Kind.FILE, file.getValue().length, entries.size()));
        return entries;
    }

    @Override
    public InputStream open(StoredEntry file) {
        assertThat(files).as("nothing is read but what was listed").containsKey(file.path());
        return new ByteArrayInputStream(files.get(file.path()));
    }

    @Override
    public boolean isRandomAccess() {
        return inAnyOrder;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
