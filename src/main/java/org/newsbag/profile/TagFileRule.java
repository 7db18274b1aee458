package org.newsbag.profile;

import java.util.List;

/**
 * What a profile demands of the labels of one tag file other than bag-info.txt. The standard has no such rule: it comes from the APTrust dialect, or
 * from the extension Other-Info (docs/profiles.md).
 *
 * @param file its path in the bag, such as {@code aptrust-info.txt}
 */
public record TagFileRule(String file, List<TagRule> tags) {
    public TagFileRule {
        tags = List.copyOf(tags);
    }
}
