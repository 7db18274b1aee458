package org.newsbag.cli;

import java.util.EnumMap;
import java.util.Map;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Verdict;

/** How many bags came out how. */
final class ValidateTotals {
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private int bags;
    private boolean isPartial;

    void add(Judgement judgement) {
        bags++;
        verdicts.merge(judgement.verdict(), 1, Integer::sum);
        isPartial |= judgement.isPartial();
    }

    int bags() {
        return bags;
    }

    int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /** 3 where bytes could not be read, else 1 where some bag is not valid. */
    int exitCode() {
        if (isPartial) return ExitCode.NOT_DONE;
        return count(Verdict.VALID) == bags ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
