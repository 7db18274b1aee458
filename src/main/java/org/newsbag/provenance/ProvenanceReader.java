package org.newsbag.provenance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbag.extract.Extraction;

/**
 * Reads where a document comes from out of its text and its metadata. Looks only at the head and the foot of the text, keeps no state between
 * documents and may be used by several threads at once.
 */
public final class ProvenanceReader {
    /** How many characters (UTF-16) from the beginning of a text are looked at. */
    public static final int HEAD = 4_000;

    /** How many characters (UTF-16) before the end of a text are looked at. */
    public static final int FOOT = 2_500;

    /** A summary may stand between the headline and the dateline. */
    private static final int LONGEST_STANDFIRST = 320;

    private static final int LONGEST_MASTHEAD = 60;
    private static final int SHORTEST_PARAGRAPH = 70;
    /** How many lines below the first paragraph may still be a credit: captions and standfirsts stand above it in pages. */
    private static final int BELOW = 2;

    private static final int BELOW_STATED = 7;

    /** Kinds of text that people write articles in; the others are tables, styles and programs. */
    private static final Set<String> PROSE = Set.of(
            "plain", "html", "markdown", "x-web-markdown", "richtext", "rtf", "vnd.iptc.anpa", "enriched", "x-rst");

    private static final Set<String> DATA = Set.of(
            "application/json",
            "application/ld+json",
            "application/x-ndjson",
            "application/javascript",
            "application/xml",
            "application/x-sh",
            "application/sql",
            "application/x-yaml");

    private final SegmentReader segments;
    private final CreditGrammar grammar;
    private final CreditRoles roles;
    private final Labels labels;
    private final Headlines headlines;
    private final Feet feet;
    private final Citations citations;
    private final Chinese chinese;
    private final SelfReference selfReference;
    private final DateLines dateLines;
    private final Days days;
    private final Statements statements;
    private final Confidences confidences;

    private ProvenanceReader(Lexicon lexicon, Gazetteer gazetteer, Confidences confidences) {
        this.segments = new SegmentReader(lexicon, gazetteer);
        this.grammar = new CreditGrammar(segments);
        this.roles = new CreditRoles(lexicon);
        this.labels = new Labels(segments);
        this.headlines = new Headlines(lexicon);
        this.feet = new Feet(segments, grammar, roles, labels);
        this.citations = new Citations(segments);
        this.chinese = new Chinese(lexicon, gazetteer);
        this.selfReference = new SelfReference(segments);
        this.dateLines = new DateLines(segments);
        this.days = new Days(lexicon);
        this.statements = new Statements(segments, confidences);
        this.confidences = confidences;
    }

    /**
     * Loads the lists.
     *
     * @param lists the user's own, which win over ours
     * @throws MalformedList for a list that breaks its format, with the file and the entry
     * @throws IOException where a list cannot be read
     */
    public static ProvenanceReader load(OwnLists lists) throws IOException {
        List<Authority> authorities =
                lists.outlets().isPresent() ? AuthorityList.read(lists.outlets().get()) : List.of();
        return new ProvenanceReader(Lexicon.load(authorities), Gazetteer.load(lists.places()), Confidences.load());
    }

    /** What one document says of its own origin. */
    public Provenance read(Extraction extraction) {
        var text = extraction.text();
        var finds = new Finds(text, confidences);
        var head = Line.of(text, 0, Math.min(text.length(), HEAD));
        var reasons = new EnumMap<Field, String>(Field.class);
        if (isProse(extraction.mediaType().value()))
            readText(text, belowStated(text, head, extraction, finds), finds, reasons);
        statements.read(extraction.statements(), finds);
        var evidence = Settlement.sorted(Settlement.settle(finds.all()));
        var asserted = Settlement.assertedByField(evidence);
        boolean news = News.isNews(extraction, asserted);
        var dateStatus = days.status(text, head, evidence, reasons);
        return new Provenance(news, dateStatus, evidence, absent(asserted, evidence, reasons, text));
    }

    /** Data and program text may quote an article, and are none. */
    private static boolean isProse(String mediaType) {
        int end = mediaType.indexOf(';');
        var type = (end < 0 ? mediaType : mediaType.substring(0, end)).strip();
        if (type.startsWith("text/")) return PROSE.contains(type.substring(5));
        return !DATA.contains(type);
    }

    /** Where the metadata state a headline that is a line of the text too, what stands above that line is the page's and not the article's. */
    private List<Line> belowStated(String text, List<Line> head, Extraction extraction, Finds finds) {
        var at = new StatedTitles(extraction.statements()).among(head, text);
        if (at.isEmpty()) return head;
        var line = head.get(at.get());
        finds.add(Field.HEADLINE, line.start(), line.end(), StatedTitles.RULE);
        pageHead(text, head.subList(0, at.get()), finds);
        return head.subList(at.get() + 1, head.size());
    }

    /** The name of a paper and the day above a stated headline: the head of a printed page. */
    private void pageHead(String text, List<Line> above, Finds finds) {
        if (above.isEmpty()) return;
        boolean dated = above.size() == 2 && dateLines.read(text, above.get(1), finds);
        var name = above.get(0);
        if (isMasthead(text, name, finds) || !dated) return;
        if (name.length() <= LONGEST_MASTHEAD && !isFurniture(text, name))
            finds.add(Field.OUTLET, name.start(), name.end(), "outlet.masthead/1");
    }

    private void readText(String text, List<Line> head, Finds finds, Map<Field, String> reasons) {
        var above = new ArrayList<Line>();
        Optional<Line> body = Optional.empty();
        boolean stated = finds.hasStated();
        boolean credited = stated;
        int unread = 0;
        int below = 0;
        for (int i = 0; i < head.size(); i++) {
            var line = head.get(i);
            unread = line.end();
            if ((body.isEmpty() || stated) && (dateLines.read(text, line, finds) || isFurniture(text, line))) continue;
            boolean first = above.isEmpty() && !credited && body.isEmpty();
            if (first && isMasthead(text, line, finds)) continue;
            boolean labelled =
                    labels.read(text, line, finds) || !first && labels.author(text, line, "byline.line/1", finds);
            credited |= finds.has(Field.BYLINE);
            if (labelled) continue;
            if (!first) chinese.reporters(text, line, finds);
            boolean overText = i + 1 < head.size() && isParagraph(text, head.get(i + 1));
            var credit =
                    credit(text, line, first, finds).filter(found -> overText || found.shape() != Credit.Shape.ALONE);
            if (credit.isPresent()) {
                roles.note(credit.get(), text, finds, false);
                credited = true;
                if (credit.get().isLine()) continue;
            }
            boolean paragraph = credit.isPresent() || isParagraph(text, line);
            if (paragraph && body.isEmpty()) body = Optional.of(line);
            if (paragraph && (credit.isPresent() || line.cut() || line.length() > LONGEST_STANDFIRST)) break;
            if (body.isPresent() && below++ >= (stated ? BELOW_STATED : BELOW)) break;
            if (body.isEmpty() && !credited && above.size() < 8) above.add(line);
        }
        if (!stated)
            headlines.read(text, above, credited, body, finds).ifPresent(why -> reasons.put(Field.HEADLINE, why));
        var foot = Line.of(text, Math.max(0, text.length() - FOOT), text.length());
        feet.read(text, foot, body.map(Line::start).orElse(unread), finds);
        selfReference.read(text, head, finds);
        if (isArticle(finds)) citations.read(text, head, finds);
    }

    /** The name of an outlet that is no ordinary word, alone on the first line: the head of its page. */
    private boolean isMasthead(String text, Line line, Finds finds) {
        if (line.cut() || line.length() > LONGEST_MASTHEAD) return false;
        var tokens = Token.of(text, line.start(), line.end());
        var read = segments.at(tokens, 0).filter(r -> r.end() == tokens.size());
        if (read.isEmpty()) return false;
        var outlet = read.get().segment();
        if (outlet.role() != Segment.Role.OUTLET || outlet.ordinary()) return false;
        finds.add(
                Field.OUTLET,
                text.substring(outlet.start(), outlet.end()),
                outlet.start(),
                outlet.end(),
                "outlet.masthead/1",
                outlet.authority(),
                false);
        return true;
    }

    /** Only an article cites; a manual that mentions an agency does not. */
    private static boolean isArticle(Finds finds) {
        return List.of(Field.HEADLINE, Field.DATELINE, Field.BYLINE, Field.AGENCY, Field.OUTLET).stream()
                .anyMatch(finds::has);
    }

    private Optional<Credit> credit(String text, Line line, boolean first, Finds finds) {
        if (finds.has(Field.DATELINE)) return Optional.empty();
        return grammar.read(text, line, first).or(() -> chinese.read(text, line));
    }

    private boolean isFurniture(String text, Line line) {
        return line.length() <= 60 && segments.lexicon().isBoilerplate(Fold.key(line.in(text)))
                || line.length() <= 100 && (Headlines.isNoise(text, line) || isTrail(line.in(text)));
    }

    /** {@code Home / Local / Schools}: where in the site the page stands. */
    private boolean isTrail(String line) {
        var steps = line.split("\\s*[/>»›«\\\\]\\s*");
        if (steps.length < 2 || Arrays.stream(steps).anyMatch(step -> step.split("\\s+").length > 2)) return false;
        var lexicon = segments.lexicon();
        var first = Fold.key(steps[0]);
        return lexicon.isBoilerplate(first) || lexicon.is("section", first);
    }

    /** Prose: long, or a sentence that ends. */
    private static boolean isParagraph(String text, Line line) {
        if (line.cut() || line.length() > 200) return true;
        char last = text.charAt(line.end() - 1);
        return line.length() > SHORTEST_PARAGRAPH
                && (last == '.' || last == '。')
                && !line.in(text).endsWith("..");
    }

    private static List<Absence> absent(
            Map<Field, List<Evidence>> asserted, List<Evidence> evidence, Map<Field, String> reasons, String text) {
        var absent = new ArrayList<Absence>();
        for (var field : List.of(Field.HEADLINE, Field.OUTLET, Field.DATELINE, Field.BYLINE, Field.ISSUED)) {
            if (asserted.containsKey(field)) continue;
            boolean possible = evidence.stream().anyMatch(row -> row.field() == field);
            absent.add(new Absence(
                    field, possible ? "only candidates that are not sure enough" : reason(field, reasons, text)));
        }
        return absent;
    }

    private static String reason(Field field, Map<Field, String> reasons, String text) {
        if (text.isBlank()) return "there is no text, and the metadata do not say";
        return reasons.getOrDefault(
                field,
                switch (field) {
                    case HEADLINE -> "no line stands as a headline";
                    case OUTLET -> "the text names no outlet as its own";
                    case DATELINE -> "no line or paragraph begins with a place and its source";
                    case BYLINE -> "no name stands beside a label, a place or an outlet";
                    default -> "nothing in the text or its metadata gives a day";
                });
    }
}
