package org.newsbag.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.newsbag.extract.Extraction;
import org.newsbag.provenance.Absence;
import org.newsbag.provenance.Evidence;
import org.newsbag.provenance.Provenance;
import org.newsbag.provenance.ProvenanceReader;

/**
 * Why the record of a document says what it says: the parts of the text that rules look at, with every quotation marked, and a row for each value.
 *
 * @param id as in {@link DescribedFile}
 * @param outcome of reading the file
 * @param text the whole stored text
 * @param rows the evidence; a row's number is its place, counted from 1
 * @param marks where in the text the rows' quotations stand, each stretch once, outer before inner; never crossing
 * @param absent the fields without an asserted value, and why
 */
public record Explanation(
        String id, String outcome, String text, List<Evidence> rows, List<Mark> marks, List<Absence> absent) {

    /**
     * A marked stretch.
     *
     * @param start the first character (UTF-16) in the text
     * @param end the character after the last
     * @param numbers of the rows that quote it
     */
    public record Mark(int start, int end, List<Integer> numbers) {}

    /** What a marked text is made of, in its order. */
    public sealed interface Piece permits Plain, Open, Close {}

    /** Characters of the text. */
    public record Plain(String text) implements Piece {}

    /** Where a mark begins. */
    public record Open(Mark mark) implements Piece {}

    /** Where a mark ends. */
    public record Close(Mark mark) implements Piece {}

    /**
     * A part of the text that rules look at.
     *
     * @param start the first character (UTF-16)
     * @param end the character after the last
     */
    public record Part(int start, int end) {}

    static Explanation of(DescribedFile file) {
        var text = file.extraction().map(Extraction::text).orElse("");
        var rows = file.provenance().map(Provenance::evidence).orElse(List.of());
        return new Explanation(
                file.id(),
                file.extraction().map(extraction -> extraction.outcome().id()).orElse("not read"),
                text,
                rows,
                marks(text, rows),
                file.provenance().map(Provenance::absent).orElse(List.of()));
    }

    private static List<Mark> marks(String text, List<Evidence> rows) {
        record Stretch(int start, int end) {}
        var numbers = new TreeMap<Stretch, List<Integer>>(
                Comparator.comparingInt(Stretch::start).thenComparingInt(stretch -> -stretch.end()));
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).span().isEmpty()) continue;
            var span = rows.get(i).span().get();
            int start = text.offsetByCodePoints(0, span.start());
            int end = text.offsetByCodePoints(start, span.end() - span.start());
            numbers.computeIfAbsent(new Stretch(start, end), stretch -> new ArrayList<>())
                    .add(i + 1);
        }
        var marks = new ArrayList<Mark>();
        numbers.forEach((stretch, all) -> {
            boolean crosses = marks.stream()
                    .anyMatch(mark -> mark.start() < stretch.start()
                            && mark.end() > stretch.start()
                            && mark.end() < stretch.end());
            if (!crosses) marks.add(new Mark(stretch.start(), stretch.end(), List.copyOf(all)));
        });
        return List.copyOf(marks);
    }

    /** The head and the foot; one part where they meet. */
    public List<Part> parts() {
        int head = Math.min(text.length(), ProvenanceReader.HEAD);
        int foot = Math.max(0, text.length() - ProvenanceReader.FOOT);
        return foot <= head
                ? List.of(new Part(0, text.length()))
                : List.of(new Part(0, head), new Part(foot, text.length()));
    }

    /** The stretch of text with the marks that begin in it; one that goes on behind it ends with it. */
    public List<Piece> pieces(int from, int to) {
        var pieces = new ArrayList<Piece>();
        var open = new ArrayList<Mark>();
        int at = from;
        for (var mark : marks) {
            if (mark.start() < from || mark.start() >= to) continue;
            at = close(pieces, open, at, mark.start(), to);
            plain(pieces, at, mark.start());
            at = mark.start();
            pieces.add(new Open(mark));
            open.add(mark);
        }
        at = close(pieces, open, at, Integer.MAX_VALUE, to);
        plain(pieces, at, to);
        return pieces;
    }

    private int close(List<Piece> pieces, List<Mark> open, int from, int before, int to) {
        int at = from;
        while (!open.isEmpty() && open.get(open.size() - 1).end() <= before) {
            var mark = open.remove(open.size() - 1);
            int end = Math.min(mark.end(), to);
            plain(pieces, at, end);
            at = Math.max(at, end);
            pieces.add(new Close(mark));
        }
        return at;
    }

    private void plain(List<Piece> pieces, int from, int to) {
        if (from < to) pieces.add(new Plain(text.substring(from, to)));
    }
}
