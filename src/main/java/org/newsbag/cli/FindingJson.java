package org.newsbag.cli;

import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.json.JsonObject;

/** A finding as every command's JSON shows it. */
final class FindingJson {
    private FindingJson() {}

    /** The end of every document that tells findings: how many of each code, and those that were kept. */
    static JsonObject.Builder put(JsonObject.Builder document, Findings findings) {
        var counts = JsonObject.builder();
        findings.counts().forEach((FindingCode code, Long count) -> counts.put(code.id(), count));
        return document.put("findingCounts", counts.build())
                .put("findings", findings.list().stream().map(FindingJson::of).toList());
    }

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
