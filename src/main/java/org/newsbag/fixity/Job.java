package org.newsbag.fixity;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A source that is to be digested.
 *
 * @param item what the caller knows the source by; it comes back with the checksums
 * @param algorithms one or more, in the order of their names
 */
public record Job<T>(T item, ByteSource source, List<Algorithm> algorithms) {
    private static final long GUESS = 1 << 20;

    public Job {
        algorithms = List.copyOf(algorithms);
        if (algorithms.isEmpty()) throw new IllegalArgumentException(item + ": expected an algorithm, found none");
    }

    public static <T> Job<T> of(T item, ByteSource source, Collection<Algorithm> algorithms) {
        return new Job<>(item, source, List.copyOf(new TreeSet<>(algorithms)));
    }

    /** The size of the source in bytes, or a guess where it is not known. */
    long expectedSize() {
        return source.size() < 0 ? GUESS : source.size();
    }
}
