package org.newsbag.cli;

import org.newsbag.finding.Finding;
import org.newsbag.json.JsonObject;

/** A finding as every command's JSON shows it. */
final class FindingJson {
    private FindingJson() {}

    static JsonObject of(Finding finding) {
        var location = finding.location();
        var json = JsonObject.builder()
                .put("code", finding.code().id())
                .put("severity", finding.severity().name())
                .put("path", location.path());
        if (location.line() > 0) json.put("line", location.line());
        if (!location.label().isEmpty()) json.put("label", location.label());
        return json.put("message", finding.message())
                .put("rule", finding.code().rule())
                .build();
    }
}
