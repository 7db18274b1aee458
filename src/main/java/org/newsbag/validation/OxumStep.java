package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.PAYLOAD_OXUM_ABSENT;
import static org.newsbag.finding.FindingCode.PAYLOAD_OXUM_MALFORMED;
import static org.newsbag.finding.FindingCode.PAYLOAD_OXUM_WRONG;

import org.newsbag.bag.BagInfo;
import org.newsbag.bag.MetadataElement;
import org.newsbag.bag.PayloadOxum;
import org.newsbag.finding.Location;
import org.newsbag.finding.Quote;

/** Payload-Oxum is true: octets and number of the payload files, those to be fetched included (RFC 8493, section 2.2.2). */
final class OxumStep implements Step {
    static final String LABEL = "Payload-Oxum";

    @Override
    public void run(Examination bag) {
        if (bag.metadata.isPresent()) for (var element : bag.metadata.get().all(LABEL)) compare(bag, element);
        if (bag.level == Level.QUICK
                && !bag.isUnread(BagInfo.FILE_NAME)
                && (bag.metadata.isEmpty() || bag.metadata.get().all(LABEL).isEmpty()))
            bag.say(
                    PAYLOAD_OXUM_ABSENT,
                    Location.label(BagInfo.FILE_NAME, LABEL),
                    "There is no Payload-Oxum, so at level quick the payload was not compared with anything. Validate at level complete or full.");
    }

    private static void compare(Examination bag, MetadataElement element) {
        var place = MetadataStep.place(bag.metadata.orElseThrow(), element);
        var oxum = PayloadOxum.parse(element.value());
        if (oxum.isEmpty()) {
            bag.say(
                    PAYLOAD_OXUM_MALFORMED,
                    place,
                    "expected octets, a dot and the number of files, such as 279164409832.1198, found "
                            + Quote.of(element.value()) + ".");
            return;
        }
        if (bag.isCutOff || !bag.unreadable.isEmpty()) return; // what cannot be read cannot be counted
        long files = bag.files;
        long octets = Math.max(bag.octets, 0);
        boolean isExact = bag.octets >= 0;
        for (var item : bag.toFetch.values()) {
            var row = bag.payload.find(item.path());
            if (row != null && row.isThere()) continue;
            files++;
            octets += item.length().orElse(0);
            isExact &= item.length().isPresent();
        }
        boolean isTrue = oxum.get().streams() == files
                && (isExact ? oxum.get().octets() == octets : oxum.get().octets() >= octets);
        if (!isTrue)
            bag.say(
                    PAYLOAD_OXUM_WRONG,
                    place,
                    "expected " + element.value() + ", found "
                            + (isExact ? new PayloadOxum(octets, files) + ": " : "at least ")
                            + octets + " octets in " + files
                            + (files == 1 ? " file" : " files")
                            + (bag.toFetch.isEmpty() ? "" : ", those still to be fetched included")
                            + ". Where every file is as it should be, newsbag bag update --accept-changes writes the right number.");
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }
}
