package org.newsbag.provenance;

import java.util.List;
import java.util.Map;
import org.newsbag.extract.Extraction;
import org.newsbag.extract.Statement;

/** Tells news from other documents. */
final class News {
    private News() {}

    /** News says so of itself, or shows a dateline, a byline or a credit. */
    static boolean isNews(Extraction extraction, Map<Field, List<Evidence>> asserted) {
        for (var part : extraction.parts().stream().limit(1).toList())
            for (var type : part.properties().getOrDefault("og:type", List.of()))
                if (type.equals("article") || type.equals("news")) return true;
        for (var statement : extraction.statements()) {
            if (statement.source() == Statement.Source.NEWSWIRE) return true;
            boolean told =
                    statement.source() == Statement.Source.JSON_LD || statement.source() == Statement.Source.OPENGRAPH;
            if (told && statement.subject() == Statement.Subject.ISSUED) return true;
        }
        for (var field : List.of(Field.DATELINE, Field.BYLINE, Field.AGENCY, Field.OUTLET))
            for (var row : asserted.getOrDefault(field, List.of()))
                if (row.source().equals("text")) return true;
        return false;
    }
}
