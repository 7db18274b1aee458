package org.newsbag.ledger;

import java.util.List;
import org.newsbag.json.JsonObject;

/**
 * A change of what is expected of a bag.
 *
 * @param changes in the order of their paths
 * @param judged what validation says of the bag as it is now
 * @param checks what was found in its parts by the new baseline
 */
public record Acceptance(
        long bag, String by, String reason, List<BaselineChange> changes, JsonObject judged, List<CheckRecord> checks) {
    public Acceptance {
        changes = List.copyOf(changes);
        checks = List.copyOf(checks);
    }
}
