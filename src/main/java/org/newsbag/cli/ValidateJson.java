package org.newsbag.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Verdict;

/** The document that {@code validate --json} prints: docs/schema/validate.schema.json. Of one bag it is that bag's judgement, of many a list and totals. */
final class ValidateJson implements ValidateReport {
    private final PrintStream out;
    private final boolean isMany;
    private final List<JsonObject> bags = new ArrayList<>();
    private Judgement last;

    ValidateJson(PrintStream out, boolean isMany) {
        this.out = out;
        this.isMany = isMany;
    }

    @Override
    public void bag(Judgement judgement) {
        last = judgement;
        if (isMany) bags.add(fill(JsonObject.builder(), judgement));
    }

    @Override
    public void end(ValidateTotals totals) {
        var head = JsonObject.builder()
                .put("newsbag", Version.number())
                .put("command", "validate")
                .put("exit", totals.exitCode());
        out.println(Json.pretty(isMany ? list(head, totals) : fill(head, last)));
    }

    private JsonObject list(JsonObject.Builder head, ValidateTotals totals) {
        var verdicts = JsonObject.builder();
        for (var verdict : Verdict.values()) verdicts.put(verdict.id(), totals.count(verdict));
        return head.put("bags", bags)
                .put("total", totals.bags())
                .put("verdicts", verdicts.build())
                .build();
    }

    static JsonObject fill(JsonObject.Builder json, Judgement judgement) {
        json.put("bag", judgement.bag())
                .put("verdict", judgement.verdict().id())
                .put("valid", judgement.verdict() == Verdict.VALID)
                .put("level", judgement.level().id());
        judgement.version().ifPresent(version -> json.put("version", version.toString()));
        json.put("algorithms", judgement.algorithms())
                .put("files", judgement.files())
                .put("octets", judgement.octets());
        return FindingJson.put(json, judgement.findings()).build();
    }
}
