package org.newsbag.packaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.newsbag.bag.Tag;
import org.newsbag.description.Corrections;
import org.newsbag.extract.Limits;
import org.newsbag.fixity.Algorithm;
import org.newsbag.provenance.OwnLists;
import org.newsbag.store.Serialization;

/**
 * What is to be packaged, and how.
 *
 * @param output the folder that the bag is to stand in; made where it does not exist
 * @param name of the bag, without the extension of an archive; empty for the source's name and the date
 * @param algorithms of the manifests, at least one
 * @param info tags that stand in bag-info.txt after ours, in order
 * @param limits of extraction; empty where there is to be none
 * @param lists the user's own lists of outlets and places
 * @param rights the IRI of a rights statement for every file
 * @param omit whether to leave out, and report, what cannot be packaged, instead of making no bag
 * @param profile that the bag is to meet, besides that of all our bags
 */
public record CreateRequest(
        List<Path> sources,
        Path output,
        Optional<String> name,
        List<Algorithm> algorithms,
        List<Tag> info,
        Corrections corrections,
        Serialization serialization,
        Optional<Limits> limits,
        OwnLists lists,
        String rights,
        boolean omit,
        int jobs,
        Optional<WantedProfile> profile) {
    public CreateRequest {
        sources = List.copyOf(sources);
        algorithms = algorithms.stream().distinct().sorted().toList();
        info = List.copyOf(info);
        if (sources.isEmpty() || algorithms.isEmpty() || jobs < 1)
            throw new IllegalArgumentException("a bag needs a source, an algorithm and a thread");
    }

    /** A request for a bag that need meet no profile but that of all our bags. */
    public CreateRequest(
            List<Path> sources,
            Path output,
            Optional<String> name,
            List<Algorithm> algorithms,
            List<Tag> info,
            Corrections corrections,
            Serialization serialization,
            Optional<Limits> limits,
            OwnLists lists,
            String rights,
            boolean omit,
            int jobs) {
        this(
                sources,
                output,
                name,
                algorithms,
                info,
                corrections,
                serialization,
                limits,
                lists,
                rights,
                omit,
                jobs,
                Optional.empty());
    }

    public CreateRequest under(WantedProfile wanted) {
        return with(algorithms, serialization, Optional.of(wanted));
    }

    /** The same request with what was settled on. */
    CreateRequest settled(List<Algorithm> newAlgorithms, Serialization form) {
        return with(newAlgorithms, form, profile);
    }

    private CreateRequest with(List<Algorithm> newAlgorithms, Serialization form, Optional<WantedProfile> wanted) {
        return new CreateRequest(
                sources,
                output,
                name,
                newAlgorithms,
                info,
                corrections,
                form,
                limits,
                lists,
                rights,
                omit,
                jobs,
                wanted);
    }
}
