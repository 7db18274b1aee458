package org.newsbag.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.newsbag.extract.Extraction;
import org.newsbag.extract.Identified;
import org.newsbag.extract.Outcome;
import org.newsbag.extract.Statement;

/** Invented articles in the shapes that real ones have, and what the tests ask of them. */
final class Articles {
    static final String AR_HEADLINE = "افتتاح حديقة عامة جديدة على ضفة النهر بحضور سكان الحي";
    static final String AR_BODY =
            "افتتحت بلدية المدينة المتخيلة حديقة عامة على ضفة النهر تضم ملاعب للأطفال ومكتبة صغيرة ومسرحا مكشوفا، وقالت البلدية"
                    + " إن الأشجار زرعت على مدى عامين وإن الدخول مجاني للجميع طوال أيام السنة.\n\nوأضافت البلدية أن المرحلة الثانية تشمل مقهى"
                    + " ومسارا للدراجات، وأن العمل فيها لن يعطل حركة المرور في الشوارع القريبة من النهر.";
    static final String EN_HEADLINE = "Town opens a new park beside the river";
    static final String EN_BODY =
            "The invented town council opened a park beside the river with a playground, a small library and an open stage, saying the trees"
                    + " had taken two years to grow and that entry would stay free all year round.\n\nA second stage will add a cafe and a cycle path, the council said.";

    private static final ProvenanceReader READER = load();

    private Articles() {}

    private static ProvenanceReader load() {
        try {
            return ProvenanceReader.load(OwnLists.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Extraction extraction(String text, Statement... statements) {
        return new Extraction(
                Outcome.EXTRACTED,
                "",
                new Identified("text/plain", "content"),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(statements),
                List.of());
    }

    static Provenance read(String text, Statement... statements) {
        var provenance = READER.read(extraction(text, statements));
        for (var row : provenance.evidence())
            row.span().ifPresent(span -> assertThat(quotation(text, span)).isEqualTo(row.exact()));
        return provenance;
    }

    static String quotation(String text, Span span) {
        int start = text.offsetByCodePoints(0, span.start());
        return text.substring(start, text.offsetByCodePoints(start, span.end() - span.start()));
    }

    static List<String> values(Provenance provenance, Field field) {
        return provenance.asserted(field).stream().map(Evidence::value).toList();
    }

    /** The asserted values of a field, joined; empty where there are none. */
    static String value(Provenance provenance, Field field) {
        return String.join("; ", values(provenance, field));
    }
}
