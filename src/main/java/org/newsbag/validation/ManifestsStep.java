package org.newsbag.validation;

import static java.util.stream.Collectors.partitioningBy;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_CONTRADICTED;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_REPEATED;
import static org.newsbag.finding.FindingCode.MANIFEST_PATH_REPEATED_SAME;
import static org.newsbag.finding.FindingCode.MANIFEST_PERCENT_DECODED;
import static org.newsbag.finding.FindingCode.MANIFEST_PERCENT_LITERAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbag.bag.ManifestFile;
import org.newsbag.finding.FindingCode;
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
        private final List<Doubtful> doubtful = new ArrayList<>();
        /** What a manifest of an unknown algorithm says, which a row has no room for. */
        private final Map<Row, byte[]> unknown = new HashMap<>();

        /** A line before 1.0 whose path is there only when its %25, %0A or %0D is taken for an escape. */
        private record Doubtful(int line, byte[] digest, String path, String literal) {}

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
            var byOther = doubtful.stream().collect(partitioningBy(doubt -> isListed(doubt.path())));
            for (var doubt : byOther.get(true)) list(doubt.line(), doubt.digest(), doubt.literal());
            byOther.get(false).forEach(this::decode);
        }

        @Override
        public void line(int line, byte[] digest, String path, String literal) {
            if (literal.equals(path)) list(line, digest, path);
            else if (isThere(literal) || !isThere(path) && (isThereAs(literal) || !isThereAs(path))) {
                list(line, digest, literal);
                if (isThereAs(literal))
                    say(
                            MANIFEST_PERCENT_LITERAL,
                            line,
                            Quote.of(literal) + " was taken as it stands, because a file of this name is there.");
            } else doubtful.add(new Doubtful(line, digest, path, literal));
        }

        private void list(int line, byte[] digest, String path) {
            var row = table.findOrAdd(path);
            if (manifest.lists(row)) repeated(row, line, digest);
            else {
                table.list(row, manifest.number(), digest);
                if (manifest.algorithm().isEmpty()) unknown.put(row, digest);
            }
        }

        /**
         * Before 1.0 a % was not escaped, but many wrote it so. The name as it stands comes first, and no line takes a file that another
         * line names as it stands; it is said which served.
         */
        private void decode(Doubtful doubt) {
            list(doubt.line(), doubt.digest(), doubt.path());
            say(
                    MANIFEST_PERCENT_DECODED,
                    doubt.line(),
                    Quote.of(doubt.literal()) + " was taken for " + Quote.of(doubt.path())
                            + ", because a file of that name is there and none of the name as it stands.");
        }

        private boolean isListed(String path) {
            var row = table.find(path);
            return row != null && manifest.lists(row);
        }

        private void say(FindingCode code, int line, String message) {
            bag.say(code, Location.line(manifest.name().fileName(), line), message);
        }

        /** Whether a file of this name is there, spelled as it may be. */
        private boolean isThereAs(String path) {
            return isThere(path)
                    || spellings.isPresent()
                            && spellings.get().others(path).stream().anyMatch(Row::isThere);
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
