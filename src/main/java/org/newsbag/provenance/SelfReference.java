package org.newsbag.provenance;

import java.util.List;

/** {@code ... told «OUTLET»}: the Arabic "to" joined to a quoted name of an outlet, by which reporters name their own. */
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
                if (!tokens.get(i).key().equals("ل")
                        || tokens.get(i + 1).kind() != Token.Kind.QUOTE
                        || tokens.get(i + 1).spaced()) continue;
                var read = segments.at(tokens, i + 2).orElse(null);
                if (read == null || read.segment().role() != Segment.Role.OUTLET || read.end() >= tokens.size())
                    continue;
                if (tokens.get(read.end()).kind() != Token.Kind.QUOTE) continue;
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
}
