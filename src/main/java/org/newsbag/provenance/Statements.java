package org.newsbag.provenance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsbag.extract.Statement;

/** Makes evidence of what a file states about itself in its metadata. */
final class Statements {
    private static final Pattern DAY = Pattern.compile("^(\\d{4})[-:/]?(\\d{2})[-:/]?(\\d{2})(?:$|[T ].*|\\d{6}.*)");
    private static final Pattern ADDRESS_DAY = Pattern.compile("/(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/-]|$)");
    private static final Pattern SITE =
            Pattern.compile("(.{8,}?)(?:\\s+[-‐–—|:·»]+\\s+|\\s*\\|\\s*|--|_)((?:(?!\\s[-–—|]\\s|--|_).)+)");
    private static final Pattern SITE_ADDRESS = Pattern.compile("(?:[\\w-]+\\.)+[a-zA-Z]{2,6}");
    private static final Set<String> SOFTWARE = Set.of(
            "adobe",
            "microsoft",
            "word",
            "office",
            "libreoffice",
            "openoffice",
            "acrobat",
            "distiller",
            "pdf",
            "indesign",
            "photoshop",
            "scanner",
            "scan",
            "canon",
            "xerox",
            "hp",
            "ricoh",
            "konica",
            "epson",
            "quark",
            "quarkxpress",
            "latex",
            "tex",
            "user",
            "admin",
            "administrator",
            "owner",
            "unknown",
            "anonymous",
            "root",
            "default",
            "test",
            "windows",
            "mac",
            "iphone",
            "apple",
            "google",
            "wordpress",
            "writer",
            "server",
            "guest",
            "pc",
            "author",
            "مستخدم",
            "المستخدم");

    private final SegmentReader segments;
    private final Lexicon lexicon;
    private final Names names;
    private final Confidences confidences;

    Statements(SegmentReader segments, Confidences confidences) {
        this.segments = segments;
        this.lexicon = segments.lexicon();
        this.names = new Names(lexicon);
        this.confidences = confidences;
    }

    void read(List<Statement> statements, Finds finds) {
        var printed = printedOutlets(statements);
        var captured = statements.stream()
                .filter(statement -> statement.subject() == Statement.Subject.CAPTURED)
                .flatMap(statement -> day(statement.value()).stream())
                .findFirst();
        var outlets = statements.stream()
                .filter(statement -> statement.subject() == Statement.Subject.OUTLET)
                .map(statement -> Fold.key(statement.value()))
                .collect(Collectors.toSet());
        for (var statement : statements) {
            if (statement.value().isEmpty()) continue;
            switch (statement.subject()) {
                case HEADLINE ->
                    put(
                            statement,
                            Field.HEADLINE,
                            headline(statement, statements, outlets, finds),
                            isSettled(statement.source()),
                            finds);
                case OUTLET -> outlet(statement, printed, finds);
                case BYLINE -> byline(statement, outlets, finds);
                case CREDIT -> credit(statement, finds);
                case PLACE -> place(statement, finds);
                case ISSUED -> date(statement, Field.ISSUED, captured, finds);
                case MODIFIED -> date(statement, Field.MODIFIED, captured, finds);
                case URL -> address(statement, finds);
                case LANGUAGE, RIGHTS -> {}
            }
        }
    }

    /** The title without the site's name behind it, where that is a name that is stated or listed. */
    private String headline(Statement statement, List<Statement> statements, Set<String> outlets, Finds finds) {
        var headline = statement.value().strip();
        for (var cut = SITE.matcher(headline); cut.matches(); cut = SITE.matcher(headline)) {
            var site = Fold.key(cut.group(2));
            boolean named = finds.hasStated(cut.group(1))
                    || lexicon.body(site).isPresent()
                    || SITE_ADDRESS.matcher(cut.group(2)).matches()
                    || statements.stream()
                            .anyMatch(other -> other.subject() == Statement.Subject.OUTLET
                                    && Fold.key(other.value()).equals(site));
            if (!named || site.isEmpty()) break;
            if (statement.key().equals("title") && outlets.isEmpty() && isOutlet(site))
                put(statement, Field.OUTLET, cut.group(2).strip(), isSettled(statement.source()), finds);
            headline = cut.group(1).strip();
        }
        return headline;
    }

    /** Titles in PDF and Office properties are often a template's or a file's name. */
    private static boolean isSettled(Statement.Source source) {
        return switch (source) {
            case PDF, OFFICE, EXIF, AUDIO_VIDEO, WARC -> false;
            default -> true;
        };
    }

    /** A city, or a whole dateline that begins with one; a country alone is where the city lies. */
    private void place(Statement statement, Finds finds) {
        var value = statement.value();
        if (!statement.key().toLowerCase(Locale.ROOT).endsWith("dateline")) {
            boolean country = statement.key().toLowerCase(Locale.ROOT).contains("country");
            put(statement, Field.DATELINE_PLACE, value, !country, finds);
            return;
        }
        put(statement, Field.DATELINE, value, true, finds);
        var tokens = Token.of(value, 0, value.length());
        for (int i = 0; i < tokens.size(); i++) {
            var read = segments.at(tokens, i).map(SegmentReader.Read::segment);
            if (read.isEmpty() || read.get().role() != Segment.Role.PLACE) continue;
            put(
                    statement,
                    Field.DATELINE_PLACE,
                    value.substring(read.get().start(), read.get().end()),
                    true,
                    finds);
            return;
        }
    }

    private boolean isOutlet(String key) {
        return lexicon.body(key)
                .filter(body -> body.role() == Segment.Role.OUTLET && !body.ordinary())
                .isPresent();
    }

    /** The stated outlets that a list knows by that very name. */
    private List<String> printedOutlets(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.subject() == Statement.Subject.OUTLET)
                .map(statement -> Fold.key(statement.value()))
                .filter(key -> lexicon.body(key).isPresent())
                .toList();
    }

    /** The company around the name of a known outlet that is stated too gives way to that name. */
    private void outlet(Statement statement, List<String> printed, Finds finds) {
        var key = " " + Fold.key(statement.value()) + " ";
        boolean company =
                printed.stream().anyMatch(name -> key.length() > name.length() + 2 && key.contains(" " + name + " "));
        boolean address = statement.value().contains("@") || statement.value().contains("://");
        put(
                statement,
                Field.OUTLET,
                statement.value(),
                isSettled(statement.source()) && statement.source() != Statement.Source.MAIL && !address && !company,
                finds);
    }

    /** {@code By NAME} in a field for the name alone. */
    private List<Token> withoutLabel(List<Token> tokens) {
        boolean labelled =
                tokens.size() > 2 && lexicon.is("byline", tokens.get(0).key());
        return labelled ? tokens.subList(1, tokens.size()) : tokens;
    }

    /** @param outlets what the file states as its publisher, which is no person */
    private void byline(Statement statement, Set<String> outlets, Finds finds) {
        var value = statement.value();
        var tokens = withoutLabel(Token.of(value, 0, value.length()));
        if (value.contains("://") || value.startsWith("@") || tokens.isEmpty()) return;
        if (outlets.contains(Fold.key(value))) {
            put(statement, Field.BYLINE, value, false, finds);
            return;
        }
        var body = body(tokens);
        if (body.isPresent()) {
            boolean agency = body.get().role() == Segment.Role.AGENCY;
            if (agency) put(statement, Field.AGENCY, body.get().label(), false, finds);
            return;
        }
        var persons = names.persons(tokens, 0, tokens.size(), value);
        boolean plain = !persons.isEmpty() && tokens.stream().noneMatch(t -> SOFTWARE.contains(t.key()));
        if (!plain) {
            put(statement, Field.BYLINE, value, false, finds);
            return;
        }
        boolean settled = isSettled(statement.source()) && statement.source() != Statement.Source.MAIL
                || isDocument(statement.source()) && persons.stream().allMatch(p -> isFullName(value, p));
        for (var person : persons)
            put(statement, Field.BYLINE, value.substring(person.start(), person.end()), settled, finds);
    }

    private static boolean isDocument(Statement.Source source) {
        return source == Statement.Source.PDF || source == Statement.Source.OFFICE;
    }

    /** Two to four words, each capitalised where its script has capitals. */
    private static boolean isFullName(String value, Names.Person person) {
        return person.known()
                || value.substring(person.start(), person.end())
                        .matches("\\p{Lu}[\\p{L}'’.-]+( \\p{L}[\\p{L}'’.-]*){0,2} \\p{Lu}[\\p{L}'’-]+");
    }

    private Optional<Segment> body(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isWord()) continue;
            var read = segments.at(tokens, i).filter(r -> r.segment().isSource());
            if (read.isPresent()
                    && (read.get().end() == tokens.size() && i == 0
                            || !read.get().segment().ordinary())) return read.map(SegmentReader.Read::segment);
        }
        return Optional.empty();
    }

    private void credit(Statement statement, Finds finds) {
        var tokens = Token.of(statement.value(), 0, statement.value().length());
        boolean agency =
                body(tokens).filter(s -> s.role() == Segment.Role.AGENCY).isPresent();
        put(statement, Field.AGENCY, statement.value(), agency, finds);
    }

    /** Later than in any zone of the day of capture, which is told in UTC. */
    private static boolean isAfter(String day, String captured) {
        return LocalDate.parse(day).isAfter(LocalDate.parse(captured).plusDays(1));
    }

    /** The day as it is written there, in the zone it is written in. Days of PDF and Office files and of photographs are not days of issue, nor is a day after the page was captured. */
    private void date(Statement statement, Field field, Optional<String> captured, Finds finds) {
        day(statement.value()).ifPresent(day -> {
            boolean possible = captured.filter(end -> isAfter(day, end)).isEmpty();
            boolean settled = isSettled(statement.source()) && !isPicture(statement.source());
            put(statement, field, day, settled && possible, finds);
        });
    }

    /** A day in the page's address is often, not always, the day of issue. */
    private void address(Statement statement, Finds finds) {
        var match = ADDRESS_DAY.matcher(statement.value());
        if (match.find())
            day(match.group(1) + "-" + twoDigits(match.group(2)) + "-" + twoDigits(match.group(3)))
                    .ifPresent(day -> put(statement, Field.ISSUED, day, false, finds));
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static boolean isPicture(Statement.Source source) {
        return source == Statement.Source.IPTC || source == Statement.Source.XMP;
    }

    private static boolean isYear(int year) {
        return year >= 1600 && year <= 2100;
    }

    private Optional<String> day(String value) {
        var matcher = DAY.matcher(value);
        try {
            if (matcher.matches() && isYear(Integer.parseInt(matcher.group(1))))
                return Optional.of(LocalDate.of(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2)),
                                Integer.parseInt(matcher.group(3)))
                        .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        var tokens = Token.of(value, 0, Math.min(80, value.length()));
        for (int i = 0; i < Math.min(3, tokens.size()); i++) {
            var date = segments.dates().at(tokens, i).filter(d -> !d.edtf().startsWith("X"));
            if (date.isPresent()) return date.map(DateReader.Found::edtf);
        }
        return Optional.empty();
    }

    private void put(Statement statement, Field field, String value, boolean settled, Finds finds) {
        var source = statement.source().id();
        double confidence = confidences.of(source + "/1", field);
        if (!settled) confidence = Math.min(confidence, 0.4);
        finds.put(new Evidence(
                field,
                value,
                confidence >= Confidences.FLOOR ? Status.ASSERTED : Status.CANDIDATE,
                confidence,
                source,
                statement.value(),
                Optional.empty(),
                statement.key(),
                Optional.empty()));
    }
}
