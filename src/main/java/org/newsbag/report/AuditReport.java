package org.newsbag.report;

import java.time.Instant;
import java.util.List;

/**
 * What happened to the bags of a ledger over time, as {@link ReportPage} shows it. Lists that could grow without end hold what is most pressing, and say how much
 * they leave out.
 *
 * @param made when the report was made
 * @param ledger the ledger's identifier
 * @param head its checkpoint, as {@code audit checkpoint} prints it
 * @param events how many events the ledger holds
 * @param coverage oldest first; empty where nothing was registered yet
 * @param ages one for each span of age, youngest first, bags that were never verified last
 * @param runs newest first, the last hundred
 * @param failing the failing bags, longest failing first, at most {@link #MOST_FAILING}; {@link Standing#failing} counts all
 * @param bags what is held, oldest verification first, at most {@link #MOST_BAGS}; {@link Standing#bags} counts all
 */
public record AuditReport(
        Instant made,
        String ledger,
        String head,
        long events,
        Standing standing,
        List<Coverage> coverage,
        List<AgeBand> ages,
        List<RunSummary> runs,
        List<FailingBag> failing,
        List<HeldBag> bags) {
    public static final int MOST_FAILING = 200;
    public static final int MOST_BAGS = 1000;

    public AuditReport {
        coverage = List.copyOf(coverage);
        ages = List.copyOf(ages);
        runs = List.copyOf(runs);
        failing = List.copyOf(failing);
        bags = List.copyOf(bags);
    }
}
