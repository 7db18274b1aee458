package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.MANIFEST_PATH_CONTRADICTED;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_REPEATED;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_REPEATED_SAME;
import static org.newsbag.finding.FindingCode.MANIFEST_PERCENT_LITERAL;

import java.util.Arrays;
import org.newsbag.bag.ManifestFile;
import org.newsbag.finding.Location;
import org.newsbag.finding.Quote;

/** Reads every manifest: which files it lists, each at most once, and with what checksum (RFC 8493, sections 2.1.3 and 2.2.1). */
final class ManifestsStep implements Step {
    @Override
    public void run(Examination bag) {
        for (var manifest : bag.payload.manifests()) read(bag, bag.payload, manifest);
        for (var manifest : bag.tagFiles.manifests()) read(bag, bag.tagFiles, manifest);
    }

    private static void read(Examination bag, FileTable table, ListedBy manifest) {
        var file = new ManifestFile(
                manifest.name(), manifest.algorithm(), bag.rules().version(), bag.findings);
        bag.read(
                manifest.name().fileName(),
                content -> file.read(
                        content,
                        bag.rules(),
                        (line, digest, path, literal) -> list(bag, table, manifest, line, digest, path, literal)));
    }

    private static void list(
            Examination bag, FileTable table, ListedBy manifest, int line, byte[] digest, String path, String literal) {
        var chosen = path;
        if (!literal.equals(path) && isThere(table, literal)) {
            chosen = literal;
            bag.say(
                    MANIFEST_PERCENT_LITERAL,
                    Location.line(manifest.name().fileName(), line),
                    Quote.of(literal) + " was taken as it stands, because a file of this name is there.");
        }
        var row = table.findOrAdd(chosen);
        if (manifest.lists(row)) repeated(bag, table, manifest, row, line, digest);
        else table.list(row, manifest.number(), digest);
    }

    private static boolean isThere(FileTable table, String path) {
        var row = table.find(path);
        return row != null && row.isThere();
    }

    private static void repeated(
            Examination bag, FileTable table, ListedBy manifest, Row row, int line, byte[] digest) {
        boolean isSame = Arrays.equals(table.expected(row, manifest.number()), digest);
        var place = Location.line(manifest.name().fileName(), line);
        var message = Quote.of(row.path) + " is listed a second time, with "
                + (isSame ? "the same checksum. Expected each file once." : "another checksum.");
        if (!isSame) bag.say(MANIFEST_PATH_CONTRADICTED, place, message);
        else if (bag.rules().version().isBefore1()) bag.say(MANIFEST_PATH_REPEATED_SAME, place, message);
        else bag.say(MANIFEST_PATH_REPEATED, place, message);
    }

    @Override
    public Level from() {
        return Level.COMPLETE;
    }
}
