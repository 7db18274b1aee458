package org.newsbag.provenance;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The user's lists, which win over ours.
 *
 * @param outlets {@code profiles/outlets.json}: outlets and agencies
 * @param places {@code profiles/places.json}: places that ours do not know, or know by other names
 */
public record OwnLists(Optional<Path> outlets, Optional<Path> places) {
    public static final OwnLists NONE = new OwnLists(Optional.empty(), Optional.empty());
}
