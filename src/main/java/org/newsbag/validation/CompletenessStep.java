package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.MANIFEST_LINE_MALFORMED;
import static org.newsbag.finding.FindingCode.PAYLOAD_FILE_MISSING;
import static org.newsbag.finding.FindingCode.PAYLOAD_FILE_NOT_IN_ALL_MANIFESTS;
import static org.newsbag.finding.FindingCode.PAYLOAD_FILE_UNLISTED;
import static org.newsbag.finding.FindingCode.TAG_FILE_MISSING;

import org.newsbag.bag.FetchFile;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Quote;

/**
 * Every listed file is there, and every payload file is listed: in BagIt 1.0 by each payload manifest, before by any (RFC 8493, sections 2.1.3 and 3).
 * Hidden files count.
 */
final class CompletenessStep implements Step {
    @Override
    public void run(Examination bag) {
        boolean isUnsure = bag.isCutOff || bag.lacksPayloadManifest();
        boolean mayBeFetched = bag.isUnread(FetchFile.FILE_NAME);
        for (var row : bag.payload) {
            if (row.isMerged) continue;
            if (row.isThere()) listed(bag, row, isUnsure);
            else if (!mayBeFetched && !bag.toFetch.containsKey(row.path))
                missing(bag, bag.payload, row, PAYLOAD_FILE_MISSING);
        }
        for (var row : bag.tagFiles)
            if (!row.isThere() && !row.isMerged) missing(bag, bag.tagFiles, row, TAG_FILE_MISSING);
    }

    /** @param isUnsure whether a manifest that could not be read may list the file */
    private static void listed(Examination bag, Row row, boolean isUnsure) {
        if (bag.payload.manifests().isEmpty()) return; // which was told once
        if (row.listed == 0 && !row.isKnownFile()) return; // a link or a device, which was told too
        if (row.isUnknown()) return; // and this too
        if (row.listed == 0) {
            if (isUnsure) return;
            bag.say(
                    PAYLOAD_FILE_UNLISTED,
                    row.path,
                    "No manifest lists the file. Take it out, or, if it belongs to the bag, list it by newsbag bag update --accept-changes.");
            return;
        }
        if (bag.rules().version().isBefore1()) return;
        for (var manifest : bag.read(bag.payload))
            if (!manifest.lists(row))
                bag.say(
                        PAYLOAD_FILE_NOT_IN_ALL_MANIFESTS,
                        row.path,
                        manifest.name().fileName()
                                + " does not list the file; in BagIt 1.0 each manifest lists each payload file. Add the line.");
    }

    private static void missing(Examination bag, FileTable table, Row row, FindingCode code) {
        if (bag.isCutOff || bag.unreadable.covers(row.path)) return; // nothing is known of it, and that was told
        var by = "";
        for (var manifest : table.manifests())
            if (manifest.lists(row))
                by += (by.isEmpty() ? "" : ", ") + manifest.name().fileName();
        if (bag.folders.contains(row.path))
            bag.say(
                    MANIFEST_LINE_MALFORMED,
                    row.path,
                    "It is a folder, and a manifest lists files only; listed by " + Quote.beginning(by)
                            + ". Remove the line, or restore the file from another copy of the bag.");
        else
            bag.say(
                    code,
                    row.path,
                    "The file is missing; listed by " + Quote.beginning(by) + ". " + Examination.RESTORE);
    }

    @Override
    public Level from() {
        return Level.COMPLETE;
    }
}
