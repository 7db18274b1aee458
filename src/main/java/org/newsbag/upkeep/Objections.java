package org.newsbag.upkeep;

import static org.newsbag.finding.FindingCode.BAG_DECLARATION_MISSING;
import static org.newsbag.finding.FindingCode.BAG_INFO_MALFORMED;
import static org.newsbag.finding.FindingCode.BAG_VERSION_UNSUPPORTED;
import static org.newsbag.finding.FindingCode.FETCH_LINE_MALFORMED;
import static org.newsbag.finding.FindingCode.FETCH_PENDING;
import static org.newsbag.finding.FindingCode.MANIFEST_ALGORITHM_UNKNOWN;
import static org.newsbag.finding.FindingCode.MANIFEST_LINE_MALFORMED;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_CONTRADICTED;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_NOT_PAYLOAD;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_UNSAFE;
import static org.newsbag.finding.FindingCode.MANIFEST_TOO_MANY;
import static org.newsbag.finding.FindingCode.PAYLOAD_FILE_ALTERED;
import static org.newsbag.finding.FindingCode.PAYLOAD_FILE_MISSING;
import static org.newsbag.finding.FindingCode.PAYLOAD_FILE_UNLISTED;
import static org.newsbag.finding.FindingCode.PAYLOAD_FOLDER_MISSING;
import static org.newsbag.finding.FindingCode.PAYLOAD_MANIFEST_MISSING;
import static org.newsbag.finding.FindingCode.PAYLOAD_OXUM_WRONG;
import static org.newsbag.finding.FindingCode.STORE_LINK_REFUSED;
import static org.newsbag.finding.FindingCode.STORE_NAME_NOT_UTF8;
import static org.newsbag.finding.FindingCode.STORE_SPECIAL_FILE;
import static org.newsbag.finding.FindingCode.STORE_UNREADABLE;
import static org.newsbag.finding.FindingCode.TAG_ENCODING_UNKNOWN;
import static org.newsbag.finding.FindingCode.TAG_FILE_ALTERED;
import static org.newsbag.finding.FindingCode.TAG_FILE_LINE_TOO_LONG;
import static org.newsbag.finding.FindingCode.TAG_FILE_MISSING;
import static org.newsbag.finding.FindingCode.TAG_FILE_NOT_DECODABLE;
import static org.newsbag.finding.FindingCode.TAG_FILE_TOO_LONG;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.newsbag.bag.ManifestName;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.upkeep.UpkeepResult.Reason;
import org.newsbag.upkeep.UpkeepResult.Refused;

/** Why the tag files of a bag are not to be written anew. What is wrong with its form alone is no reason: that is mended. */
final class Objections {
    /** What would be lost, or cannot be listed at all. */
    private static final Set<FindingCode> HOPELESS = EnumSet.of(
            BAG_DECLARATION_MISSING,
            BAG_VERSION_UNSUPPORTED,
            TAG_ENCODING_UNKNOWN,
            PAYLOAD_FOLDER_MISSING,
            STORE_UNREADABLE,
            STORE_NAME_NOT_UTF8,
            STORE_LINK_REFUSED,
            STORE_SPECIAL_FILE,
            TAG_FILE_NOT_DECODABLE,
            TAG_FILE_LINE_TOO_LONG,
            TAG_FILE_TOO_LONG,
            MANIFEST_TOO_MANY,
            BAG_INFO_MALFORMED,
            FETCH_LINE_MALFORMED);

    /** What says that the bag is not what its manifests were made of: also lines that may have been of files which are lost. */
    private static final Set<FindingCode> CONTRADICTIONS = EnumSet.of(
            PAYLOAD_FILE_ALTERED,
            PAYLOAD_FILE_MISSING,
            PAYLOAD_FILE_UNLISTED,
            PAYLOAD_MANIFEST_MISSING,
            PAYLOAD_OXUM_WRONG,
            MANIFEST_PATH_CONTRADICTED,
            MANIFEST_LINE_MALFORMED,
            MANIFEST_PATH_UNSAFE,
            MANIFEST_PATH_NOT_PAYLOAD,
            TAG_FILE_MISSING);

    private Objections() {}

    static Optional<Refused> to(UpdateRequest request, PresentBag present, Findings findings) {
        if (present.declaration().isEmpty() || hasAny(findings, HOPELESS))
            return refused(
                    "Mend by hand what is named above, then run again: an update would lose it, or could not list it.");
        if (findings.has(FETCH_PENDING))
            return refused(
                    "Files are still to be fetched, and their bytes cannot be digested before. Fetch them first: newsbag bag fetch.");
        if (findings.has(MANIFEST_ALGORITHM_UNKNOWN) && request.algorithms().isEmpty())
            return Optional.of(
                    new Refused(
                            Reason.REQUEST,
                            "A manifest is of an algorithm that is not known here, so it cannot be written anew. Say with --algorithm which manifests the bag is to have instead."));
        if (request.takesBagAsItIs()) return Optional.empty();
        if (hasAny(findings, CONTRADICTIONS) || present.unvouched() > 0 || hasDoubtfulManifest(findings))
            return refused(
                    "What is named above contradicts the bag's manifests or tag manifests, and an update would make it look right."
                            + " Find out why first; where the bag is right as it is, give --accept-changes.");
        return Optional.empty();
    }

    private static boolean hasAny(Findings findings, Set<FindingCode> codes) {
        return findings.counts().keySet().stream().anyMatch(codes::contains);
    }

    /** A manifest that is not what the tag manifests say vouches for nothing; among more findings than are kept there may be one. */
    private static boolean hasDoubtfulManifest(Findings findings) {
        if (findings.counts().getOrDefault(TAG_FILE_ALTERED, 0L) > Findings.KEPT) return true;
        return findings.list().stream()
                .filter(f -> f.code() == TAG_FILE_ALTERED)
                .anyMatch(f -> ManifestName.parse(f.location().path()).isPresent());
    }

    private static Optional<Refused> refused(String message) {
        return Optional.of(new Refused(Reason.BAG, message));
    }
}
