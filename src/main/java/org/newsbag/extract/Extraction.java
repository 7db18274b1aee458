package org.newsbag.extract;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was learnt of one file.
 *
 * @param detail one sentence on the outcome for a person; empty where the outcome says all
 * @param charset of plain text and HTML only
 * @param language of the text; empty where there is no text
 * @param text the file's own text, without that of embedded documents; LF line ends, no unpaired surrogates; exactly what is stored and
 *     what offsets of evidence count in
 * @param statements in the order in which they are to be believed
 * @param parts the file itself first, then what is embedded in it, in the order met; empty where no parser ran
 */
public record Extraction(
        Outcome outcome,
        String detail,
        Identified mediaType,
        Optional<Identified> charset,
        Optional<Language> language,
        String text,
        List<Statement> statements,
        List<Part> parts) {
    public Extraction {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(charset);
        Objects.requireNonNull(language);
        Objects.requireNonNull(text);
        statements = List.copyOf(statements);
        parts = List.copyOf(parts);
    }

    /** The extraction of a file that gave nothing but its media type. */
    static Extraction without(Outcome outcome, String detail, Identified mediaType) {
        return new Extraction(outcome, detail, mediaType, Optional.empty(), Optional.empty(), "", List.of(), List.of());
    }
}
