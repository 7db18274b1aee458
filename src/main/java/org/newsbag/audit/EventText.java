package org.newsbag.audit;

import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Event;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.Outcome;

/** Events in words. */
public final class EventText {
    private EventText() {}

    /** What happened, on one line. */
    public static String line(Event event) {
        var body = event.body();
        return switch (event.kind()) {
            case LEDGER -> "the ledger was made";
            case REGISTER ->
                "registered: " + count(body, "files") + " files, " + text(object(body, "judged"), "verdict")
                        + body.string("reason")
                                .map(reason -> ", accepted by " + text(body, "by") + ": " + reason)
                                .orElse("");
            case RUN_START -> "a run began";
            case RUN_END -> "a run ended";
            case CHECK -> check(body);
            case ACCEPT ->
                "accepted by " + text(body, "by") + ": " + count(body, "changes") + " changes, because "
                        + text(body, "reason");
            case MOVE -> "moved from " + text(body, "from") + " to " + text(body, "location");
            case REPAIR ->
                "repair begun by " + text(body, "by") + " from " + text(body, "from") + ": "
                        + body.objects("files").size() + " files";
            case TIMESTAMP -> "a time stamp was kept";
        };
    }

    private static String check(JsonObject body) {
        var outcome = text(body, "outcome");
        var line = new StringBuilder("checked");
        if (!count(body, "part").equals("1")) line.append(" part ").append(count(body, "part"));
        line.append(": ").append(outcome.replace('-', ' '));
        if (!count(body, "intact").equals("0"))
            line.append(", ").append(count(body, "intact")).append(" files intact");
        var failed = object(body, "failed");
        for (var key : failed.keys())
            line.append(", ").append(count(failed, key)).append(' ').append(key);
        if (body.object("sample").isPresent()) line.append(" (a sample)");
        if (body.get("resumed").filter(Boolean.TRUE::equals).isPresent())
            line.append(" (some of them before it was broken off and resumed)");
        body.string("remark").ifPresent(remark -> line.append(". ").append(remark));
        return line.toString();
    }

    /** What a check that names no failure of a file says of it; empty where it says nothing. */
    public static String ofFile(Event check) {
        var body = check.body();
        boolean isWhole = body.get("whole").filter(Boolean.TRUE::equals).isPresent();
        return isWhole ? "intact" : "";
    }

    /** A failure on one line. */
    public static String line(FileFailure failure) {
        return failure.outcome().id() + "  " + failure.path()
                + failure.expected().map(text -> "  expected " + text).orElse("")
                + failure.found()
                        .map(text -> (failure.outcome() == Outcome.ADDED ? "  found " : ", found ") + text)
                        .orElse("")
                + (failure.detail().isEmpty() ? "" : " (" + failure.detail() + ")");
    }

    private static JsonObject object(JsonObject body, String key) {
        return body.object(key).orElse(JsonObject.builder().build());
    }

    private static String text(JsonObject body, String key) {
        return body.string(key).orElse("?");
    }

    private static String count(JsonObject body, String key) {
        return body.get(key).map(Object::toString).orElse("?");
    }
}
