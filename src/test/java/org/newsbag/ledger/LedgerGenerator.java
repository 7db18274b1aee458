package org.newsbag.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.json.JsonObject;
import org.newsbag.path.RelativePath;

/** Makes a ledger of bags that are nowhere, as large as an archive's: {@code LedgerGenerator FILE BAGS FILES-OF-EACH}. */
public final class LedgerGenerator {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private LedgerGenerator() {}

    public static void main(String[] arguments) throws IOException {
        int bags = Integer.parseInt(arguments[1]);
        int files = Integer.parseInt(arguments[2]);
        var clock = new Clock() {
            private Instant now = FIRST;

            @Override
            public Instant instant() {
                now = now.plusSeconds(60);
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
        var random = new SplittableRandom(1);
        long began = System.nanoTime();
        try (var ledger = Ledger.openOrMake(new LedgerPlace.SqliteFile(Path.of(arguments[0])), clock, "generator")) {
            var recorder = ledger.recorder();
            for (int bag = 0; bag < bags; bag++) recorder.register(bag(bag, files, random, clock.instant()));
        }
        System.out.printf(
                Locale.ROOT,
                "%,d bags, %,d files in %.0f s%n",
                bags,
                (long) bags * files,
                (System.nanoTime() - began) / 1e9);
    }

    private static Registration bag(int number, int files, SplittableRandom random, Instant began) {
        var known = new ArrayList<KnownFile>();
        for (int i = 0; i < files; i++)
            known.add(new KnownFile(
                    String.format(Locale.ROOT, "data/2026/%02d/article-%06d.html", i % 12, i),
                    random.nextLong(1_000, 2_000_000),
                    Checksum.of(Algorithm.SHA_256, digest(random))));
        known.sort((a, b) -> RelativePath.compareUtf8(a.path(), b.path()));
        return new Registration(
                "/archive/" + number / 100 + "/bag-" + number,
                "none",
                OptionalLong.empty(),
                Algorithm.SHA_256,
                known,
                100_000_000_000L,
                "/archive (/dev/none)",
                JsonObject.builder()
                        .put("verdict", "valid")
                        .put("errors", JsonObject.builder().build())
                        .build(),
                began,
                Optional.empty(),
                Optional.empty());
    }

    private static byte[] digest(SplittableRandom random) {
        var bytes = ByteBuffer.allocate(32);
        while (bytes.hasRemaining()) bytes.putLong(random.nextLong());
        return bytes.array();
    }
}
