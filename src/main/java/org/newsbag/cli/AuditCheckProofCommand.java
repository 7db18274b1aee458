package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.fixity.Digester;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;
import org.newsbag.ledger.FileProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag audit check-proof}. */
@Command(
        name = "check-proof",
        description =
                "Checks what audit prove has written, without the ledger: that the file was found intact by a check which belongs to the history that the checkpoint vouches for.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit check-proof article.proof.json --checkpoint newsbag:0123...:8812:9c4f...",
            "  newsbag audit check-proof article.proof.json --checkpoint newsbag:... --file article.html",
            "",
            "Exit codes: 0 it holds; 1 it does not; 2 wrong usage, or no proof; 3 not done."
        })
final class AuditCheckProofCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The proof.")
    private Path proof = Path.of("");

    @Option(names = "--checkpoint", paramLabel = "HEAD", description = "The checkpoint that you have kept.")
    private Optional<String> checkpoint = Optional.empty();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The file that you have, to be compared with the one that was verified.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditCheckProofCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var kept = checkpoint.map(AuditVerifyCommand::checkpoint);
        var read = read();
        var flaw = read.flaw();
        if (flaw.isEmpty() && kept.isPresent() && !kept.get().equals(read.checkpoint()))
            flaw = Optional.of("it leads to the checkpoint " + read.checkpoint() + ", and you have another");
        if (flaw.isEmpty() && file.isPresent()) flaw = other(read);
        tell(read, flaw, kept.isPresent());
        return flaw.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private FileProof read() throws IOException {
        try (var in = Files.newInputStream(CommonOptions.readable("FILE", proof))) {
            return FileProof.read(Json.readObject(in));
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new UsageProblem(proof + ": " + e.getMessage() + ".");
        }
    }

    private Optional<String> other(FileProof read) throws IOException {
        var algorithm = read.file().checksum().algorithm();
        try (var in = Files.newInputStream(CommonOptions.readable("--file", file.orElseThrow()))) {
            var found = Digester.of(List.of(algorithm)).finish(in).get(algorithm);
            return found.equals(read.file().checksum())
                    ? Optional.empty()
                    : Optional.of("the file that you have has the checksum " + found + ", and "
                            + read.file().checksum() + " was verified");
        }
    }

    private void tell(FileProof read, Optional<String> flaw, boolean hasCheckpoint) {
        if (common.json) {
            terminal.out()
                    .println(Json.pretty(JsonObject.builder()
                            .put("newsbag", Version.number())
                            .put("command", "audit check-proof")
                            .put("status", "done")
                            .put("exit", flaw.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS)
                            .put("holds", flaw.isEmpty())
                            .put("reason", flaw)
                            .put("path", read.file().path())
                            .put("bytes", read.file().bytes())
                            .put("checksum", read.file().checksum().toString())
                            .put("checkpoint", read.checkpoint().toString())
                            .put("checkpointCompared", hasCheckpoint)
                            .build()));
            return;
        }
        if (flaw.isPresent()) {
            terminal.out().println(FindingList.visible("THE PROOF DOES NOT HOLD: " + flaw.get() + "."));
            return;
        }
        if (common.quiet) return;
        terminal.out()
                .println(FindingList.visible("The proof holds: " + read.file().path() + " of " + read.location()
                        + ", " + read.file().bytes() + " bytes, " + read.file().checksum() + ", was intact at "
                        + read.verified() + "."));
        if (!hasCheckpoint)
            terminal.out()
                    .println(
                            "It proves that only to whoever has kept this checkpoint: compare it, or name yours with --checkpoint.\n"
                                    + read.checkpoint());
    }
}
