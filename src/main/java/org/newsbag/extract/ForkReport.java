package org.newsbag.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.pipes.PipesResult;

/** Turns what a forked parser answered, or did not answer, into an {@link Extraction}. */
final class ForkReport {
    private final PipesResult result;
    private final Identified sniffed;
    private final PartReader partReader;

    ForkReport(PipesResult result, Identified sniffed, Path home) {
        this.result = result;
        this.sniffed = sniffed;
        this.partReader = new PartReader(home.toString());
    }

    Extraction extraction(LanguageGuess languages, Sniffer sniffer, byte[] head, String name) {
        var metadata = result.getEmitData() == null
                ? List.<Metadata>of()
                : result.getEmitData().getMetadataList();
        var dead = death();
        if (metadata.isEmpty()) {
            var outcome = dead.orElse(new Verdict(Outcome.FAILED, failure()));
            return Extraction.without(outcome.outcome(), outcome.detail(), sniffed);
        }
        var type = mediaType(metadata.get(0), sniffer, head, name);
        var read = MailBodies.joined(metadata.stream().map(partReader::read).toList());
        var own = read.get(0);
        var verdict = dead.orElseGet(() -> Verdict.of(metadata.get(0), read));
        var text = own.part().text();
        return new Extraction(
                verdict.outcome(),
                verdict.detail(),
                type,
                own.charset(),
                text.isBlank() ? Optional.empty() : Optional.of(languages.of(text)),
                text,
                Statements.of(read),
                parts(read));
    }

    private static List<Part> parts(List<ReadPart> read) {
        var parts = new ArrayList<Part>();
        for (var part : read) parts.add(part.part());
        return parts;
    }

    private Optional<Verdict> death() {
        return switch (result.getStatus()) {
            case TIMEOUT -> Optional.of(new Verdict(Outcome.TIMED_OUT, "The parser was stopped at its time limit."));
            case OOM ->
                Optional.of(new Verdict(Outcome.OUT_OF_MEMORY, "The parser needed more memory than its limit."));
            case UNSPECIFIED_CRASH ->
                Optional.of(new Verdict(
                        Outcome.CRASHED,
                        Optional.ofNullable(result.getMessage()).orElse("The parser's process ended unasked.")));
            default -> Optional.empty();
        };
    }

    private String failure() {
        return result.getMessage() == null
                ? "The parser gave no answer: " + result.getStatus() + "."
                : partReader.problem(result.getMessage());
    }

    private Identified mediaType(Metadata own, Sniffer sniffer, byte[] head, String name) {
        var type = Optional.ofNullable(own.get(HttpHeaders.CONTENT_TYPE)).map(MediaType::parse);
        if (type.isEmpty()) return sniffed;
        var base = type.get().getBaseType();
        return base.toString().equals(sniffed.value())
                ? sniffed
                : new Identified(base.toString(), sniffer.howFound(base, head, name));
    }
}
