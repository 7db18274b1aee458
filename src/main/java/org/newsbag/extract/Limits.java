package org.newsbag.extract;

import java.time.Duration;

/**
 * What one file may cost.
 *
 * @param time for one file in a forked parser
 * @param heapMebibytes of one forked parser
 * @param characters of text of one file, embedded documents included, in UTF-16 units
 * @param embedded how many embedded documents are read
 * @param plainBytes the longest plain text that is decoded in this process; a longer one is cut there and is {@link Outcome#TRUNCATED}
 */
public record Limits(Duration time, int heapMebibytes, int characters, int embedded, int plainBytes) {
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(60), 512, 10_000_000, 10_000, 64 << 20);

    public Limits {
        if (time.isNegative()
                || time.isZero()
                || heapMebibytes < 64
                || characters < 1
                || embedded < 0
                || plainBytes < 1)
            throw new IllegalArgumentException("limits must be positive, and the heap 64 MiB or more");
    }
}
