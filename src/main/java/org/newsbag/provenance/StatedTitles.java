package org.newsbag.provenance;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsbag.extract.Statement;

/** The headlines that metadata state, whole and without what may be the name of the site behind them. */
final class StatedTitles {
    static final String RULE = "headline.stated/1";

    /** A shorter one may be a section, or a word of the page. */
    private static final int SHORTEST = 12;

    private static final int SHORTEST_IDEOGRAPHIC = 6;
    private static final int LONGEST_SITE = 40;
    private static final int LONGEST_LINE = 300;
    private static final Pattern SITE_MARK = Pattern.compile("\\s[-–—|»·]+\\s|\\||--|_");

    private final Set<String> titles = new HashSet<>();

    StatedTitles(List<Statement> statements) {
        for (var statement : statements) if (statement.subject() == Statement.Subject.HEADLINE) add(statement.value());
    }

    private void add(String title) {
        addKey(Fold.key(title));
        for (var mark = SITE_MARK.matcher(title); mark.find(); )
            if (title.length() - mark.end() <= LONGEST_SITE) addKey(Fold.key(title.substring(0, mark.start())));
    }

    private void addKey(String key) {
        boolean ideographic = !key.isEmpty() && Character.isIdeographic(key.codePointAt(0));
        if (key.length() >= (ideographic ? SHORTEST_IDEOGRAPHIC : SHORTEST)) titles.add(key);
    }

    /** Which of the lines is one of them, if any is. */
    Optional<Integer> among(List<Line> lines, String text) {
        for (int i = 0; i < lines.size() && !titles.isEmpty(); i++) {
            var line = lines.get(i);
            if (!line.cut() && line.length() <= LONGEST_LINE && titles.contains(Fold.key(line.in(text))))
                return Optional.of(i);
        }
        return Optional.empty();
    }
}
