package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.MANIFEST_PATH_CONTRADICTED;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_REPEATED;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_REPEATED_SAME;
import static org.newsbag.finding.FindingCode.NAME_NORMALIZATION_DIFFERS;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.newsbag.finding.Quote;
import org.newsbag.path.RelativePath;

/**
 * Finds the file on the disk for a name that a manifest spells in another Unicode normalization (RFC 8493, section 5.2.3). Names that are the same to
 * the byte were matched before.
 */
final class NormalizationStep implements Step {
    @Override
    public void run(Examination bag) {
        match(bag, bag.payload);
        match(bag, bag.tagFiles);
    }

    private static void match(Examination bag, FileTable table) {
        var lost = new ArrayList<Row>();
        for (var row : table) if (!row.isThere() && !bag.toFetch.containsKey(row.path)) lost.add(row);
        if (lost.isEmpty()) return;
        var spellings = new Spellings(table);
        lost.sort((a, b) -> RelativePath.compareUtf8(a.path, b.path));
        for (var row : lost) {
            var candidates =
                    spellings.others(row.path).stream().filter(Row::isThere).toList();
            if (!candidates.isEmpty()) merge(bag, table, row, best(row, candidates));
        }
    }

    /** One that these manifests do not list by its own spelling, if there is one. */
    private static Row best(Row lost, List<Row> candidates) {
        for (var candidate : candidates) if ((candidate.listed & lost.listed) == 0) return candidate;
        return candidates.get(0);
    }

    private static void merge(Examination bag, FileTable table, Row lost, Row found) {
        lost.isMerged = true;
        bag.say(
                NAME_NORMALIZATION_DIFFERS,
                found.path,
                "A manifest spells this name in another Unicode normalization (" + form(lost.path)
                        + ") than the disk. The file on the disk was judged.");
        for (var manifest : table.manifests()) {
            if (!manifest.lists(lost)) continue;
            if (manifest.lists(found)) twice(bag, table, manifest, lost, found);
            else table.list(found, manifest.number(), table.expected(lost, manifest.number()));
        }
    }

    /** The two spellings stand in one manifest, but there is one file. */
    private static void twice(Examination bag, FileTable table, ListedBy manifest, Row lost, Row found) {
        boolean isSame =
                Arrays.equals(table.expected(lost, manifest.number()), table.expected(found, manifest.number()));
        bag.say(
                !isSame
                        ? MANIFEST_PATH_CONTRADICTED
                        : bag.rules().version().isBefore1() ? MANIFEST_PATH_REPEATED_SAME : MANIFEST_PATH_REPEATED,
                manifest.name().fileName(),
                Quote.of(found.path) + " is listed twice, in two Unicode normalizations, with "
                        + (isSame
                                ? "the same checksum. Expected each file once; remove one line."
                                : "different checksums. Keep the line that the file agrees with."));
    }

    private static String form(String path) {
        for (var form : Normalizer.Form.values()) if (Normalizer.isNormalized(path, form)) return form.name();
        return "mixed";
    }

    @Override
    public Level from() {
        return Level.COMPLETE;
    }
}
