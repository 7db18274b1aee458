package org.newsbag.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the segments of a credit into evidence. */
final class CreditRoles {
    private final Lexicon lexicon;
    private final Names names;

    CreditRoles(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.names = new Names(lexicon);
    }

    void note(Credit credit, String text, Finds finds, boolean foot) {
        boolean dateline = credit.has(Segment.Role.PLACE) && !foot;
        var rule = rule(credit, dateline, foot);
        var whole = merged(credit.segments(), text);
        if (dateline) {
            if (!finds.has(Field.DATELINE)) finds.add(Field.DATELINE, credit.start(), credit.end(), rule);
            for (var segment : whole)
                if (segment.isSource() && !segment.isNobody()) add(Field.DATELINE_AGENCY, segment, text, finds, rule);
        }
        for (var segment : whole) if (!segment.isSource()) note(credit, segment, text, finds, foot, rule);
        boolean listed = credit.segments().stream()
                .anyMatch(s -> s.role() == Segment.Role.OUTLET && !s.label().isEmpty());
        for (var segment : credit.segments())
            if (segment.isSource() && !(listed && segment.label().isEmpty()))
                note(credit, segment, text, finds, foot, rule);
    }

    private static String rule(Credit credit, boolean dateline, boolean foot) {
        if (!dateline) return foot ? "credit.foot/1" : "credit.line/1";
        return switch (credit.shape()) {
            case LINE -> "dateline.line/1";
            case RUN_IN -> "dateline.run-in/1";
            case BARE -> "dateline.place/1";
            case ALONE -> "dateline.alone/1";
        };
    }

    private void note(Credit credit, Segment s, String text, Finds finds, boolean foot, String rule) {
        boolean dateline = credit.has(Segment.Role.PLACE) && !foot;
        switch (s.role()) {
            case PLACE -> {
                if (dateline) add(Field.DATELINE_PLACE, s, text, finds, rule);
            }
            case AGENCY -> {
                add(Field.AGENCY, s, text, finds, rule);
                if (isHouseStyle(credit, s, text)) outlet(s, text, finds, "outlet.house-style/1");
            }
            case OUTLET -> outlet(s, text, finds, rule);
            case DATE -> {
                if (dateline)
                    finds.add(Field.DATELINE_DATE, s.label(), s.start(), s.end(), rule, Optional.empty(), s.ordinary());
                finds.add(
                        Field.ISSUED, s.label(), s.start(), s.end(), "date.dateline/1", Optional.empty(), s.ordinary());
            }
            case PERSON -> persons(s, text, finds);
            case UNKNOWN -> unknown(credit, s, text, finds, foot, rule);
            case GENERIC, STAFF -> {}
        }
    }

    private static void add(Field field, Segment s, String text, Finds finds, String rule) {
        finds.add(field, text.substring(s.start(), s.end()), s.start(), s.end(), rule, s.authority(), false);
    }

    private void outlet(Segment bureau, String text, Finds finds, String rule) {
        var tokens = Token.of(text, bureau.start(), bureau.end());
        var s = tokens.size() > 1
                        && tokens.get(1).isWord()
                        && lexicon.is("bureau", tokens.get(0).key())
                ? bureau.from(tokens.get(1).start())
                : bureau;
        finds.add(
                Field.OUTLET,
                text.substring(s.start(), s.end()),
                s.start(),
                s.end(),
                rule,
                s.authority(),
                finds.has(Field.OUTLET) || isAddress(s, text));
    }

    /** An address that no list holds may be the outlet's or its source's. */
    private static boolean isAddress(Segment s, String text) {
        return s.label().isEmpty() && text.substring(s.start(), s.end()).indexOf('.') >= 0;
    }

    private void persons(Segment s, String text, Finds finds) {
        var tokens = Token.of(text, s.start(), s.end());
        for (var person : names.persons(tokens, 0, tokens.size(), text))
            finds.add(
                    Field.BYLINE, person.start(), person.end(), person.known() ? "byline.slot/1" : "byline.unknown/1");
    }

    /**
     * Beside agencies alone an unknown short name is the outlet; between a place and an agency it is a person where capitals say so; beside a
     * place alone it is a person when it can be one, and an outlet when it is one word or begins with the article.
     */
    private void unknown(Credit credit, Segment s, String text, Finds finds, boolean foot, String rule) {
        boolean name = isName(s, text);
        boolean definite = Fold.key(text.substring(s.start(), s.end())).startsWith("ال");
        boolean source = credit.segments().stream().anyMatch(Segment::isSource);
        if (source && foot && !isInitials(text.substring(s.start(), s.end()))) outlet(s, text, finds, rule);
        else if (source && !credit.has(Segment.Role.PLACE)) {
            // A paper that prints agencies, or a place that no list holds.
            finds.addDoubtful(Field.OUTLET, s.start(), s.end(), "slot.unknown/1");
            finds.addDoubtful(Field.DATELINE_PLACE, s.start(), s.end(), "slot.unknown/1");
        } else if (source && !(name && Character.isUpperCase(text.codePointAt(s.start()))))
            finds.addDoubtful(name && !definite ? Field.BYLINE : Field.OUTLET, s.start(), s.end(), "slot.unknown/1");
        else if (name && !definite) persons(s, text, finds);
        else {
            add(Field.DATELINE_AGENCY, s, text, finds, "outlet.unknown/1");
            outlet(s, text, finds, "outlet.unknown/1");
        }
    }

    /** Small letters before an agency at the foot are an editor's. */
    private static boolean isInitials(String name) {
        return name.length() <= 4 && name.codePoints().allMatch(c -> Character.isLowerCase(c) || c == '.');
    }

    private boolean isName(Segment s, String text) {
        var tokens = Token.of(text, s.start(), s.end());
        return !names.persons(tokens, 0, tokens.size(), text).isEmpty();
    }

    /** An agency's own publication shows itself by the style that nobody else prints. */
    private boolean isHouseStyle(Credit credit, Segment agency, String text) {
        return lexicon.body(Fold.key(text.substring(agency.start(), agency.end())))
                .filter(body -> !body.house().isEmpty() && body.house().equals(credit.style()))
                .isPresent();
    }

    /** A place with the country or region after it is one place, and so are places joined by a slash. */
    private static List<Segment> merged(List<Segment> segments, String text) {
        var all = new ArrayList<Segment>();
        for (var next : segments) {
            var last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (last == null || !(isPlacePair(last, next, text) || isQuotedPair(last, next, text))) {
                all.add(next);
                continue;
            }
            int end = next.end();
            boolean bracket = text.substring(last.end(), next.start()).contains("(")
                    && end < text.length()
                    && text.charAt(end) == ')';
            var authority = text.charAt(last.end()) == '/' ? Optional.<String>empty() : last.authority();
            all.set(
                    all.size() - 1,
                    new Segment(
                            last.role(),
                            last.start(),
                            bracket ? end + 1 : end,
                            last.label(),
                            last.ordinary(),
                            authority));
        }
        return all;
    }

    private static boolean isPlacePair(Segment last, Segment next, String text) {
        if (last.role() != Segment.Role.PLACE || next.role() != Segment.Role.PLACE) return false;
        var between = text.substring(last.end(), next.start())
                .codePoints()
                .filter(c -> !Token.isSpace(c) && !Fold.isInvisible(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (last.authority().isPresent() && last.authority().equals(next.authority()) && between.matches("[,،]"))
            return true;
        return between.equals("/")
                || (between.equals(",") || between.equals("،") || between.equals("(")) && next.ordinary();
    }

    /** The desk and the outlet inside one pair of brackets or quotes. */
    private static boolean isQuotedPair(Segment last, Segment next, String text) {
        if (last.role() != Segment.Role.OUTLET
                || next.role() != Segment.Role.OUTLET
                || !last.label().isEmpty()) return false;
        int before = last.start() - 1;
        return before >= 0
                && "({[«\"".indexOf(text.charAt(before)) >= 0
                && !text.substring(last.end(), next.start()).contains(")");
    }
}
