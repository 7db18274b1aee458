package org.newsbag.ledger;

/**
 * A part of a bag, which is checked as one.
 *
 * @param number from 1
 * @param files how many are expected in it
 * @param bytes in them
 */
public record Part(long bag, int number, PathRange range, long files, long bytes, PartState state) {
    /** The same part, in another state. */
    Part in(PartState other) {
        return new Part(bag, number, range, files, bytes, other);
    }
}
