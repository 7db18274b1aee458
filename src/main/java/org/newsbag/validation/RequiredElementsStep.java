package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.MANIFEST_ALGORITHM_UNKNOWN;
import static org.newsbag.finding.FindingCode.MANIFEST_NAME_NOT_NORMAL;
import static org.newsbag.finding.FindingCode.MANIFEST_NAME_UNUSUAL;
import static org.newsbag.finding.FindingCode.MANIFEST_TOO_MANY;
import static org.newsbag.finding.FindingCode.PAYLOAD_FOLDER_MISSING;
import static org.newsbag.finding.FindingCode.PAYLOAD_MANIFEST_MISSING;

import java.util.ArrayList;
import org.newsbag.bag.ManifestName;
import org.newsbag.finding.Quote;
import org.newsbag.fixity.Algorithm;
import org.newsbag.path.RelativePath;

/** The payload folder and at least one payload manifest are there, and every manifest is of a known algorithm (RFC 8493, sections 2.1 and 2.4). */
final class RequiredElementsStep implements Step {
    @Override
    public void run(Examination bag) {
        if (!bag.isCutOff && !bag.folders.contains("data") && bag.payload.size() == 0 && !bag.unreadable.covers("data"))
            payloadFolder(bag);
        var names = new ArrayList<ManifestName>();
        for (var row : bag.tagFiles) {
            var name = ManifestName.parse(row.path);
            if (name.isPresent() && row.isFile()) names.add(name.get());
        }
        names.sort((a, b) -> RelativePath.compareUtf8(a.fileName(), b.fileName()));
        for (var name : names) add(bag, name);
        if (bag.payload.manifests().isEmpty() && !bag.isCutOff && !bag.lacksPayloadManifest())
            bag.say(
                    PAYLOAD_MANIFEST_MISSING,
                    "manifest-sha256.txt",
                    "There is no payload manifest at all. Expected at least one file of this form of name. Restore it from another copy of the bag; or have one made by newsbag bag update --accept-changes, which proves nothing of its past.");
    }

    private static void payloadFolder(Examination bag) {
        bag.say(
                PAYLOAD_FOLDER_MISSING,
                "data",
                bag.tagFiles.find("data") == null
                        ? "The folder is missing. A bag needs it, even an empty one. Restore it from another copy of the bag."
                        : "It is not a folder. A bag needs a folder of this name, even an empty one. Rename it.");
    }

    private static void add(Examination bag, ManifestName name) {
        var table = name.isTagManifest() ? bag.tagFiles : bag.payload;
        if (table.manifests().size() == FileTable.MOST_MANIFESTS) {
            bag.say(
                    MANIFEST_TOO_MANY,
                    name.fileName(),
                    "More than 64 manifests of one kind; this one was not read. Remove those that nobody needs.");
            return;
        }
        if (!name.fileName().equals(name.normalized()))
            bag.say(
                    bag.rules().version().isBefore1() ? MANIFEST_NAME_UNUSUAL : MANIFEST_NAME_NOT_NORMAL,
                    name.fileName(),
                    "expected the name " + name.normalized()
                            + ". It was read all the same. Rename it, in the tag manifests too.");
        var algorithm = Algorithm.computable(name.algorithm());
        if (algorithm.isEmpty())
            bag.say(
                    MANIFEST_ALGORITHM_UNKNOWN,
                    name.fileName(),
                    "The algorithm " + Quote.of(name.algorithm())
                            + " is not known here; none of this manifest's checksums can be verified. Verify it by a tool that knows the algorithm, or ask the maker of the bag for sha256 or sha512.");
        bag.witness.manifest(name);
        table.add(new ListedBy(name, algorithm, table.manifests().size(), table.nextOffset()));
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }
}
