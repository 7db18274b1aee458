package org.newsbag.cli;

import java.io.IOException;
import org.newsbag.finding.Findings;
import org.newsbag.upkeep.FetchedFile;
import org.newsbag.upkeep.UpkeepResult;
import org.newsbag.upkeep.UpkeepResult.Fetched;
import org.newsbag.upkeep.UpkeepResult.Refused;
import org.newsbag.upkeep.UpkeepResult.Updated;
import org.newsbag.validation.Verdict;

/** One run of a command of {@code newsbag bag}: does it, tells what came of it, and gives the exit code. */
final class BagWork {
    private final String name;
    private final Terminal terminal;
    private final CommonOptions common;

    /** What is done; the findings are what there is to be said of the bag. */
    interface Work {
        UpkeepResult run(Findings findings) throws IOException, InterruptedException;
    }

    BagWork(String name, Terminal terminal, CommonOptions common) {
        this.name = name;
        this.terminal = terminal;
        this.common = common;
    }

    /** While it works Ctrl-C ends it, and it says what was left. */
    int run(Work work) {
        var findings = new Findings();
        try (var interruption = new Interruption()) {
            int code = told(work, findings);
            // The process may end as soon as the interruption is closed: what is said must be out by then.
            terminal.out().flush();
            terminal.err().flush();
            return code;
        }
    }

    private int told(Work work, Findings findings) {
        try {
            var result = work.run(findings);
            int code = exitCode(result);
            if (common.json) new BagJson(terminal.out(), name).print(result, findings, code);
            else new BagText(terminal, common.quiet).print(result, findings);
            return code;
        } catch (IOException e) {
            return failed(Newsbag.reason(e), ExitCode.NOT_DONE, findings);
        } catch (InterruptedException e) {
            return failed("interrupted. Run it again to go on.", ExitCode.INTERRUPTED, findings);
        }
    }

    private int failed(String reason, int code, Findings findings) {
        if (common.json) new BagJson(terminal.out(), name).printFailure(reason, findings, code);
        else terminal.err().println("newsbag: not done: " + FindingList.visible(reason));
        return code;
    }

    private static int exitCode(UpkeepResult result) {
        if (result instanceof Refused refused)
            return switch (refused.reason()) {
                case REQUEST -> ExitCode.USAGE;
                case BAG -> ExitCode.FINDINGS;
                case MACHINE -> ExitCode.NOT_DONE;
            };
        if (result instanceof Fetched fetched && failedAny(fetched)) return ExitCode.NOT_DONE;
        if (result instanceof Updated updated && updated.isDry()) return ExitCode.OK;
        return verdict(result) == Verdict.VALID ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static boolean failedAny(Fetched fetched) {
        return fetched.files().stream().anyMatch(file -> file.outcome() == FetchedFile.Outcome.FAILED);
    }

    private static Verdict verdict(UpkeepResult result) {
        if (result instanceof Updated updated) return updated.verdict();
        if (result instanceof Fetched fetched) return fetched.verdict();
        return ((UpkeepResult.Unpacked) result).verdict();
    }
}
