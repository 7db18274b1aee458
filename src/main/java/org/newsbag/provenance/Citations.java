package org.newsbag.provenance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Agencies that a sentence quotes: after a verb or preposition of saying, or after the word "agency". */
final class Citations {
    private static final int REACH = 6;

    private final SegmentReader segments;
    private final Lexicon lexicon;

    Citations(SegmentReader segments) {
        this.segments = segments;
        this.lexicon = segments.lexicon();
    }

    void read(String text, List<Line> paragraphs, Finds finds) {
        var known = new HashSet<String>();
        for (var line : paragraphs) {
            var tokens = Token.of(text, line.start(), line.end());
            for (int i = 0; i < tokens.size(); i++) {
                if (!tokens.get(i).isWord() || !isCue(tokens, i)) continue;
                quoted(text, tokens, i + 1, finds, known);
            }
        }
    }

    private boolean isCue(List<Token> tokens, int i) {
        var key = tokens.get(i).key();
        if (lexicon.is("cite", key)) return true;
        if (key.length() > 2 && key.startsWith("و") && lexicon.is("cite", key.substring(1))) return true;
        if (key.equals("وكاله") || key.equals("لوكاله") || key.equals("agency")) return true;
        return i + 1 < tokens.size()
                && tokens.get(i + 1).isWord()
                && lexicon.is("cite", key + " " + tokens.get(i + 1).key());
    }

    private void quoted(String text, List<Token> tokens, int from, Finds finds, Set<String> known) {
        for (int i = from; i < Math.min(tokens.size(), from + REACH); i++) {
            if (tokens.get(i).kind() == Token.Kind.DOT) return;
            var read = segments.at(tokens, i).orElse(null);
            if (read == null || read.segment().role() != Segment.Role.AGENCY) continue;
            var s = read.segment();
            boolean marked = i > 0
                    && (tokens.get(i - 1).kind() == Token.Kind.QUOTE
                            || tokens.get(i - 1).kind() == Token.Kind.OPEN);
            if (s.ordinary() && !marked) continue;
            if (known.add(s.label()))
                finds.add(
                        Field.CITED,
                        text.substring(s.start(), s.end()),
                        s.start(),
                        s.end(),
                        "cited.verb/1",
                        s.authority(),
                        false);
            return;
        }
    }
}
