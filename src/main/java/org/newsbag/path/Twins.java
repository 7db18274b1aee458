package org.newsbag.path;

import static org.newsbag.finding.FindingCode.NAME_CASE_TWIN;
import static org.newsbag.finding.FindingCode.NAME_NORMALIZATION_TWIN;

import java.text.Normalizer;
import org.newsbag.finding.Finding;
import org.newsbag.finding.Quote;

/** Two names in one folder that a lenient file system takes for one. */
public final class Twins {
    private Twins() {}

    /**
     * @param first the one that sorts first
     * @param place where the second stands
     */
    public static Finding finding(String first, String second, String place) {
        boolean sameLetters = Normalizer.normalize(first, Normalizer.Form.NFC)
                .equals(Normalizer.normalize(second, Normalizer.Form.NFC));
        return new Finding(
                sameLetters ? NAME_NORMALIZATION_TWIN : NAME_CASE_TWIN,
                place,
                "Its name differs from " + Quote.of(first) + " only by "
                        + (sameLetters ? "Unicode normalization" : "case")
                        + "; on macOS and Windows one file overwrites the other. Rename one if the bag is to go there.");
    }
}
