package org.newsbag.profile;

import java.util.List;

/**
 * Which files of one kind a bag must and may hold (BagIt Profiles 1.4, Tag-Files-Required and its kin).
 *
 * @param required paths in the bag; of the payload also folders, with a final {@code /}
 * @param allowed paths and patterns; {@code *} alone allows all
 */
public record PathRule(List<String> required, List<String> allowed) {
    /** Nothing is required and all is allowed. */
    static final PathRule FREE = new PathRule(List.of(), List.of("*"));

    public PathRule {
        required = List.copyOf(required);
        allowed = List.copyOf(allowed);
    }

    public boolean allows(String path) {
        return allowed.stream().anyMatch(pattern -> new Glob(pattern).matches(path));
    }

    /** Whether a file of any name is allowed. */
    public boolean allowsAll() {
        return allowed.stream().anyMatch(pattern -> new Glob(pattern).isEverything());
    }

    /** Whether what is required can be there: a file that is allowed, or a folder of which some file is. */
    boolean canHold(String requirement) {
        return requirement.endsWith("/")
                ? allowed.stream().anyMatch(pattern -> new Glob(pattern).reaches(requirement))
                : allows(requirement);
    }
}
