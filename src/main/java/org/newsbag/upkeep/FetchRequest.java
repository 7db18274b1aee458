package org.newsbag.upkeep;

import java.nio.file.Path;
import java.util.List;

/**
 * What may be fetched for a bag.
 *
 * @param schemes that are allowed, in lower case: of http and https
 * @param hosts that are allowed: a name, a name with a port, or {@code *.} and a name for all below it
 * @param jobs how many files are fetched at once
 */
public record FetchRequest(Path bag, List<String> schemes, List<String> hosts, int jobs) {
    public FetchRequest {
        schemes = List.copyOf(schemes);
        hosts = List.copyOf(hosts);
    }
}
