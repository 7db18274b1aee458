package org.newsbag.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsbag.audit.Standings;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Holdings;
import org.newsbag.ledger.Ledger;
import org.newsbag.report.InvariantLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsbag audit status}. */
@Command(
        name = "status",
        description = "Says what is held, and which bags are overdue or failing. Reads the ledger, and no bag.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit status",
            "  newsbag audit status --max-age 30d --json",
            "",
            "Exit codes: 0 nothing is overdue or failing; 1 something is, or the ledger contradicts its history; 2 wrong usage; 3 not done."
        })
final class AuditStatusCommand implements Callable<Integer> {
    private static final int SHOWN = 20;
    private static final int MOST = 1000;

    private final Terminal terminal;

    @Mixin
    private LimitOption limitOption = new LimitOption();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditStatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command, where its arguments are plain. */
    static Optional<Callable<Integer>> plain(Terminal terminal, String... arguments) {
        return PlainArguments.of(List.of("audit", "status"), Set.of(LedgerOption.NAME, LimitOption.NAME), arguments)
                .filter(plain -> plain.others().isEmpty())
                .map(plain -> {
                    var command = new AuditStatusCommand(terminal);
                    command.common.set(plain);
                    command.ledger.set(plain);
                    command.limitOption.set(plain);
                    return command;
                });
    }

    @Override
    public Integer call() {
        var age = limitOption.given();
        return new AuditWork("status", terminal, common, ledger).run((opened, work) -> {
            var contradictions = opened.holdings().contradictions();
            work.contradictions(contradictions);
            var standing = Standings.of(opened, LimitOption.of(opened, age), contradictions);
            var failing = standing.failing() > 0 ? opened.holdings().failing(MOST) : new ArrayList<Holdings.Held>();
            var overdue = opened.holdings().verifiedBefore(standing.now().minus(standing.limit()), MOST);
            tell(opened, work, failing, overdue);
            work.clock(standing);
            var line = InvariantLine.of(standing);
            if (standing.isKept()) work.say(line);
            else work.warn(line);
            AuditJson.put(work.document(), standing)
                    .put(
                            "failingBags",
                            failing.stream().map(AuditStatusCommand::json).toList())
                    .put(
                            "overdueBags",
                            overdue.stream().map(AuditStatusCommand::json).toList())
                    .put("contradictedBags", AuditJson.contradictions(contradictions));
            return standing.isKept() ? ExitCode.OK : ExitCode.FINDINGS;
        });
    }

    private static void tell(Ledger opened, AuditWork work, List<Holdings.Held> failing, List<Holdings.Held> overdue)
            throws IOException {
        for (var held : failing.subList(0, Math.min(SHOWN, failing.size()))) {
            var state = held.failing().orElseThrow().state();
            var since = opened.history().event(state.failingSince());
            work.warn("FAILING  " + held.bag().location() + "  (bag "
                    + held.bag().id() + "): now "
                    + state.outcome().id().replace('-', ' ')
                    + since.map(event -> ", failing since " + event.at()).orElse("") + ", "
                    + (state.failingChecks() == 1 ? "in 1 check" : "in " + state.failingChecks() + " checks"));
        }
        if (failing.size() > SHOWN) work.warn("  ... and more: newsbag audit status --json");
        for (var held : overdue.subList(0, Math.min(SHOWN, overdue.size())))
            work.warn("OVERDUE  " + held.bag().location() + "  (bag "
                    + held.bag().id() + "): last verified " + held.verified());
        if (overdue.size() > SHOWN) work.warn("  ... and more: newsbag audit status --json");
    }

    private static JsonObject json(Holdings.Held held) {
        var json = AuditJson.put(JsonObject.builder(), held.bag())
                .put("verified", held.verified().toString());
        held.failing()
                .ifPresent(part -> json.put("outcome", part.state().outcome().id())
                        .put("failingSince", part.state().failingSince())
                        .put("failingChecks", part.state().failingChecks()));
        return json.build();
    }
}
