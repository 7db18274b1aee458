package org.newsbag.report;

/**
 * The bags whose oldest verification is of a certain age.
 *
 * @param fromDays the youngest, inclusive; -1 for bags that were never verified
 * @param toDays the oldest, exclusive; {@link Long#MAX_VALUE} where the band has no end
 * @param isOverdue whether the band lies beyond the limit
 */
public record AgeBand(long fromDays, long toDays, boolean isOverdue, long bags, long bytes) {}
