package org.newsbag.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.json.Json;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.ProofMaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag audit prove}. */
@Command(
        name = "prove",
        description =
                "Writes a small file that proves, to someone who has only a checkpoint, that a file was found intact in the last check that found it so.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit prove my-bag data/article.html --output article.proof.json",
            "  newsbag audit prove my-bag data/article.html --checkpoint newsbag:0123...:8812:9c4f...",
            "",
            "Exit codes: 0 proved; 1 no check found it intact; 2 wrong usage; 3 not done."
        })
final class AuditProveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "BAG", description = "A registered bag: by path, number or name.")
    private String bag = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "A file in it, such as data/article.html.")
    private String path = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the proof to this new file, and not to standard output.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--checkpoint",
            paramLabel = "HEAD",
            description = "Prove it to someone who has this checkpoint (default: the one of now).")
    private Optional<String> checkpoint = Optional.empty();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditProveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var file = output.map(NewFile::new);
        return new AuditWork("prove", terminal, common, ledger).run((opened, work) -> prove(opened, work, file));
    }

    private int prove(Ledger opened, AuditWork work, Optional<NewFile> file) throws IOException, InterruptedException {
        var found = BagName.find(opened, bag);
        var kept = checkpoint.map(AuditVerifyCommand::checkpoint);
        AuditJson.put(work.document(), found).put("path", path);
        var proof = new ProofMaker(opened).prove(found, path, kept);
        if (proof.isEmpty()) {
            work.document().put("result", "none");
            work.warn("No check" + (kept.isPresent() ? " up to that checkpoint" : "") + " found " + path + " in "
                    + found.location() + " intact.");
            return ExitCode.FINDINGS;
        }
        if (kept.isPresent() && !proof.get().checkpoint().equals(kept.get())) {
            work.document().put("result", "another-history");
            work.warn("The checkpoint is not one of this ledger's history. Ask: newsbag audit verify --checkpoint "
                    + kept.get());
            return ExitCode.FINDINGS;
        }
        var text = Json.pretty(proof.get().toJson()) + "\n";
        work.document().put("result", "proved").put("proof", proof.get().toJson());
        if (file.isPresent()) {
            file.get().write(out -> {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                return true;
            });
            work.say("Proved: " + path + " was intact at " + proof.get().verified() + ", to whoever has the checkpoint "
                    + proof.get().checkpoint());
        } else if (!work.isJson()) terminal.out().print(text);
        return ExitCode.OK;
    }
}
