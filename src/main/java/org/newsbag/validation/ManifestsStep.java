package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.MANIFEST_PATH_CONTRADICTED;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_REPEATED;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_REPEATED_SAME;
import static org.newsbag.finding.FindingCode.MANIFEST_PERCENT_DECODED;
import static org.newsbag.finding.FindingCode.MANIFEST_PERCENT_LITERAL;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.newsbag.bag.ManifestFile;
import org.newsbag.finding.Location;
import org.newsbag.finding.Quote;

/** Reads every manifest: which files it lists, each at most once, and with what checksum (RFC 8493, sections 2.1.3 and 2.2.1). */
final class ManifestsStep implements Step {
    @Override
    public void run(Examination bag) {
        for (var manifest : bag.payload.manifests()) new Reading(bag, bag.payload, manifest).run();
        for (var manifest : bag.tagFiles.manifests()) new Reading(bag, bag.tagFiles, manifest).run();
    }

    /** One manifest while it is read. */
    private static final class Reading implements ManifestFile.Sink {
        private final Examination bag;
        private final FileTable table;
        private final ListedBy manifest;
        private final Optional<Spellings> spellings;
        /** What a manifest of an unknown algorithm says, which a row has no room for. */
        private final Map<Row, byte[]> unknown = new HashMap<>();

        Reading(Examination bag, FileTable table, ListedBy manifest) {
            this.bag = bag;
            this.table = table;
            this.manifest = manifest;
            spellings = bag.rules().version().isBefore1() ? Optional.of(new Spellings(table)) : Optional.empty();
        }

        void run() {
            var file = new ManifestFile(
                    manifest.name(), manifest.algorithm(), bag.rules().version(), bag.findings);
            bag.read(manifest.name().fileName(), content -> file.read(content, bag.rules(), this));
        }

        @Override
        public void line(int line, byte[] digest, String path, String literal) {
            var row = table.findOrAdd(literal.equals(path) ? path : unescaped(line, path, literal));
            if (manifest.lists(row)) repeated(row, line, digest);
            else {
                table.list(row, manifest.number(), digest);
                if (manifest.algorithm().isEmpty()) unknown.put(row, digest);
            }
        }

        /** Before 1.0 a % was not escaped, but many wrote it so: the name as it stands comes first (and it is said which one served). */
        private String unescaped(int line, String path, String literal) {
            boolean isLiteral = isThere(literal)
                    || !isThere(path)
                            && spellings.isPresent()
                            && spellings.get().others(literal).stream().anyMatch(Row::isThere);
            if (isLiteral || isThere(path))
                bag.say(
                        isLiteral ? MANIFEST_PERCENT_LITERAL : MANIFEST_PERCENT_DECODED,
                        Location.line(manifest.name().fileName(), line),
                        isLiteral
                                ? Quote.of(literal) + " was taken as it stands, because a file of this name is there."
                                : Quote.of(literal) + " was taken for " + Quote.of(path)
                                        + ", because a file of that name is there and none of the name as it stands.");
            return isLiteral ? literal : path;
        }

        @Override
        public boolean isThere(String path) {
            var row = table.find(path);
            return row != null && row.isThere();
        }

        private void repeated(Row row, int line, byte[] digest) {
            var before = manifest.algorithm().isEmpty() ? unknown.get(row) : table.expected(row, manifest.number());
            boolean isSame = Arrays.equals(before, digest);
            var place = Location.line(manifest.name().fileName(), line);
            var message = Quote.of(row.path) + " is listed a second time, with "
                    + (isSame
                            ? "the same checksum. Expected each file once; remove the line."
                            : "another checksum. Keep the line that the file agrees with.");
            if (!isSame) bag.say(MANIFEST_PATH_CONTRADICTED, place, message);
            else if (bag.rules().version().isBefore1()) bag.say(MANIFEST_PATH_REPEATED_SAME, place, message);
            else bag.say(MANIFEST_PATH_REPEATED, place, message);
        }
    }

    @Override
    public Level from() {
        return Level.COMPLETE;
    }
}
