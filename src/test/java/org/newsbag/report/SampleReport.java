package org.newsbag.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports of made-up ledgers. */
final class SampleReport {
    static final Instant NOW = Instant.parse("2026-11-25T12:28:00Z");
    static final Duration LIMIT = Duration.ofDays(90);
    static final String HEAD =
            "newsbag-ledger/5b1f6c1e 4711 sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private SampleReport() {}

    static AuditReport nothing() {
        return new AuditReport(
                NOW,
                "5b1f6c1e-0c5e-4a53-9d0e-6a3a6c3f8f11",
                HEAD,
                1,
                new Standing(0, 0, 0, 0, Optional.empty(), 0, LIMIT, 0, 0, NOW),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Bags of which the first {@code failing} fail, of ledgers that are a year old. */
    static AuditReport of(int bags, int failing) {
        return of(bags, failing, failing == 0 ? 0 : Math.max(1, bags / 40), bags + 1);
    }

    static AuditReport of(int bags, int failing, int overdue, long files) {
        var held = new ArrayList<HeldBag>();
        long bytes = 0;
        for (int i = 0; i < bags; i++) {
            var state = i < failing ? "failing" : i < failing + overdue ? "overdue" : "intact";
            long size = 6_400_000_000L + (i * 7919L % 5000) * 1_000_000L;
            bytes += size;
            held.add(new HeldBag(
                    i + 1,
                    location(i),
                    i % 4 == 3 ? Optional.of(location(i - 1)) : Optional.empty(),
                    2300 + i * 31L % 900,
                    size,
                    Optional.of(NOW.minus(
                            Duration.ofDays(state.equals("overdue") ? 97 : 61 - i * 60L / Math.max(1, bags)))),
                    state));
        }
        var failingBags = new ArrayList<FailingBag>();
        for (int i = 0; i < Math.min(failing, AuditReport.MOST_FAILING); i++) failingBags.add(failing(i));
        return new AuditReport(
                NOW,
                "5b1f6c1e-0c5e-4a53-9d0e-6a3a6c3f8f11",
                HEAD,
                48_211,
                new Standing(
                        bags,
                        bags / 4,
                        files * 2600,
                        bytes,
                        Optional.of(NOW.minus(Duration.ofDays(overdue > 0 ? 97 : 61))),
                        0,
                        LIMIT,
                        overdue,
                        failing,
                        NOW),
                coverage(failing),
                ages(bags, overdue, bytes),
                runs(Math.min(100, 4 + bags), failing),
                failingBags,
                held.subList(0, Math.min(bags, AuditReport.MOST_BAGS)));
    }

    static String location(int bag) {
        return switch (bag % 5) {
            case 0 -> "/srv/archive/newspapers/al-nahar-" + (1990 + bag % 34) + "-" + (bag + 1);
            case 1 -> "/srv/archive/صحف/الأهرام-" + (1950 + bag % 70) + "-" + (bag + 1) + ".tar.gz";
            case 2 -> "file://tape-07.library.example/vault/agencies/wire-" + (bag + 1);
            case 3 -> "/mnt/second-copy/agencies/wire-" + bag;
            default -> "/srv/archive/web/2026/captures/daily-crawl-of-regional-newspapers-" + (bag + 1) + ".tar";
        };
    }

    static List<Coverage> coverage(int failing) {
        var coverage = new ArrayList<Coverage>();
        for (int week = 52; week >= 0; week--) {
            long held = 400_000_000_000L + (52 - week) * 150_000_000_000L;
            double share = week > 40 ? 0.35 + (52 - week) * 0.05 : week == 18 ? 0.83 : week == 17 ? 0.9 : 0.995;
            coverage.add(new Coverage(
                    NOW.minus(Duration.ofDays(week * 7L)),
                    held,
                    (long) (held * Math.min(1, share)),
                    week < 9 ? failing : week > 20 && week < 26 ? 1 : 0));
        }
        return coverage;
    }

    private static List<AgeBand> ages(int bags, int overdue, long bytes) {
        long rest = bags - overdue;
        var bands = new ArrayList<AgeBand>();
        long[] shares = {rest / 2, rest / 3, rest - rest / 2 - rest / 3};
        for (int i = 0; i < 3; i++)
            bands.add(new AgeBand(i * 30L, (i + 1) * 30L, false, shares[i], bytes / Math.max(1, bags) * shares[i]));
        bands.add(new AgeBand(90, 120, true, overdue, bytes / Math.max(1, bags) * overdue));
        bands.add(new AgeBand(120, Long.MAX_VALUE, true, 0, 0));
        bands.add(new AgeBand(-1, -1, false, 0, 0));
        return bands;
    }

    private static List<RunSummary> runs(int count, int failing) {
        var runs = new ArrayList<RunSummary>();
        for (int i = 0; i < count; i++) {
            long bytes = 220_000_000_000L + (i * 104729L % 97) * 1_000_000_000L;
            Optional<Duration> took = i == 2 || i == 41
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(bytes / (90_000 + i * 7919L % 130 * 1000)));
            runs.add(new RunSummary(
                    "run-" + (9120 - i),
                    NOW.minus(Duration.ofHours(5 + i * 71L)),
                    took,
                    Math.min(count, 34),
                    41_000 + i * 37L,
                    bytes,
                    i < 3 ? failing : 0));
        }
        return runs;
    }

    private static FailingBag failing(int bag) {
        var since = NOW.minus(Duration.ofDays(58 - bag % 50));
        var files = new ArrayList<FailingFile>();
        files.add(new FailingFile(
                "data/1998/03/14/front-page.tif",
                "altered",
                "sha256:9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "0 bytes instead of 48,211,332; modified 2026-10-02 03:11 UTC"));
        files.add(new FailingFile(
                "data/1998/03/14/الصفحة-الأولى.txt",
                "missing",
                "sha512:" + "ee26b0dd4af7e749aa1a8ee3c10ae9923f618980772e473f8819a5d4940e0db2".repeat(2),
                "",
                ""));
        if (bag % 3 == 0)
            files.add(new FailingFile(
                    "data/index.pdf",
                    "unreadable",
                    "sha256:" + "4".repeat(64),
                    "",
                    "Input/output error at byte 1,048,576"));
        return new FailingBag(
                bag + 1,
                location(bag),
                bag % 7 == 6 ? List.of("bag-missing") : List.of("altered", "missing"),
                since,
                3 + bag % 11,
                bag % 7 == 6 ? List.of() : files,
                bag % 7 == 6 ? 0 : bag % 5 == 4 ? 1200 : files.size(),
                List.of(
                        new HistoryLine(
                                48_200 - bag,
                                NOW.minus(Duration.ofDays(1)),
                                "check",
                                "altered",
                                "2 files are not intact"),
                        new HistoryLine(47_100 - bag, since, "check", "altered", "2 files are not intact"),
                        new HistoryLine(31_040 - bag, since.minus(Duration.ofDays(30)), "check", "intact", ""),
                        new HistoryLine(
                                2_117 + bag,
                                since.minus(Duration.ofDays(200)),
                                "accept",
                                "",
                                "قبلت أمينة المحفوظات الملف data/readme.txt بعد تصحيح ترميزه"),
                        new HistoryLine(
                                11 + bag, since.minus(Duration.ofDays(300)), "register", "", "2,310 files, 6.4 GB")));
    }
}
