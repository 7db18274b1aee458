package org.newsbag.finding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The findings of one run, gathered from any thread. Of each code all are counted and the first in the order of {@link Finding#ORDER} are
 * kept, so that a million awkward names cost no memory and the same input always gives the same list.
 */
public final class Findings {
    /** How many findings of one code are kept in full. */
    public static final int KEPT = 1000;

    private final Map<FindingCode, TreeSet<Finding>> kept = new EnumMap<>(FindingCode.class);
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);

    public synchronized void add(Finding finding) {
        counts.merge(finding.code(), 1L, Long::sum);
        var first = kept.computeIfAbsent(finding.code(), code -> new TreeSet<>(Finding.ORDER));
        first.add(finding);
        if (first.size() > KEPT) first.pollLast();
    }

    public void add(FindingCode code, String path, String message) {
        add(new Finding(code, path, message));
    }

    public void add(FindingCode code, Location location, String message) {
        add(new Finding(code, location, message));
    }

    /** Takes in all that another run has found. */
    public void addAll(Findings others) {
        var found = others.counts();
        for (var finding : others.list()) {
            add(finding);
            found.merge(finding.code(), -1L, Long::sum);
        }
        synchronized (this) {
            found.forEach((code, dropped) -> counts.merge(code, dropped, Long::sum));
        }
    }

    /** How many findings of each code there were, in the order of the codes. */
    public synchronized Map<FindingCode, Long> counts() {
        return new EnumMap<>(counts);
    }

    public synchronized boolean has(FindingCode code) {
        return counts.containsKey(code);
    }

    public synchronized long count(Severity severity) {
        long sum = 0;
        for (var entry : counts.entrySet()) if (entry.getKey().severity() == severity) sum += entry.getValue();
        return sum;
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** The findings that were kept, sorted by {@link Finding#ORDER}. */
    public synchronized List<Finding> list() {
        var all = new TreeSet<>(Finding.ORDER);
        for (var first : kept.values()) all.addAll(first);
        return List.copyOf(all);
    }
}
