package org.newsbag.provenance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The dateline of Chinese wires, which has no spaces: agency, place, month, day, and the word for a wire. */
final class Chinese {
    private static final Pattern OPENING = Pattern.compile(
            "^[（(【]?(\\p{IsHan}{1,6}[社网報报])?[）)】]?(\\p{IsHan}{2,12}?)(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日电");

    private static final Pattern REPORTERS = Pattern.compile(
            "[（(](?:本报|本刊|新华社)?(?:记者|通讯员)[:： \\u3000]*(\\p{IsHan}{2,4}(?:[、, \\u3000]+\\p{IsHan}{2,4}){0,4})[)）]");
    private static final Pattern NAME = Pattern.compile("\\p{IsHan}{2,4}");

    private final Lexicon lexicon;
    private final Gazetteer gazetteer;

    Chinese(Lexicon lexicon, Gazetteer gazetteer) {
        this.lexicon = lexicon;
        this.gazetteer = gazetteer;
    }

    /** {@code （记者 NAME NAME）} within the opening of a line. */
    void reporters(String text, Line line, Finds finds) {
        if (finds.has(Field.BYLINE)) return;
        var m = REPORTERS.matcher(text).region(line.start(), Math.min(line.end(), line.start() + 80));
        if (!m.find()) return;
        var name = NAME.matcher(text).region(m.start(1), m.end(1));
        while (name.find()) finds.add(Field.BYLINE, name.start(), name.end(), "byline.label-run-in/1");
    }

    Optional<Credit> read(String text, Line line) {
        var m = OPENING.matcher(text).region(line.start(), Math.min(line.end(), line.start() + 60));
        if (!m.lookingAt() || m.group(1) == null) return Optional.empty();
        var body = lexicon.body(Fold.key(m.group(1)));
        if (body.isEmpty()) return Optional.empty();
        var name = Fold.key(m.group(2));
        var place = gazetteer.find(name).or(() -> gazetteer.find(name + "市"));
        if (place.isEmpty()) return Optional.empty();
        int month = Integer.parseInt(m.group(4));
        int day = Integer.parseInt(m.group(5));
        if (month < 1 || month > 12 || day < 1 || day > 31) return Optional.empty();
        var date = String.format(Locale.ROOT, "%s-%02d-%02d", m.group(3) == null ? "XXXX" : m.group(3), month, day);
        int dated = m.group(3) == null ? m.start(4) : m.start(3);
        var segments = List.of(
                new Segment(
                        body.get().role(),
                        m.start(1),
                        m.end(1),
                        body.get().label(),
                        body.get().ordinary(),
                        body.get().authority()),
                new Segment(
                        Segment.Role.PLACE,
                        m.start(2),
                        m.end(2),
                        "",
                        false,
                        place.get().authority()),
                new Segment(Segment.Role.DATE, dated, m.end(5) + 1, date, false, Optional.empty()));
        return Optional.of(new Credit(Credit.Shape.RUN_IN, segments, m.start(1), m.end(5) + 2, "APD"));
    }
}
