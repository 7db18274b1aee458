package org.newsbag.cli;

import java.io.PrintStream;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.packaging.CreateResult;
import org.newsbag.packaging.CreateResult.Created;
import org.newsbag.packaging.CreateResult.Refused;
import org.newsbag.packaging.Tally;

/** The document that {@code create --json} prints: docs/schema/create.schema.json. */
final class CreateJson implements CreateReport {
    private final PrintStream out;

    CreateJson(PrintStream out) {
        this.out = out;
    }

    @Override
    public void print(CreateResult result, Findings findings, int exitCode) {
        if (result instanceof Created created) print(head("created", exitCode), created, findings);
        else {
            var refused = (Refused) result;
            finish(head("refused", exitCode).put("message", refused.message()), findings);
        }
    }

    @Override
    public void printFailure(String reason, Findings findings, int exitCode) {
        finish(head("failed", exitCode).put("message", reason), findings);
    }

    private void print(JsonObject.Builder document, Created created, Findings findings) {
        document.put(
                        "bag",
                        JsonObject.builder()
                                .put("path", created.bag().toString())
                                .put("serialization", created.serialization().id())
                                .put("identifier", created.identifier())
                                .put("profile", created.profile())
                                .put(
                                        "algorithms",
                                        created.algorithms().stream()
                                                .map(a -> a.name())
                                                .toList())
                                .build())
                .put(
                        "payload",
                        JsonObject.builder()
                                .put("files", created.payloadFiles())
                                .put("bytes", created.payloadBytes())
                                .build());
        describe(document, created.tally());
        finish(document, findings);
    }

    private static void describe(JsonObject.Builder document, Tally tally) {
        var outcomes = JsonObject.builder();
        tally.outcomes().forEach((outcome, files) -> outcomes.put(outcome.id(), files));
        var languages = JsonObject.builder();
        document.put("outcomes", outcomes.build());
        tally.languages().forEach((language, files) -> languages.put(language, files));
        var fields = JsonObject.builder();
        tally.fields().forEach((field, files) -> fields.put(field.id(), files));
        document.put("languages", languages.build())
                .put("fields", fields.build())
                .put(
                        "notExtracted",
                        tally.untold().stream()
                                .map(untold -> JsonObject.builder()
                                        .put("path", untold.path())
                                        .put("outcome", untold.outcome().id())
                                        .put("mediaType", untold.mediaType())
                                        .put("detail", untold.detail())
                                        .build())
                                .toList());
    }

    private static JsonObject.Builder head(String status, int exitCode) {
        return JsonObject.builder()
                .put("newsbag", Version.number())
                .put("command", "create")
                .put("status", status)
                .put("exit", exitCode);
    }

    private void finish(JsonObject.Builder document, Findings findings) {
        out.println(Json.pretty(FindingJson.put(document, findings).build()));
    }
}
