package org.newsbag.profile;

import static org.newsbag.finding.FindingCode.PROFILE_LABEL_TWICE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a profile demands of labels: Bag-Info, and the extension Other-Info. */
final class TagForm {
    private static final Set<String> TAG_KEYS = Set.of("required", "values", "repeatable", "description");

    private TagForm() {}

    static List<TagRule> tags(ProfilePart part) {
        var rules = new ArrayList<TagRule>();
        var seen = new HashMap<String, String>();
        for (var label : part.keys()) {
            var rule = part.part(label);
            if (rule.isPresent()) rules.add(tag(label, rule.get()));
            var twin = seen.putIfAbsent(TagRule.folded(label), label);
            if (twin != null)
                part.tell(
                        PROFILE_LABEL_TWICE,
                        label,
                        "Expected one rule for each label, found another for " + twin
                                + "; labels compare without regard to case.");
        }
        return rules;
    }

    private static TagRule tag(String label, ProfilePart rule) {
        rule.expectKnown(TAG_KEYS);
        return new TagRule(
                label,
                rule.flag("required", false),
                rule.texts("values").orElse(List.of()),
                rule.flag("repeatable", true),
                rule.text("description"));
    }

    /** Each member of each object is a tag file: by its path, or by its name in capitals without {@code .txt}. */
    static List<TagFileRule> otherTagFiles(ProfilePart whole) {
        var files = new ArrayList<TagFileRule>();
        for (var part : whole.parts(StandardForm.OTHER_INFO))
            for (var name : part.keys())
                part.part(name).ifPresent(tags -> files.add(new TagFileRule(tagFile(name), tags(tags))));
        return files;
    }

    private static String tagFile(String name) {
        return name.contains(".") ? name : name.toLowerCase(Locale.ROOT) + ".txt";
    }
}
