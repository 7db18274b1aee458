package org.newsbag.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsbag audit checkpoint}. */
@Command(
        name = "checkpoint",
        description =
                "Prints a line that vouches for all that the ledger holds now. Keep it elsewhere: in a letter, a register, another institution.",
        footerHeading = "%nExamples:%n",
        footer = {"  newsbag audit checkpoint", "", "Exit codes: 0 printed; 2 wrong usage; 3 not done."})
final class AuditCheckpointCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditCheckpointCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new AuditWork("checkpoint", terminal, common, ledger).run((opened, work) -> {
            var checkpoint = opened.history().checkpoint();
            work.document().put("checkpoint", checkpoint.toString());
            work.warn(checkpoint.toString());
            return ExitCode.OK;
        });
    }
}
