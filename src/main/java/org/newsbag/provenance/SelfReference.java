package org.newsbag.provenance;

import java.util.List;

/** {@code ... told «OUTLET»}, {@code «OUTLET» has learnt}: a listed outlet in quotes behind the Arabic words by which reporters name their own. */
final class SelfReference {
    private final SegmentReader segments;

    SelfReference(SegmentReader segments) {
        this.segments = segments;
    }

    void read(String text, List<Line> lines, Finds finds) {
        if (finds.has(Field.OUTLET)) return;
        for (var line : lines) {
            var tokens = Token.of(text, line.start(), line.end());
            for (int i = 0; i + 3 < tokens.size(); i++) {
                if (!isCue(tokens, i)) continue;
                var read = segments.at(tokens, i + 2).orElse(null);
                if (read == null || read.segment().role() != Segment.Role.OUTLET || read.end() >= tokens.size())
                    continue;
                if (!isQuote(tokens.get(read.end()))) continue;
                var s = read.segment();
                finds.add(
                        Field.OUTLET,
                        text.substring(s.start(), s.end()),
                        s.start(),
                        s.end(),
                        "outlet.self-reference/1",
                        s.authority(),
                        false);
                return;
            }
        }
    }

    /** "To" or "has learnt" before an opening quote or bracket. */
    private boolean isCue(List<Token> tokens, int i) {
        return isQuote(tokens.get(i + 1))
                && segments.lexicon().is("self", tokens.get(i).key());
    }

    private static boolean isQuote(Token token) {
        return switch (token.kind()) {
            case QUOTE, OPEN, CLOSE -> true;
            default -> false;
        };
    }
}
