package org.newsbag.audit;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.newsbag.fixity.Progress;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.CheckRecord;
import org.newsbag.ledger.Contradiction;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.HashTree;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.Part;
import org.newsbag.ledger.Queue;
import org.newsbag.ledger.Sample;

/** The work "run": checks what was verified the longest ago, part by part, until all is checked or time or bytes are spent. */
public final class RunAudit {
    /** How often it is said that a run still lives, so that no other takes over what it has claimed. */
    private static final Duration RENEWED = Duration.ofSeconds(30);

    /** Checks of small bags are recorded together, but not for longer than this. */
    private static final long WAIT_NANOSECONDS = 200_000_000;

    /** A part of more bytes than this may take longer, so what waits is recorded before it. */
    private static final long SMALL = 64 << 20;

    private final Ledger ledger;
    private final Progress progress;
    private final Watcher watcher;

    /** Is told of each part once its check is recorded. */
    public interface Watcher {
        void checked(PartResult result);
    }

    public RunAudit(Ledger ledger, Progress progress, Watcher watcher) {
        this.ledger = ledger;
        this.progress = progress;
        this.watcher = watcher;
    }

    /**
     * Runs. What was recorded before an exception stays recorded; the run then has no end in the ledger, and the next goes on where it was.
     *
     * @throws IOException where the ledger cannot be read or written; what is wrong with bags is in the result
     */
    public RunResult run(RunRequest request) throws IOException, InterruptedException {
        var run = UUID.randomUUID().toString();
        var behind = Standings.clockBehind(ledger);
        var contradictions = ledger.holdings().contradictions();
        var start = JsonObject.builder()
                .put("run", run)
                .put("limitSeconds", request.limit().toSeconds())
                .put("bags", request.bags())
                .put("seconds", request.time().map(Duration::toSeconds))
                .put("bytes", boxed(request.bytes()))
                .put("rate", boxed(request.rate()))
                .put(
                        "perMille",
                        request.perMille().isPresent()
                                ? Optional.of(request.perMille().getAsInt())
                                : Optional.empty())
                .put("clockBehindMilliseconds", behind.toMillis())
                .build();
        var started = ledger.recorder().note(EventKind.RUN_START, start);
        ledger.queue().enter(run, started);
        var underWay = new UnderWay(run, request, contradictions);
        try (var lease = new Repeated(
                "newsbag-audit-lease", RENEWED, () -> ledger.queue().renew(run))) {
            underWay.checkAll(lease);
        } finally {
            ledger.queue().leave(run);
        }
        return underWay.end(behind);
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static List<Long> bagsOf(List<Contradiction> contradictions) {
        return contradictions.stream().map(Contradiction::bag).toList();
    }

    private static Optional<Sample> sample(RunRequest request) {
        if (request.perMille().isEmpty()) return Optional.empty();
        var seed = new byte[16];
        new SecureRandom().nextBytes(seed);
        return Optional.of(
                new Sample(request.perMille().getAsInt(), HexFormat.of().formatHex(seed)));
    }

    /** One run while it goes on. */
    private final class UnderWay {
        private final String run;
        private final RunRequest request;
        private final List<Contradiction> contradictions;
        private final long began = System.nanoTime();
        private final Budget budget;
        private final PartCheck check;
        private final List<PartResult> waiting = new ArrayList<>();
        private final HashTree checks = new HashTree();
        private final Set<Long> bags = new HashSet<>();
        private final Set<Long> failing = new HashSet<>();
        private long recorded = System.nanoTime();
        private boolean isComplete;
        private boolean isBrokenOff;
        private long underWay;
        private long parts;
        private long files;

        UnderWay(String run, RunRequest request, List<Contradiction> contradictions) {
            this.run = run;
            this.request = request;
            this.contradictions = contradictions;
            budget = new Budget(request.time(), request.bytes(), request.rate(), System::nanoTime);
            check = new PartCheck(
                    ledger, budget, sample(request), request.jobs(), new Pace(budget, request.rate(), progress));
        }

        void checkAll(Repeated lease) throws IOException, InterruptedException {
            var place = Queue.Place.START;
            while (!budget.isSpent()) {
                var claimed = claim(place);
                if (claimed.isEmpty()) {
                    isComplete = true;
                    break;
                }
                for (var part : claimed) {
                    if (budget.isSpent()) {
                        isBrokenOff = true;
                        break;
                    }
                    check(part);
                    lease.confirm();
                }
                place = Queue.Place.of(claimed.get(claimed.size() - 1));
            }
            record();
            // a budget that was spent on the very last part has left nothing over
            if (!isComplete && !isBrokenOff) isComplete = claim(place).isEmpty();
            underWay = ledger.queue().underWay(run);
            isComplete &= underWay == 0 && contradictions.isEmpty();
        }

        private List<Part> claim(Queue.Place behind) throws IOException {
            return ledger.queue().claim(run, behind, request.bags(), bagsOf(contradictions));
        }

        private void check(Part part) throws IOException, InterruptedException {
            if (part.bytes() > SMALL) record();
            var bag = ledger.holdings()
                    .bag(part.bag())
                    .orElseThrow(
                            () -> new IOException(
                                    "the ledger holds a part of bag " + part.bag()
                                            + " and no such bag. Somebody took it away, or the ledger is damaged. Ask: newsbag audit verify"));
            var result = check.resume(bag, part);
            isBrokenOff |= !result.isWhole()
                            && result.sample().isEmpty()
                            && result.judgement().isPresent()
                    || isBrokenOff(result);
            if (isBrokenOff(result)) return; // how far it came is written down
            waiting.add(result);
            if (System.nanoTime() - recorded > WAIT_NANOSECONDS) record();
        }

        private boolean isBrokenOff(PartResult result) {
            return !result.isWhole() && result.sample().isEmpty() && !result.isFailing();
        }

        /** A failure that was found before the run was broken off is recorded, too. */
        private void record() throws IOException {
            var records = new ArrayList<CheckRecord>();
            for (var result : waiting) records.add(result.toRecord(Optional.of(run)));
            var events = ledger.recorder().check(records);
            for (int i = 0; i < waiting.size(); i++) {
                if (events.get(i).isEmpty()) continue;
                checks.add(events.get(i).get());
                var result = waiting.get(i);
                parts++;
                files += result.intact().files();
                bags.add(result.bag().id());
                if (result.isFailing()) failing.add(result.bag().id());
                watcher.checked(result);
            }
            waiting.clear();
            recorded = System.nanoTime();
        }

        RunResult end(Duration behind) throws IOException {
            var took = Duration.ofNanos(System.nanoTime() - began);
            ledger.recorder()
                    .note(
                            EventKind.RUN_END,
                            JsonObject.builder()
                                    .put("run", run)
                                    .put("complete", isComplete)
                                    .put("parts", parts)
                                    .put("bags", bags.size())
                                    .put("intact", files)
                                    .put("bytes", budget.read())
                                    .put("failing", failing.size())
                                    .put("contradicted", bagsOf(contradictions))
                                    .put("milliseconds", took.toMillis())
                                    .put("checks", checks.size())
                                    .put("checksRoot", checks.root())
                                    .build());
            return new RunResult(
                    run,
                    isComplete,
                    underWay,
                    parts,
                    bags.size(),
                    files,
                    budget.read(),
                    failing.size(),
                    took,
                    behind,
                    contradictions,
                    Standings.of(ledger, request.limit(), contradictions));
        }
    }
}
