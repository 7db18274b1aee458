package org.newsbag.upkeep;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is to be unpacked, and where.
 *
 * @param output the folder that the bag is to stand in; made where it does not exist
 * @param name of the bag's folder; empty for that of the archive without its ending
 * @param limit the most bytes to write; empty for what the disk has left
 * @param isForced whether a bag that is not valid is to be kept too
 */
public record UnpackRequest(
        Path archive, Path output, Optional<String> name, OptionalLong limit, boolean isForced, int jobs) {}
