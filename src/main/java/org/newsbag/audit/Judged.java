package org.newsbag.audit;

import org.newsbag.finding.Severity;
import org.newsbag.json.JsonObject;
import org.newsbag.validation.Judgement;

/** What the ledger keeps of a judgement: the verdict, and how many errors and warnings of each code there were. */
final class Judged {
    private Judged() {}

    static JsonObject of(Judgement judgement) {
        var errors = JsonObject.builder();
        var warnings = JsonObject.builder();
        judgement.findings().counts().forEach((code, count) -> {
            if (code.severity() == Severity.ERROR) errors.put(code.id(), count);
            if (code.severity() == Severity.WARNING) warnings.put(code.id(), count);
        });
        return JsonObject.builder()
                .put("verdict", judgement.verdict().id())
                .put("errors", errors.build())
                .put("warnings", warnings.build())
                .build();
    }
}
