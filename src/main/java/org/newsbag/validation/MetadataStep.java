package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.BAG_INFO_REPEATED;
import static org.newsbag.finding.FindingCode.BAG_INFO_VALUE_UNUSUAL;
import static org.newsbag.finding.FindingCode.PAYLOAD_OXUM_REPEATED;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.newsbag.bag.BagInfo;
import org.newsbag.bag.BagMetadata;
import org.newsbag.bag.MetadataElement;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Location;
import org.newsbag.finding.Quote;

/** The bag's metadata are well-formed, and what stands for one value does not repeat (RFC 8493, section 2.2.2). */
final class MetadataStep implements Step {
    private static final String PACKAGE_INFO = "package-info.txt";
    private static final List<String> SINGLE =
            List.of("Bagging-Date", "Bag-Size", "Bag-Group-Identifier", "Bag-Count", "Packing-Date", "Package-Size");

    @Override
    public void run(Examination bag) throws IOException {
        var file = bag.rules().version().hasPackageInfo() && bag.hasTagFile(PACKAGE_INFO)
                ? PACKAGE_INFO
                : BagInfo.FILE_NAME;
        if (!bag.hasTagFile(file)) return;
        bag.read(file, content -> {
            var metadata = BagMetadata.read(file, content, bag.rules(), bag.findings);
            bag.metadata = Optional.of(metadata);
            return metadata.isWhole();
        });
        bag.metadata.ifPresent(bag.witness::described);
        bag.metadata.ifPresent(metadata -> judge(bag, metadata));
    }

    private static void judge(Examination bag, BagMetadata metadata) {
        for (var label : SINGLE) repeated(bag, metadata, label, BAG_INFO_REPEATED, "should");
        repeated(bag, metadata, OxumStep.LABEL, PAYLOAD_OXUM_REPEATED, "must");
        for (var element : metadata.all("Bagging-Date")) date(bag, metadata, element);
        for (var element : metadata.all("Packing-Date")) date(bag, metadata, element);
        for (var element : metadata.all("Bag-Count"))
            if (!isCount(element.value())) unusual(bag, metadata, element, "N of T, such as 1 of 4 or 1 of ?");
    }

    private static void repeated(Examination bag, BagMetadata metadata, String label, FindingCode code, String may) {
        var elements = metadata.all(label);
        for (int i = 1; i < elements.size(); i++)
            bag.say(
                    code,
                    place(metadata, elements.get(i)),
                    "The label is there a second time; it " + may + " not repeat. Keep the right one.");
    }

    private static void date(Examination bag, BagMetadata metadata, MetadataElement element) {
        try {
            if (element.value().length() == "YYYY-MM-DD".length()) {
                LocalDate.parse(element.value());
                return;
            }
        } catch (DateTimeException e) {
            // told below, as what it is: no date
        }
        unusual(bag, metadata, element, "YYYY-MM-DD");
    }

    /** {@code N of T}, where T may be a question mark, and N is not beyond T. */
    private static boolean isCount(String value) {
        int of = value.indexOf(" of ");
        if (of < 1) return false;
        var number = value.substring(0, of).strip();
        var total = value.substring(of + 4).strip();
        if (!isNumber(number)) return false;
        return total.equals("?") || isNumber(total) && Long.parseLong(number) <= Long.parseLong(total);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return !text.isEmpty() && text.length() <= 18;
    }

    private static void unusual(Examination bag, BagMetadata metadata, MetadataElement element, String expected) {
        bag.say(
                BAG_INFO_VALUE_UNUSUAL,
                place(metadata, element),
                "expected " + expected + ", found " + Quote.of(element.value()) + ".");
    }

    static Location place(BagMetadata metadata, MetadataElement element) {
        return new Location(metadata.file(), element.line(), element.label());
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }
}
