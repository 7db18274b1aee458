package org.newsbag.cli;

import java.io.PrintStream;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.validation.Judgement;

/** One line of JSON for each bag, as soon as it is judged: {@code validate --jsonl}. */
final class ValidateLines implements ValidateReport {
    private final PrintStream out;

    ValidateLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void bag(Judgement judgement) {
        out.println(Json.compact(ValidateJson.fill(JsonObject.builder(), judgement)));
        out.flush();
    }

    @Override
    public void end(ValidateTotals totals) {}
}
