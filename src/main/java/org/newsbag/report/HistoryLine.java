package org.newsbag.report;

import java.time.Instant;

/**
 * One event of a bag.
 *
 * @param event its number in the ledger
 * @param kind {@code register}, {@code check}, {@code accept}, {@code move}, {@code repair}
 * @param outcome of a check; empty for other events
 * @param detail in words: what was found, who accepted what and why
 */
public record HistoryLine(long event, Instant at, String kind, String outcome, String detail) {}
