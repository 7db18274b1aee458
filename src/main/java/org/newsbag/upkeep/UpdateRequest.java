package org.newsbag.upkeep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.newsbag.fixity.Algorithm;

/**
 * What is to be done to the tag files of a bag.
 *
 * @param algorithms of its manifests afterwards; empty for those that they have
 * @param takesBagAsItIs whether the bag is right where it contradicts its present manifests: then that is the point of the update
 * @param isDry whether only to say what would be changed
 */
public record UpdateRequest(
        Path bag, Optional<List<Algorithm>> algorithms, boolean takesBagAsItIs, boolean isDry, int jobs) {
    public UpdateRequest {
        algorithms = algorithms.map(list -> list.stream().distinct().sorted().toList());
    }
}
