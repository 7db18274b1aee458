package org.newsbag.provenance;

import java.util.ArrayList;
import java.util.List;

/** Tells whether a run of words is the name of a person, and takes lists of names apart. */
final class Names {
    /** A name and how sure it is: {@code known} where a given name or a particle of names is in it. */
    record Person(int start, int end, boolean known) {}

    /** The name Ali, which folds to the same letters as the word for "on"; a name is printed with the dots, or stands behind a given name. */
    private static final String ALI = "علي";

    /** "And", which Arabic joins to the next word. */
    private static final String AND = "و";

    private final Lexicon lexicon;

    Names(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The persons of a run of tokens; empty where any of it is not a name. */
    List<Person> persons(List<Token> tokens, int from, int to, String text) {
        var persons = new ArrayList<Person>();
        int start = from;
        for (int i = from; i <= to; i++) {
            boolean end = i == to;
            boolean comma = !end && tokens.get(i).kind() == Token.Kind.COMMA;
            boolean and = !end
                    && i > start
                    && tokens.get(i).isWord()
                    && lexicon.is("and", tokens.get(i).key());
            boolean ampersand = !end
                    && tokens.get(i).kind() == Token.Kind.OTHER
                    && text.charAt(tokens.get(i).start()) == '&';
            boolean joined = !end && i > start + 1 && isJoinedAnd(tokens.get(i));
            if (!(end || comma || and || ampersand || joined)) continue;
            var person = person(tokens, start, i, text);
            if (person == null) return List.of();
            persons.add(person);
            start = joined ? i : i + 1;
        }
        return persons;
    }

    private boolean isJoinedAnd(Token token) {
        return token.key().startsWith(AND)
                && !lexicon.isGiven(token.key())
                && token.key().length() > 3
                && lexicon.isGiven(token.key().substring(1));
    }

    private Person person(List<Token> tokens, int from, int to, String text) {
        int first = from;
        while (first < to
                && tokens.get(first).isWord()
                && lexicon.is("title", tokens.get(first).key())
                && to - first > 1) {
            first++;
            if (first < to
                    && (tokens.get(first).kind() == Token.Kind.DOT
                            || tokens.get(first).kind() == Token.Kind.SLASH)) first++;
        }
        if (first >= to) return null;
        int words = 0;
        boolean known = false;
        boolean given = false;
        boolean joined = first < to && tokens.get(first).isWord() && first > 0 && isJoinedAnd(tokens.get(first));
        for (int i = first; i < to; i++) {
            var token = tokens.get(i);
            if (token.kind() == Token.Kind.APOSTROPHE || token.kind() == Token.Kind.DASH && !token.spaced()) continue;
            if (token.kind() == Token.Kind.DOT && tokens.get(i - 1).key().length() <= 2) continue;
            if (!token.isWord() || !isNameWord(token, text, given)) return null;
            given = lexicon.isGiven(token.key());
            words++;
            known |= lexicon.isGiven(token.key()) || i > first && isNisba(token.key());
        }
        known |= joined;
        if (tokens.get(first).key().startsWith("ال")
                && !lexicon.isGiven(tokens.get(first).key())) known = false;
        if (words < 2 || words > 6) return null;
        return new Person(
                joined ? tokens.get(first).behind(AND, text) : tokens.get(first).start(),
                tokens.get(to - 1).end(),
                known);
    }

    private boolean isNameWord(Token token, String text, boolean afterGiven) {
        var key = token.key();
        if (key.chars().anyMatch(Character::isDigit)) return false;
        if (key.equals(ALI)) return text.charAt(token.end() - 1) == 'ي' || afterGiven;
        if (lexicon.is("function", key) || lexicon.is("desk", key) || lexicon.is("outlet-word", key))
            return isParticle(key);
        if (lexicon.day(key).isPresent()) return false;
        int c = text.codePointAt(token.start());
        if (Character.isUpperCase(c) || isParticle(key)) return true;
        boolean initial = token.end() < text.length() && text.charAt(token.end()) == '.';
        return !Character.isLowerCase(c) && (key.length() > 1 || Character.isUpperCase(c) || initial);
    }

    /** A surname made from a place or a tribe: article before, ending of belonging behind. */
    private static boolean isNisba(String key) {
        return key.length() > 4 && key.startsWith("ال") && key.endsWith("ي");
    }

    private static boolean isParticle(String key) {
        return switch (key) {
            case "de",
                    "da",
                    "del",
                    "di",
                    "du",
                    "la",
                    "le",
                    "van",
                    "von",
                    "der",
                    "den",
                    "el",
                    "al",
                    "bin",
                    "ben",
                    "ibn",
                    "ter",
                    "dos",
                    "d",
                    "y",
                    "los",
                    "las",
                    "zu" -> true;
            default -> false;
        };
    }
}
