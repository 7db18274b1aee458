package org.newsbag.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.newsbag.finding.Findings;

/**
 * Where a bag's bytes lie, to be read and never changed: a folder, or one file in an archive format. Everything in it is a stranger's: nothing
 * outside it is read, links and devices are never opened, nothing is unpacked to disk, and memory does not grow with what it claims of itself.
 */
public interface BagStore extends Closeable {
    /** What takes the entries, one after the other on the caller's thread. */
    interface EntrySink {
        void accept(StoredEntry entry) throws IOException;
    }

    /** What takes a file and its bytes; the stream is valid during the call only. */
    interface ContentSink {
        void accept(StoredEntry file, InputStream content) throws IOException;
    }

    /** What of the listed files is to be read. */
    interface Wanted {
        boolean wants(StoredEntry file);
    }

    /** Whether a pass through a store came to its end. */
    enum Reach {
        /** Everything that is there was seen. */
        WHOLE,
        /** The archive is damaged, or its data were not to be trusted; what lies behind the place that a finding names was not seen. */
        PARTIAL
    }

    /**
     * Opens a bag for reading, by what the bytes are and not by the name. A symbolic link is followed.
     *
     * @throws UnknownForm where it is neither a folder nor an archive in a form of {@link Serialization}
     * @throws IOException where it is not there or cannot be read
     */
    static BagStore open(Path bag) throws IOException, UnknownForm {
        return FormByContent.open(bag);
    }

    /** The form in which the bag was found. */
    Serialization form();

    /**
     * Goes through everything that is there, each entry once, folders included. What no bag may hold (links that lead outside, devices, names
     * that leave the bag, entries twice, a second root) is told as a finding; what cannot be opened safely is listed with its kind and never opened.
     *
     * @throws IOException where the store itself cannot be read; never because of what stands in it
     */
    Reach list(EntrySink sink, Findings findings) throws IOException;

    /**
     * Opens one file that {@link #list} gave. In a compressed archive this may mean to read from its beginning.
     *
     * @throws DamagedArchive (here or from the stream) where the bytes are not what the archive promised: the bag's fault
     * @throws IOException (here or from the stream) where the bytes cannot be read: the machine's fault
     */
    InputStream open(StoredEntry file) throws IOException;

    /** Whether files can be opened in any order, several at once, at no extra cost. */
    boolean isRandomAccess();

    /**
     * Reads every wanted file once, in the order in which the bytes lie; meant for stores without random access, after {@link #list}, which told
     * what is wrong. A stream throws {@link DamagedArchive} where its file is damaged; the sink may let that pass on or not.
     *
     * @throws IOException where the store itself cannot be read
     */
    default Reach readAll(Wanted wanted, ContentSink sink) throws IOException {
        return list(
                file -> {
                    if (!file.isFile() || !wanted.wants(file)) return;
                    try (var content = content(file)) {
                        sink.accept(file, content);
                    }
                },
                new Findings());
    }

    private InputStream content(StoredEntry file) throws IOException {
        try {
            return open(file);
        } catch (DamagedArchive e) {
            return new DamagedContent(e);
        }
    }
}
