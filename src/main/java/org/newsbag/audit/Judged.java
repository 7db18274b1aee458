package org.newsbag.audit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Severity;
import org.newsbag.json.JsonObject;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Verdict;

/** What the ledger keeps of a judgement: the verdict, and how many errors and warnings of each code there were. */
final class Judged {
    private Judged() {}

    /** What is told of each file where it is read; all else whichever files are. */
    private static final Set<FindingCode> OF_CONTENT =
            EnumSet.of(FindingCode.PAYLOAD_FILE_ALTERED, FindingCode.TAG_FILE_ALTERED);

    static JsonObject of(Judgement judgement) {
        return of(judgement.verdict(), judgement.findings().counts());
    }

    /** Of a bag that was judged part by part, each time by the content of one part's files. */
    static JsonObject of(Verdict verdict, List<Judgement> parts) {
        var counts = new EnumMap<FindingCode, Long>(FindingCode.class);
        for (var part : parts)
            part.findings()
                    .counts()
                    .forEach((code, count) ->
                            counts.merge(code, count, OF_CONTENT.contains(code) ? Long::sum : Math::max));
        return of(verdict, counts);
    }

    private static JsonObject of(Verdict verdict, Map<FindingCode, Long> counts) {
        var errors = JsonObject.builder();
        var warnings = JsonObject.builder();
        counts.forEach((code, count) -> {
            if (code.severity() == Severity.ERROR) errors.put(code.id(), count);
            if (code.severity() == Severity.WARNING) warnings.put(code.id(), count);
        });
        return JsonObject.builder()
                .put("verdict", verdict.id())
                .put("errors", errors.build())
                .put("warnings", warnings.build())
                .build();
    }
}
