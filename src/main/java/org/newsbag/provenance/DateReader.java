package org.newsbag.provenance;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a calendar date that begins at a token: any order, Gregorian and Hijri months in nine languages, EDTF out. */
final class DateReader {
    /**
     * @param end the token after the date
     * @param edtf such as {@code 2015-08-10}, {@code XXXX-02-26}
     * @param agrees false where two calendars name days more than one apart
     */
    record Found(int end, String edtf, boolean agrees) {}

    private record Day(int end, int year, int month, int day, Lexicon.Calendar calendar) {}

    private final Lexicon lexicon;

    DateReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Optional<Found> at(List<Token> tokens, int from) {
        int i = skipWeekday(tokens, from);
        var first = day(tokens, i);
        if (first == null) return Optional.empty();
        int next = first.end;
        if (isWord(tokens, next, "هـ") || isWord(tokens, next, "ه") || isWord(tokens, next, "م")) next++;
        int joint = next;
        while (joint < tokens.size() && !tokens.get(joint).isWord() && joint - next < 2) joint++;
        if (isWord(tokens, joint, "الموافق") || isWord(tokens, joint, "موافق")) joint++;
        var second = first.calendar == Lexicon.Calendar.GREGORIAN && joint == next ? null : day(tokens, joint);
        if (second != null && second.calendar != first.calendar) {
            next = second.end;
            if (isWord(tokens, next, "هـ") || isWord(tokens, next, "ه") || isWord(tokens, next, "م")) next++;
            boolean gregorianFirst = first.calendar == Lexicon.Calendar.GREGORIAN;
            return both(gregorianFirst ? first : second, gregorianFirst ? second : first, next);
        }
        int end = closing(tokens, first.end);
        return Optional.ofNullable(edtf(first)).map(date -> new Found(end, date, true));
    }

    private static int closing(List<Token> tokens, int at) {
        return isWord(tokens, at, "هـ") || isWord(tokens, at, "ه") || isWord(tokens, at, "م") ? at + 1 : at;
    }

    private Optional<Found> both(Day gregorian, Day other, int end) {
        var date = edtf(gregorian);
        if (date == null) return Optional.empty();
        if (gregorian.year == 0 || other.year == 0) return Optional.of(new Found(end, date, true));
        try {
            var there = gregorian(other);
            var here = LocalDate.of(gregorian.year, gregorian.month, gregorian.day);
            return Optional.of(new Found(end, date, Math.abs(ChronoUnit.DAYS.between(there, here)) <= 1));
        } catch (DateTimeException e) {
            return Optional.of(new Found(end, date, false));
        }
    }

    /** The same day in the Gregorian calendar: Hijri by Umm al-Qura, Solar Hijri by the calendar of Iran. */
    private static LocalDate gregorian(Day day) {
        return switch (day.calendar) {
            case GREGORIAN -> LocalDate.of(day.year, day.month, day.day);
            case HIJRI -> LocalDate.from(HijrahDate.of(day.year, day.month, day.day));
            case JALALI -> {
                var calendar = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("fa@calendar=persian"));
                calendar.clear();
                calendar.setLenient(false);
                calendar.set(day.year, day.month - 1, day.day);
                try {
                    yield LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), 86_400_000L));
                } catch (IllegalArgumentException e) {
                    throw new DateTimeException(e.getMessage(), e);
                }
            }
        };
    }

    /** Null for a day that no calendar has, and for one of another calendar without its year. */
    private static String edtf(Day day) {
        try {
            if (day.calendar != Lexicon.Calendar.GREGORIAN)
                return day.year == 0 ? null : gregorian(day).toString();
            if (day.year == 0) {
                LocalDate.of(2000, day.month, day.day);
                return String.format(Locale.ROOT, "XXXX-%02d-%02d", day.month, day.day);
            }
            return LocalDate.of(day.year, day.month, day.day).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Day day(List<Token> tokens, int i) {
        var numeric = numeric(tokens, i);
        if (numeric != null) return numeric;
        var dayFirst = dayFirst(tokens, i);
        return dayFirst != null ? dayFirst : monthFirst(tokens, i);
    }

    private Day dayFirst(List<Token> tokens, int i) {
        int day = number(tokens, i);
        if (day < 1 || day > 31) return null;
        int next = i + 1;
        if (is(tokens, next, Token.Kind.DOT) || isWord(tokens, next, "de") || isWord(tokens, next, "من")) next++;
        var month = month(tokens, next);
        if (month == null) return null;
        next = month.end;
        if (isWord(tokens, next, "de")
                || isWord(tokens, next, "del")
                || is(tokens, next, Token.Kind.COMMA)
                || isWord(tokens, next, "عام")) next++;
        int year = year(tokens, next, month.calendar);
        return new Day(year > 0 ? next + 1 : month.end, year, month.number, day, month.calendar);
    }

    private Day monthFirst(List<Token> tokens, int i) {
        var month = month(tokens, i);
        if (month == null) return null;
        int next = month.end;
        if (is(tokens, next, Token.Kind.DOT)) next++;
        int day = number(tokens, next);
        if (day < 1 || day > 31) return null;
        int after = next + 1;
        if (is(tokens, after, Token.Kind.COMMA)) after++;
        int year = year(tokens, after, month.calendar);
        return new Day(year > 0 ? after + 1 : next + 1, year, month.number, day, month.calendar);
    }

    /** Year first, or day first where the middle cannot be a day or the script always puts it first; two readings are none. */
    private Day numeric(List<Token> tokens, int i) {
        if (i + 3 >= tokens.size()) return null;
        var mark = tokens.get(i + 1).kind();
        if (mark != Token.Kind.DASH && mark != Token.Kind.SLASH && mark != Token.Kind.DOT) return null;
        int a = number(tokens, i);
        int b = number(tokens, i + 2);
        if (a < 1 || b < 1) return null;
        boolean arabic = tokens.stream()
                .anyMatch(t ->
                        t.isWord() && t.key().charAt(0) >= 0x0621 && t.key().charAt(0) <= 0x06FF);
        if (mark == Token.Kind.DASH && arabic && a <= 31 && b <= 12 && is(tokens, i + 3, Token.Kind.OPEN))
            return new Day(i + 3, 0, b, a, Lexicon.Calendar.GREGORIAN);
        int c = mark == tokens.get(i + 3).kind() ? number(tokens, i + 4) : -1;
        if (a > 1500 && a < 2200 && b <= 12 && c >= 1 && c <= 31)
            return new Day(i + 5, a, b, c, Lexicon.Calendar.GREGORIAN);
        if (c < 1500 || c > 2200) return null;
        boolean dayFirst = arabic
                || tokens.stream().anyMatch(t -> lexicon.is("day-first", t.key()))
                || mark == Token.Kind.DOT
                || a > 12
                || a == b;
        if (dayFirst && a <= 31 && b <= 12) return new Day(i + 5, c, b, a, Lexicon.Calendar.GREGORIAN);
        if (!dayFirst && b > 12 && b <= 31) return new Day(i + 5, c, a, b, Lexicon.Calendar.GREGORIAN);
        return null;
    }

    private record MonthFound(int end, int number, Lexicon.Calendar calendar) {}

    /** One or two words, with a second name of the same month beside it, in brackets or after a slash. */
    private MonthFound month(List<Token> tokens, int i) {
        var first = monthWords(tokens, i);
        if (first == null) return null;
        int next = first.end;
        if (next < tokens.size() && (is(tokens, next, Token.Kind.OPEN) || is(tokens, next, Token.Kind.SLASH))) {
            var second = monthWords(tokens, next + 1);
            if (second != null && second.number == first.number && second.calendar == first.calendar) {
                int end = second.end;
                if (is(tokens, next, Token.Kind.OPEN) && is(tokens, end, Token.Kind.CLOSE)) end++;
                return new MonthFound(end, first.number, first.calendar);
            }
        }
        var second = monthWords(tokens, next);
        return second != null && second.number == first.number && second.calendar == first.calendar ? second : first;
    }

    private MonthFound monthWords(List<Token> tokens, int i) {
        if (i >= tokens.size() || !tokens.get(i).isWord()) return null;
        if (i + 1 < tokens.size() && tokens.get(i + 1).isWord()) {
            var two =
                    lexicon.month(tokens.get(i).key() + " " + tokens.get(i + 1).key());
            if (two.isPresent())
                return new MonthFound(i + 2, two.get().number(), two.get().calendar());
        }
        return lexicon.month(tokens.get(i).key())
                .map(month -> new MonthFound(i + 1, month.number(), month.calendar()))
                .orElse(null);
    }

    private int skipWeekday(List<Token> tokens, int i) {
        if (i >= tokens.size()
                || !tokens.get(i).isWord()
                || lexicon.day(tokens.get(i).key()).orElse(0) == 0) return i;
        return is(tokens, i + 1, Token.Kind.COMMA) ? i + 2 : i + 1;
    }

    private static int number(List<Token> tokens, int i) {
        if (i >= tokens.size() || !tokens.get(i).isWord()) return -1;
        var key = tokens.get(i).key();
        var digits = key.endsWith("st") || key.endsWith("nd") || key.endsWith("rd") || key.endsWith("th")
                ? key.substring(0, key.length() - 2)
                : key;
        return digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9') && !digits.isEmpty()
                ? Integer.parseInt(digits)
                : -1;
    }

    /** Also with the sign of its era joined on: {@code 1436ه}, {@code 2015م}. */
    private static int year(List<Token> tokens, int i, Lexicon.Calendar calendar) {
        if (i >= tokens.size() || !tokens.get(i).isWord()) return 0;
        var key = tokens.get(i).key();
        if (key.length() == 5 && (key.endsWith("ه") || key.endsWith("م"))) key = key.substring(0, 4);
        if (key.length() != 4 || !key.chars().allMatch(c -> c >= '0' && c <= '9')) return 0;
        int year = Integer.parseInt(key);
        boolean fits =
                calendar == Lexicon.Calendar.GREGORIAN ? year >= 1500 && year < 2200 : year >= 1200 && year < 1600;
        return fits ? year : 0;
    }

    private static boolean is(List<Token> tokens, int i, Token.Kind kind) {
        return i < tokens.size() && tokens.get(i).kind() == kind;
    }

    private static boolean isWord(List<Token> tokens, int i, String word) {
        return i < tokens.size()
                && tokens.get(i).isWord()
                && tokens.get(i).key().equals(Fold.key(word));
    }
}
