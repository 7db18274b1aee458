package org.newsbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.newsbag.finding.Finding;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;

/** What every list of findings promises, whatever the input was. */
public final class ToldFindings {
    /** No message grows with what a stranger wrote. */
    private static final int LONGEST = 2000;

    private static final Pattern LINE_BREAK = Pattern.compile("\\R|\\p{Cntrl}");

    private ToldFindings() {}

    /** The findings in words, once each is known to say something, on one line, in text and in JSON. */
    public static List<String> of(Findings findings) {
        long kept = findings.list().size();
        long counted =
                findings.counts().values().stream().mapToLong(Long::longValue).sum();
        assertThat(kept).isLessThanOrEqualTo(counted);
        return findings.list().stream().map(ToldFindings::told).toList();
    }

    private static String told(Finding finding) {
        assertThat(finding.message()).isNotBlank().hasSizeLessThan(LONGEST);
        var line = FindingList.line(finding);
        assertThat(LINE_BREAK.matcher(line).find()).as(line).isFalse();
        var json = Json.compact(FindingJson.of(finding));
        assertThat(json).doesNotContain("\n").doesNotContain("\r");
        assertThat(Json.compact(Json.parse(json))).isEqualTo(json);
        return finding.code().id() + " " + line;
    }
}
