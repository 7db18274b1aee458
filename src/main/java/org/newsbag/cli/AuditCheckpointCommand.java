package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Checkpoint;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.TimeStamp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsbag audit checkpoint}. */
@Command(
        name = "checkpoint",
        description =
                "Prints, on the last line, a text that vouches for all that the ledger holds now. Keep it elsewhere: in a letter, a register, another institution. A time-stamping authority can vouch for when it was there.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit checkpoint",
            "  newsbag audit checkpoint --request head.tsq        # then send head.tsq to an authority",
            "  newsbag audit checkpoint --timestamp head.tsr --authority tsa.pem",
            "",
            "Exit codes: 0 printed; 1 the time stamp does not hold; 2 wrong usage; 3 not done."
        })
final class AuditCheckpointCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "Also write the request for a time stamp of it (RFC 3161) to a new file.")
    private Optional<Path> request = Optional.empty();

    @Option(
            names = "--timestamp",
            paramLabel = "TOKEN-FILE",
            description =
                    "Take a time stamp of an earlier checkpoint of this ledger into the history, after verifying it.")
    private Optional<Path> timestamp = Optional.empty();

    @Mixin
    private AuthorityOption authority = new AuthorityOption();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditCheckpointCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var file = request.map(NewFile::new);
        return new AuditWork("checkpoint", terminal, common, ledger).run((opened, work) -> {
            int code = timestamp.isPresent() ? keep(opened, work, timestamp.get()) : ExitCode.OK;
            var checkpoint = opened.history().checkpoint();
            if (file.isPresent())
                file.get().write(out -> {
                    out.write(TimeStamp.request(checkpoint));
                    return true;
                });
            work.document().put("checkpoint", checkpoint.toString());
            work.warn(checkpoint.toString());
            return code;
        });
    }

    static TimeStamp stamp(Path file) throws IOException {
        try {
            return TimeStamp.read(Files.readAllBytes(CommonOptions.readable("--timestamp", file)));
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--timestamp " + file + ": " + e.getMessage() + ".");
        }
    }

    /** A token that brings no certificate along is kept with the one that it was verified by. */
    private static Optional<String> encoded(Optional<X509Certificate> certificate) throws IOException {
        try {
            return certificate.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Base64.getEncoder().encodeToString(certificate.get().getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    private int keep(Ledger opened, AuditWork work, Path file) throws IOException {
        var stamp = stamp(file);
        var found = new ArrayList<Checkpoint>();
        opened.history().eachCheckpoint(checkpoint -> {
            if (stamp.isOf(checkpoint)) found.add(checkpoint);
        });
        var trusted = authority.certificate();
        var flaw = found.isEmpty() ? Optional.of("it is of no checkpoint of this ledger") : stamp.flaw(trusted);
        if (flaw.isPresent()) {
            work.document()
                    .put(
                            "timestamp",
                            JsonObject.builder()
                                    .put("holds", false)
                                    .put("reason", flaw.get())
                                    .build());
            work.warn("REFUSED: the time stamp does not hold: " + flaw.get() + ".");
            return ExitCode.FINDINGS;
        }
        var kept = JsonObject.builder()
                .put("checkpoint", found.get(0).toString())
                .put("time", stamp.time().toString())
                .put("authority", stamp.authority())
                .put("token", stamp.toBase64())
                .put("certificate", stamp.hasCertificate() ? Optional.empty() : encoded(trusted))
                .build();
        var event = opened.recorder().note(EventKind.TIMESTAMP, kept);
        work.document()
                .put(
                        "timestamp",
                        JsonObject.builder()
                                .put("holds", true)
                                .put("of", found.get(0).toString())
                                .put("time", stamp.time().toString())
                                .put("authority", stamp.authority())
                                .put("event", event.seq())
                                .build());
        work.say("Kept as event " + event.seq() + ": the first " + found.get(0).size() + " events were there at "
                + stamp.time() + ", says " + stamp.authority() + ".");
        return ExitCode.OK;
    }
}
