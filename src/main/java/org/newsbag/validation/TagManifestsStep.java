package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.TAG_MANIFEST_OMITS_MANIFEST;
import static org.newsbag.finding.FindingCode.TAG_MANIFEST_OMITS_TAG_FILE;

import org.newsbag.bag.ManifestName;
import org.newsbag.finding.Quote;

/** Each tag manifest lists each payload manifest, and should list every other tag file (RFC 8493, section 2.2.1). */
final class TagManifestsStep implements Step {
    @Override
    public void run(Examination bag) {
        for (var row : bag.tagFiles) {
            if (!row.isThere() || row.isMerged || row.isUnknown()) continue;
            var name = ManifestName.parse(row.path);
            if (name.isPresent() && name.get().isTagManifest()) continue;
            for (var manifest : bag.read(bag.tagFiles))
                if (!manifest.lists(row)) omitted(bag, manifest, row, name.isPresent());
        }
    }

    private static void omitted(Examination bag, ListedBy manifest, Row row, boolean isManifest) {
        if (isManifest)
            bag.say(
                    TAG_MANIFEST_OMITS_MANIFEST,
                    manifest.name().fileName(),
                    Quote.of(row.path)
                            + " is not listed; each tag manifest lists each payload manifest. newsbag bag update lists it.");
        else
            bag.say(
                    TAG_MANIFEST_OMITS_TAG_FILE,
                    manifest.name().fileName(),
                    Quote.of(row.path)
                            + " is not listed, so changes of it would not be seen. newsbag bag update lists it.");
    }

    @Override
    public Level from() {
        return Level.COMPLETE;
    }
}
