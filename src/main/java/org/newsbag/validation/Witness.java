package org.newsbag.validation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.newsbag.bag.BagDeclaration;
import org.newsbag.bag.BagMetadata;
import org.newsbag.bag.FetchItem;
import org.newsbag.bag.ManifestName;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.store.StoredEntry;

/** Sits beside while a bag is judged and is told, beyond the findings, what was read of it: for who changes the bag afterwards, in the same pass over its bytes. */
public interface Witness {
    /** One that wants to know nothing. */
    Witness NONE = new Witness() {};

    /**
     * A file of the bag that was read whole.
     *
     * @param path in the bag, as the store spells it
     * @param place what the witness gave for it; {@link #UNPLACED} where it gave none
     * @param isVouchedFor whether some manifest has a checksum of it that can be compared
     * @param checksums under the manifests' algorithms and the witness's own
     */
    record ReadFile(String path, int place, boolean isVouchedFor, long size, Map<Algorithm, Checksum> checksums) {}

    /** In what algorithms every file is to be digested, whatever the manifests say; with none, only what they list is read. */
    default List<Algorithm> algorithms() {
        return List.of();
    }

    /** Of a file that may be read when all that have a place were. */
    int UNPLACED = -1;

    /** What the bag holds, once all of it was listed that can be. */
    interface Listing {
        /**
         * Gives a file its place in the order in which files are to be read, where the store can.
         *
         * @param place from 0, each once
         * @return what is at the path; empty where nothing is
         */
        Optional<StoredEntry.Kind> place(String path, int place);

        /** Tells of everything that is there, but for folders, and was given no place. */
        void eachOther(Consumer<StoredEntry> sink);
    }

    /** Everything that is there was listed. Not called where the bag cannot be listed at all. */
    default void listed(Listing bag) {}

    /**
     * Whether a file is to be read, of those that would be; asked just before.
     *
     * @param place what the witness gave for it
     */
    default boolean wants(String path, int place) {
        return true;
    }

    /** The archive is damaged; what lies behind the damage was not seen. */
    default void cutOff() {}

    /** Something could not be read: at that path, or the bag as a whole where it is empty. */
    default void unreadable(String path, IOException cause) {}

    /** The bag says what it is. Not called where it does not. */
    default void declared(BagDeclaration declaration) {}

    /** The bag has metadata. */
    default void described(BagMetadata metadata) {}

    /** The bag has a manifest, of an algorithm known here or not. */
    default void manifest(ManifestName name) {}

    /**
     * A file is still to be fetched.
     *
     * @param expected its checksums, as far as they can be compared; empty where what is fetched could not be verified
     */
    default void pending(FetchItem item, Map<Algorithm, Checksum> expected) {}

    /** A file was read; called from many threads at once, in any order. At level full only. */
    default void read(ReadFile file) {}
}
