package org.newsbag.cli;

import java.io.PrintStream;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.upkeep.UpkeepResult;
import org.newsbag.upkeep.UpkeepResult.Fetched;
import org.newsbag.upkeep.UpkeepResult.Refused;
import org.newsbag.upkeep.UpkeepResult.Unpacked;
import org.newsbag.upkeep.UpkeepResult.Updated;
import org.newsbag.validation.Level;
import org.newsbag.validation.Verdict;

/** The document that the commands of {@code newsbag bag} print: docs/schema/bag.schema.json. */
final class BagJson {
    private final PrintStream out;
    private final String command;

    /** @param command {@code update}, {@code fetch} or {@code unpack} */
    BagJson(PrintStream out, String command) {
        this.out = out;
        this.command = command;
    }

    void print(UpkeepResult result, Findings findings, int exitCode) {
        if (result instanceof Refused refused)
            finish(head("refused", exitCode).put("message", refused.message()), findings);
        else if (result instanceof Updated updated)
            finish(
                    updated(bag(head(status(updated), exitCode), updated.bag().toString(), updated.verdict()), updated),
                    findings);
        else if (result instanceof Fetched fetched)
            finish(
                    fetched(
                            bag(head("fetched", exitCode), fetched.bag().toString(), fetched.verdict())
                                    .put("level", Level.COMPLETE.id()),
                            fetched),
                    findings);
        else {
            var unpacked = (Unpacked) result;
            finish(
                    bag(head("unpacked", exitCode), unpacked.bag().toString(), unpacked.verdict())
                            .put("files", unpacked.files())
                            .put("bytes", unpacked.bytes()),
                    findings);
        }
    }

    void printFailure(String reason, Findings findings, int exitCode) {
        finish(head("failed", exitCode).put("message", reason), findings);
    }

    private static String status(Updated updated) {
        if (updated.changes().isEmpty()) return "unchanged";
        return updated.isDry() ? "would-update" : "updated";
    }

    private static JsonObject.Builder updated(JsonObject.Builder document, Updated updated) {
        return document.put(
                "changes",
                updated.changes().stream()
                        .map(change -> JsonObject.builder()
                                .put("change", change.kind().id())
                                .put("path", change.path())
                                .put("detail", change.detail())
                                .build())
                        .toList());
    }

    private static JsonObject.Builder fetched(JsonObject.Builder document, Fetched fetched) {
        return document.put(
                "fetch",
                fetched.files().stream()
                        .map(file -> JsonObject.builder()
                                .put("path", file.path())
                                .put("url", file.url())
                                .put("outcome", file.outcome().id())
                                .put("bytes", file.bytes())
                                .put("detail", file.detail())
                                .build())
                        .toList());
    }

    private JsonObject.Builder head(String status, int exitCode) {
        return JsonObject.builder()
                .put("newsbag", Version.number())
                .put("command", "bag " + command)
                .put("status", status)
                .put("exit", exitCode);
    }

    private static JsonObject.Builder bag(JsonObject.Builder document, String bag, Verdict verdict) {
        return document.put("bag", bag).put("verdict", verdict.id()).put("valid", verdict == Verdict.VALID);
    }

    private void finish(JsonObject.Builder document, Findings findings) {
        out.println(Json.pretty(FindingJson.put(document, findings).build()));
    }
}
