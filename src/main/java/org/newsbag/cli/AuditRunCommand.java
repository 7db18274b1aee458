package org.newsbag.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsbag.audit.PartResult;
import org.newsbag.audit.RunAudit;
import org.newsbag.audit.RunRequest;
import org.newsbag.audit.RunResult;
import org.newsbag.bag.ByteSize;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Ledger;
import org.newsbag.report.InvariantLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag audit run}. */
@Command(
        name = "run",
        description =
                "Reads registered bags again, those first that were verified the longest ago, and records what it finds. Without a budget it reads all of them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit run",
            "  newsbag audit run --max-age 90d --budget 2h --rate 50MB/s",
            "  newsbag audit run my-bag",
            "  newsbag audit run --sample 5%% --on-failure 'mail -s \"fixity\" archivist@example.org'",
            "",
            "Exit codes: 0 nothing is overdue or failing; 1 something is, or the ledger contradicts its history; 2 wrong usage; 3 not done; 130 interrupted."
        })
final class AuditRunCommand implements Callable<Integer> {
    private static final int SHOWN = 5;
    private static final String BUDGET = "--budget";
    private static final String LIMIT = "--limit";
    private static final String RATE = "--rate";

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "BAG", description = "Only these bags: by path, number or name.")
    private List<String> bags = new ArrayList<>();

    @Mixin
    private LimitOption limitOption = new LimitOption();

    @Option(names = BUDGET, paramLabel = "SPAN", description = "Begin no further file after this time, such as 2h.")
    private Optional<String> budget = Optional.empty();

    @Option(
            names = LIMIT,
            paramLabel = "SIZE",
            description = "Begin no further file after so many bytes, such as 500GB.")
    private Optional<String> limit = Optional.empty();

    @Option(names = RATE, paramLabel = "SIZE/s", description = "Read no faster than this, such as 50MB/s.")
    private Optional<String> rate = Optional.empty();

    @Option(
            names = "--sample",
            paramLabel = "PERCENT",
            description =
                    "Read only so many of a hundred files, chosen by chance. It finds faults sooner, and counts as no verification.")
    private Optional<String> sample = Optional.empty();

    @Option(
            names = "--on-failure",
            paramLabel = "COMMAND",
            description =
                    "Run this command of the shell where the exit code is not 0, with the JSON document on its standard input.")
    private Optional<String> onFailure = Optional.empty();

    @Option(
            names = "--heartbeat",
            paramLabel = "FILE",
            description =
                    "Touch this file after a run that came to its end and found nothing overdue or failing, and after no other.")
    private Optional<Path> heartbeat = Optional.empty();

    /** Whether the run was more than finding that another has everything in hand. */
    private boolean didSomething;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditRunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command, where its arguments are plain. */
    static Optional<Callable<Integer>> plain(Terminal terminal, String... arguments) {
        var valued = Set.of(LedgerOption.NAME, LimitOption.NAME, BUDGET, LIMIT, RATE);
        return PlainArguments.of(List.of("audit", "run"), valued, arguments).map(plain -> {
            var command = new AuditRunCommand(terminal);
            command.common.set(plain);
            command.ledger.set(plain);
            command.limitOption.set(plain);
            command.budget = plain.value(BUDGET);
            command.limit = plain.value(LIMIT);
            command.rate = plain.value(RATE);
            command.bags = plain.others();
            return command;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var time = budget.map(text -> TimeSpan.parse(BUDGET, text));
        var age = limitOption.given();
        var bytes = limit.map(text -> ByteAmount.parse(LIMIT, text));
        var pace = rate.map(text -> ByteAmount.parse(RATE, text.replaceFirst("/s$", "")));
        var perMille = sample.map(AuditRunCommand::perMille);
        if (heartbeat.isPresent()) requireTouchable(heartbeat.get());
        var work = new AuditWork("run", terminal, common, ledger);
        int code = work.run((opened, told) -> {
            var ids = new ArrayList<Long>();
            for (var bag : bags) ids.add(BagName.find(opened, bag).id());
            var request = new RunRequest(
                    ids,
                    LimitOption.of(opened, age),
                    time,
                    bytes.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    pace.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    perMille.map(OptionalInt::of).orElse(OptionalInt.empty()),
                    common.jobs());
            return run(opened, told, request);
        });
        if (code == ExitCode.OK && heartbeat.isPresent() && didSomething) touch(heartbeat.get());
        if (code != ExitCode.OK && onFailure.isPresent()) alert(work, code);
        return code;
    }

    private static int perMille(String text) {
        var number = text.strip().replaceFirst(" ?%$", "");
        if (number.matches("[0-9]{1,3}([.][0-9])?")) {
            int perMille = (int) Math.round(Double.parseDouble(number) * 10);
            if (perMille >= 1 && perMille <= 1000) return perMille;
        }
        throw new UsageProblem("--sample expected 0.1% to 100%, found \"" + text + "\".");
    }

    private int run(Ledger opened, AuditWork work, RunRequest request) throws IOException, InterruptedException {
        var failing = new ArrayList<JsonObject>();
        var result = new RunAudit(opened, common.progress(terminal), part -> {
                    if (!part.isFailing()) return;
                    failing.add(AuditJson.of(part));
                    say(work, part);
                })
                .run(request);
        tell(work, result);
        AuditJson.put(document(work, result), result.standing())
                .put("failingParts", failing)
                .put("contradictedBags", AuditJson.contradictions(result.contradictions()));
        didSomething = result.parts() > 0 || result.isComplete();
        return result.isKept() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static void say(AuditWork work, PartResult part) {
        work.warn("FAILING  " + part.bag().location() + "  (bag " + part.bag().id() + "): "
                + part.outcome().id().replace('-', ' '));
        part.remark().ifPresent(remark -> work.warn("  " + remark));
        for (var failure :
                part.failures().subList(0, Math.min(SHOWN, part.failures().size())))
            work.warn("  " + failure.outcome().id() + "  " + failure.path()
                    + failure.expected().map(text -> "  expected " + text).orElse("")
                    + failure.found().map(text -> ", found " + text).orElse("")
                    + (failure.detail().isEmpty() ? "" : " (" + failure.detail() + ")"));
        if (part.failures().size() > SHOWN)
            work.warn("  ... and " + (part.failures().size() - SHOWN) + " more: newsbag audit history "
                    + part.bag().id());
    }

    private static void tell(AuditWork work, RunResult result) {
        var standing = result.standing();
        work.contradictions(result.contradictions());
        work.say("Checked " + result.bags() + (result.bags() == 1 ? " bag: " : " bags: ") + result.files()
                + " files intact, " + ByteSize.of(result.bytes()) + " read in " + seconds(result.took()) + "; "
                + result.failing() + " failing."
                + (result.isComplete()
                                || result.underWay() > 0
                                || !result.contradictions().isEmpty()
                        ? ""
                        : " The budget was spent before all were checked; the rest comes first next time."));
        if (result.underWay() > 0)
            work.say("Another run has " + result.underWay() + (result.underWay() == 1 ? " part" : " parts")
                    + " in hand now; this one left them to it.");
        work.clock(standing);
        var line = InvariantLine.of(standing);
        if (standing.isKept()) work.say(line);
        else work.warn(line);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() < 120
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : time.toMinutes() + " min";
    }

    private static JsonObject.Builder document(AuditWork work, RunResult result) {
        return work.document()
                .put("run", result.run())
                .put("complete", result.isComplete())
                .put("partsOfOtherRuns", result.underWay())
                .put("checkedBags", result.bags())
                .put("checkedParts", result.parts())
                .put("intactFiles", result.files())
                .put("bytesRead", result.bytes())
                .put("failingInRun", result.failing())
                .put("milliseconds", result.took().toMillis());
    }

    /** To fail before the work, not after it. */
    private static void requireTouchable(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file) || !Files.isWritable(Files.exists(file) ? file : folder))
            throw new UsageProblem("--heartbeat: " + file + " cannot be written.");
    }

    private static void touch(Path file) throws IOException {
        if (!Files.exists(file)) Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    /** What the command prints goes to standard error, so that nothing comes between a document and who reads it. */
    private void alert(AuditWork work, int code) throws IOException, InterruptedException {
        var process = new ProcessBuilder("/bin/sh", "-c", onFailure.orElseThrow())
                .redirectErrorStream(true)
                .start();
        var told = new Thread(() -> tell(process, work.whole(code)), "newsbag-audit-alert");
        told.setDaemon(true);
        told.start();
        process.getInputStream().transferTo(terminal.err());
        int ended = process.waitFor();
        if (ended != 0)
            terminal.err().println("newsbag: the command of --on-failure ended with exit code " + ended + ".");
    }

    private static void tell(Process process, JsonObject document) {
        try (var in = process.getOutputStream()) {
            in.write((Json.pretty(document) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it did not read to the end, and may have good reasons
        }
    }
}
