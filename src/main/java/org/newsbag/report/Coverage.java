package org.newsbag.report;

import java.time.Instant;

/**
 * How much of what was held at a moment had been verified within the limit then.
 *
 * @param heldBytes registered by then
 * @param coveredBytes of these, verified within the limit before {@code at}
 * @param failingBags how many bags had failed their last check
 */
public record Coverage(Instant at, long heldBytes, long coveredBytes, long failingBags) {}
