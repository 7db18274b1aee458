package org.newsbag.validation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
     * @param isVouchedFor whether some manifest has a checksum of it that can be compared
     * @param checksums under the manifests' algorithms and the witness's own
     */
    record ReadFile(String path, boolean isVouchedFor, long size, Map<Algorithm, Checksum> checksums) {}

    /** In what algorithms every file is to be digested, whatever the manifests say; with none, only what they list is read. */
    default List<Algorithm> algorithms() {
        return List.of();
    }

    /** Whether a file is to be read, of those that would be; asked just before. */
    default boolean wants(String path) {
        return true;
    }

    /** The files that are to be read first, in this order, where the store can; the others follow. */
    default List<String> order() {
        return List.of();
    }

    /** Something is there, a file or not. */
    default void there(StoredEntry entry) {}

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
