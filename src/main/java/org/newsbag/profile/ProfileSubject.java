package org.newsbag.profile;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A bag as a profile sees it: one that is there, or one that is planned. Paths are those in the bag, with {@code /}. */
public interface ProfileSubject {
    /** One label with its value, unfolded. */
    record TagValue(String label, String value) {}

    /** The BagIt-Version of bagit.txt, such as {@code 1.0}; empty where it cannot be read. */
    Optional<String> bagItVersion();

    /**
     * The tags of a tag file in their order.
     *
     * @param path such as {@code bag-info.txt} or {@code aptrust-info.txt}
     * @return empty where there is no such file
     */
    Optional<List<TagValue>> tags(String path) throws IOException;

    /** The algorithms of the payload manifests, as the manifests' names have them. */
    Collection<String> payloadAlgorithms();

    /** The algorithms of the tag manifests, as the manifests' names have them. */
    Collection<String> tagAlgorithms();

    /** Whether there is a fetch.txt, whatever it holds. */
    boolean hasFetch();

    /** Hands over the path of every file outside data/; bagit.txt, bag-info.txt, fetch.txt and manifests may be among them. */
    void tagFiles(Consumer<String> sink) throws IOException;

    /** Hands over the path of every payload file, from {@code data/} on: those that are there and those that are to be fetched. Asked at most once. */
    void payloadFiles(Consumer<String> sink) throws IOException;

    /** How many files lie in data/ now. */
    long payloadFileCount();

    /** The octets of the files that lie in data/ now. */
    long payloadBytes();

    /** Names of the media type of the archive that the bag is; empty for a folder. */
    Optional<Collection<String>> serialization();
}
