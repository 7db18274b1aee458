package org.newsbag.provenance;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** How often each rule was right on the labelled development articles: {@code rules.tsv}. */
final class Confidences {
    /** Below this nothing is asserted. */
    static final double FLOOR = 0.5;

    private final Map<String, Double> byRule = new HashMap<>();

    private Confidences() {}

    static Confidences load() throws IOException {
        var confidences = new Confidences();
        for (var row : Lexicon.rows("rules.tsv")) {
            double value = row[2].equals("-")
                    ? Double.parseDouble(row[4])
                    : wilson(Integer.parseInt(row[2]), Integer.parseInt(row[3]));
            confidences.byRule.put(row[0] + " " + row[1], value);
        }
        return confidences;
    }

    /** Zero for what was never measured. */
    double of(String rule, Field field) {
        return byRule.getOrDefault(rule + " " + field.id(), 0.0);
    }

    /** The lower bound of the share of right answers, at 95 %, in hundredths. */
    static double wilson(int right, int all) {
        if (all == 0) return 0;
        double z = 1.96;
        double p = (double) right / all;
        double bound = (p + z * z / (2 * all) - z * Math.sqrt(p * (1 - p) / all + z * z / (4.0 * all * all)))
                / (1 + z * z / all);
        return Math.round(Math.max(0, bound) * 100) / 100.0;
    }
}
