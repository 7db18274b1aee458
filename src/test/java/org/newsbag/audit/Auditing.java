package org.newsbag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Progress;
import org.newsbag.ledger.Checkpoint;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.LedgerPlace;
import org.newsbag.ledger.MovingClock;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.ledger.Verification;
import org.newsbag.report.Standing;
import org.newsbag.store.BagArchive;
import org.newsbag.store.Serialization;
import org.newsbag.validation.BagMaking;

/** An archive under audit, in a test: bags in a folder, a ledger, and a clock that a test moves. Every call opens the ledger anew, as every command does. */
final class Auditing {
    static final Duration LIMIT = Duration.ofDays(90);
    private static final long PART = 100_000_000_000L;

    final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T08:00:00Z"));
    final LedgerPlace place;
    final Path bags;

    Auditing(LedgerPlace place, Path bags) {
        this.place = place;
        this.bags = bags;
    }

    /** What is done with the ledger. */
    interface Work<T> {
        T on(Ledger ledger) throws IOException, InterruptedException;
    }

    <T> T with(Work<T> work) {
        try (var ledger = Ledger.openOrMake(place, clock, "test")) {
            return work.on(ledger);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A valid bag of four payload files, one of them empty, with manifests and tag manifests. */
    BagMaking bag(String name) {
        return BagMaking.in(bags.resolve(name))
                .declare("1.0")
                .put("bag-info.txt", "Source-Organization: " + name + "\n")
                .put("data/a.txt", "alpha of " + name)
                .put("data/empty.txt", "")
                .put("data/sub/b.txt", "beta of " + name)
                .put("data/sub/c.txt", "gamma of " + name)
                .manifest("sha256")
                .tagManifest("sha256");
    }

    /** The same, registered. */
    BagMaking added(String name) {
        var bag = bag(name);
        assertThat(add(bag.path())).isInstanceOf(AddResult.Added.class);
        return bag;
    }

    /** The same, as an archive, registered. */
    Path added(String name, Serialization form) {
        var folder = BagMaking.in(bags.resolveSibling("to-pack").resolve(name));
        folder.declare("1.0");
        for (int i = 0; i < 20; i++) folder.put("data/" + i + ".bin", noise(i, 3000));
        folder.manifest("sha256").tagManifest("sha256");
        var archive = bags.resolve(name + form.extension());
        try {
            Files.createDirectories(bags);
            if (form == Serialization.TAR_ZST) {
                var tar = bags.resolveSibling(name + ".tar");
                BagArchive.write(folder.path(), name, tar, Serialization.TAR, Instant.EPOCH);
                try (var out = new ZstdOutputStream(Files.newOutputStream(archive))) {
                    Files.copy(tar, out);
                }
            } else BagArchive.write(folder.path(), name, archive, form, Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(add(archive)).isInstanceOf(AddResult.Added.class);
        return archive;
    }

    static byte[] noise(int seed, int length) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    AddResult add(Path bag) {
        return add(bag, new AddBag.Terms(Optional.empty(), Optional.empty(), Optional.empty(), PART));
    }

    AddResult add(Path bag, AddBag.Terms terms) {
        return with(ledger -> new AddBag(ledger, 2, Progress.SILENT).add(bag, terms));
    }

    RegisteredBag registered(String name) {
        return with(ledger -> ledger.holdings().bagsNamed(name).get(0));
    }

    RunRequest request() {
        return new RunRequest(
                List.of(), LIMIT, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty(), 2);
    }

    /** What a run said: of each part that it checked, by the name of the bag. */
    record Run(RunResult result, List<PartResult> parts) {
        /** The outcomes of files that are not intact, by path; of a bag as a whole, under the empty path. */
        Map<String, String> failures() {
            var failures = new TreeMap<String, String>();
            for (var part : parts) {
                if (part.isFailing() && part.differences().isEmpty())
                    failures.put("", part.outcome().id());
                for (var failure : part.failures())
                    failures.put(failure.path(), failure.outcome().id());
            }
            return failures;
        }

        List<String> checked() {
            return parts.stream()
                    .map(part -> Path.of(part.bag().location()).getFileName().toString())
                    .toList();
        }

        String remark() {
            return parts.stream()
                    .flatMap(part -> part.remark().stream())
                    .findFirst()
                    .orElse("");
        }
    }

    Run run() {
        return run(request());
    }

    Run run(RunRequest request) {
        clock.move(Duration.ofMinutes(1));
        return with(ledger -> {
            var parts = new ArrayList<PartResult>();
            var result = new RunAudit(ledger, Progress.SILENT, parts::add).run(request);
            return new Run(result, parts);
        });
    }

    Standing standing() {
        return with(ledger -> Standings.of(ledger, LIMIT));
    }

    AcceptResult accept(String name, String... paths) {
        return accept(registered(name), paths);
    }

    AcceptResult accept(RegisteredBag bag, String... paths) {
        clock.move(Duration.ofMinutes(1));
        return with(ledger -> new AcceptChanges(ledger, 2, Progress.SILENT)
                .accept(bag, new AcceptChanges.Terms("A. Keeper", "ticket 41", List.of(paths), false)));
    }

    Checkpoint checkpoint() {
        return with(ledger -> ledger.history().checkpoint());
    }

    /** What verification says is wrong with the ledger. */
    List<FindingCode> verify(Checkpoint... kept) {
        return with(ledger -> {
            var findings = new Findings();
            new Verification(ledger).run(List.of(kept), Optional.empty(), findings);
            return findings.list().stream()
                    .map(finding -> finding.code())
                    .distinct()
                    .filter(code -> code != FindingCode.LEDGER_RUN_UNFINISHED)
                    .toList();
        });
    }

    /** Every outcome that stands in the history of a bag's checks. */
    List<String> outcomes(String name) {
        return with(ledger -> {
            var outcomes = new ArrayList<String>();
            ledger.history()
                    .eachOf(
                            ledger.holdings().bagsNamed(name).get(0).id(),
                            event -> event.body().string("outcome").ifPresent(outcomes::add));
            return outcomes;
        });
    }
}
