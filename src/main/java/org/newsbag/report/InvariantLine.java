package org.newsbag.report;

/** The promise and what is held, on one line: {@code 1,204 bags, 3.1 M files, 8.2 TB; oldest verified 61 days ago (limit 90); 0 overdue; 1 failing}. */
public final class InvariantLine {
    private InvariantLine() {}

    /** In English, without a line end. The limit goes without its unit where the age has the same. */
    public static String of(Standing standing) {
        return of(standing, Words.of(Language.ENGLISH));
    }

    static String of(Standing standing, Words words) {
        var figures = new Figures(words);
        var line = words.text(
                "line",
                "bags",
                words.counted("count.bags", standing.bags()),
                "files",
                figures.files(standing.files()),
                "bytes",
                figures.size(standing.bytes()),
                "oldest",
                oldest(standing, words, figures),
                "overdue",
                Figures.exact(standing.overdue()),
                "failing",
                Figures.exact(standing.failing()));
        return standing.contradicted() == 0
                ? line
                : words.text("line.contradicted", "line", line, "contradicted", Figures.exact(standing.contradicted()));
    }

    private static String oldest(Standing standing, Words words, Figures figures) {
        var limit = figures.span(standing.limit());
        if (standing.never() > 0)
            return words.text("line.never", "never", Figures.exact(standing.never()), "limit", limit);
        if (standing.oldest().isEmpty()) return words.text("line.nothing", "limit", limit);
        var age = Figures.age(standing.oldest().get(), standing.now());
        var unit = Figures.Unit.ofWhole(standing.limit());
        if (words.language() == Language.ENGLISH && unit == Figures.Unit.of(age))
            limit = Figures.exact(unit.count(standing.limit()));
        return words.text("line.oldest", "ago", figures.ago(standing.oldest().get(), standing.now()), "limit", limit);
    }
}
