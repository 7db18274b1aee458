package org.newsbag.report;

import java.time.Instant;
import java.util.List;

/**
 * A bag that failed its last check.
 *
 * @param id in the ledger
 * @param outcomes of the bag and its files in its last check, as {@code audit run} words them: {@code altered}, {@code missing}, {@code bag-missing}
 * @param since the first of the checks in a row that failed
 * @param checks how many in a row
 * @param files that are not intact, at most {@link #MOST_FILES}
 * @param failures how many there are
 * @param history the bag's latest events, newest first
 */
public record FailingBag(
        long id,
        String location,
        List<String> outcomes,
        Instant since,
        long checks,
        List<FailingFile> files,
        long failures,
        List<HistoryLine> history) {
    public static final int MOST_FILES = 50;

    public FailingBag {
        outcomes = List.copyOf(outcomes);
        files = List.copyOf(files);
        history = List.copyOf(history);
    }
}
