package org.newsbag.ledger;

import java.util.OptionalLong;
import org.newsbag.fixity.Algorithm;
import org.newsbag.json.JsonObject;

/**
 * A bag as the ledger knows it now.
 *
 * @param id its number in the ledger
 * @param location its absolute path
 * @param form {@code none} for a folder, else that of an archive, such as {@code tar.gz}
 * @param copyOf the bag of which it is a copy
 * @param algorithm of the checksums that the ledger keeps of it
 * @param baseline the event that last said what is expected of it
 * @param registered the event that registered it
 * @param files how many are expected, tag files included
 * @param bytes in them
 * @param root of the Merkle tree of all files that are expected
 * @param store the file system that the bag lay on
 * @param judged what validation said when the baseline was taken: {@code verdict}, and {@code errors}, how many findings of each code
 */
public record RegisteredBag(
        long id,
        String location,
        String form,
        OptionalLong copyOf,
        Algorithm algorithm,
        long baseline,
        long registered,
        long files,
        long bytes,
        String root,
        String store,
        JsonObject judged) {
    /** The {@link #form} of a folder. */
    public static final String FOLDER = "none";

    public boolean isArchive() {
        return !form.equals(FOLDER);
    }
}
