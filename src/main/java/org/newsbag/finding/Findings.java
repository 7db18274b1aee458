package org.newsbag.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of one run, gathered from any thread. Of each code all are counted and the first {@value #KEPT} are
 * kept, so that a million awkward names cost no memory.
 */
public final class Findings {
    /** How many findings of one code are kept in full. */
    public static final int KEPT = 1000;

    private final Map<FindingCode, List<Finding>> kept = new EnumMap<>(FindingCode.class);
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);

    public synchronized void add(Finding finding) {
        counts.merge(finding.code(), 1L, Long::sum);
        var list = kept.computeIfAbsent(finding.code(), code -> new ArrayList<>());
        if (list.size() < KEPT) list.add(finding);
    }

    public void add(FindingCode code, String place, String message) {
        add(new Finding(code, place, message));
    }

    /** How many findings of each code there were, in the order of severity and code. */
    public synchronized Map<FindingCode, Long> counts() {
        return new EnumMap<>(counts);
    }

    public synchronized long count(Severity severity) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == severity)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** The findings that were kept, sorted by {@link Finding#ORDER}. */
    public synchronized List<Finding> list() {
        return kept.values().stream()
                .flatMap(List::stream)
                .sorted(Finding.ORDER)
                .toList();
    }
}
