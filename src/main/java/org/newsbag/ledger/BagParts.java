package org.newsbag.ledger;

import java.util.ArrayList;
import java.util.List;
import org.newsbag.json.JsonObject;

/** Cuts a bag into parts, each a range of paths, that are checked one by one. */
final class BagParts {
    /** Even of small files a part has no more, so that what a check holds of them has a limit. For each part the whole bag is listed. */
    static final long MOST_FILES = 2_000_000;

    private BagParts() {}

    /** At least one; what parts them is a path of the bag. */
    static List<PathRange> of(List<KnownFile> files, long most) {
        var firsts = new ArrayList<String>(List.of(""));
        long mostFiles = evenly(files.size());
        long bytes = 0;
        long count = 0;
        for (var file : files) {
            if (count > 0 && (count >= mostFiles || bytes + file.bytes() > most)) {
                firsts.add(file.path());
                bytes = 0;
                count = 0;
            }
            bytes += file.bytes();
            count++;
        }
        var ranges = new ArrayList<PathRange>();
        for (int i = 0; i < firsts.size(); i++)
            ranges.add(new PathRange(firsts.get(i), i + 1 < firsts.size() ? firsts.get(i + 1) : ""));
        return ranges;
    }

    /** How many files a part has at most, so that none of them is left with a few. */
    private static long evenly(long files) {
        long parts = Math.max(1, (files + MOST_FILES - 1) / MOST_FILES);
        return Math.max(1, (files + parts - 1) / parts);
    }

    /** What an event says of the parts: where each begins, and what is in it. */
    static List<JsonObject> describe(List<PathRange> ranges, Iterable<KnownFile> files) {
        var described = new ArrayList<JsonObject>();
        var gatherings = new ArrayList<IntactFiles.Gathering>();
        for (int i = 0; i < ranges.size(); i++) gatherings.add(new IntactFiles.Gathering());
        int at = 0;
        for (var file : files) {
            while (!ranges.get(at).contains(file.path())) at++;
            gatherings.get(at).add(file);
        }
        for (int i = 0; i < ranges.size(); i++) {
            var part = gatherings.get(i).done();
            described.add(JsonObject.builder()
                    .put("first", ranges.get(i).first())
                    .put("files", part.files())
                    .put("bytes", part.bytes())
                    .put("root", part.root())
                    .build());
        }
        return described;
    }
}
