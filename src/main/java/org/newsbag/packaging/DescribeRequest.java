package org.newsbag.packaging;

import java.nio.file.Path;
import java.util.List;
import org.newsbag.description.Corrections;
import org.newsbag.extract.Limits;
import org.newsbag.provenance.OwnLists;

/**
 * What is to be described without making a bag; the parts are those of {@link CreateRequest}.
 */
public record DescribeRequest(List<Path> sources, Corrections corrections, Limits limits, OwnLists lists, int jobs) {
    public DescribeRequest {
        sources = List.copyOf(sources);
    }
}
