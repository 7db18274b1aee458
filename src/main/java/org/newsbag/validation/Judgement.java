package org.newsbag.validation;

import java.util.List;
import java.util.Optional;
import org.newsbag.bag.BagVersion;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;

/**
 * What came out for one bag.
 *
 * @param bag as its owner typed it
 * @param version of BagIt; empty where the bag does not say one that is known
 * @param algorithms of its payload manifests, in the order of their names
 * @param files how many payload files are there
 * @param octets their size in bytes
 */
public record Judgement(
        String bag,
        Level level,
        Verdict verdict,
        Optional<BagVersion> version,
        List<String> algorithms,
        long files,
        long octets,
        Findings findings) {
    public Judgement {
        algorithms = List.copyOf(algorithms);
    }

    /** Whether bytes could not be read, so that the judgement is not whole. */
    public boolean isPartial() {
        return findings.has(FindingCode.STORE_UNREADABLE);
    }
}
