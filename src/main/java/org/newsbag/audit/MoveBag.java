package org.newsbag.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbag.bag.ManifestName;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Progress;
import org.newsbag.ledger.Event;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.PathRange;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.validation.Level;
import org.newsbag.validation.Validator;
import org.newsbag.validation.Witness;

/** The work "move": the same bag stands elsewhere. Its tag manifests, which vouch for all the rest, must be those that are expected. */
public final class MoveBag {
    private final Ledger ledger;

    /** What came of it. */
    public sealed interface Result {
        record Moved(Event event, String location) implements Result {}

        /** What stands there is not this bag, or cannot be read; nothing was changed. */
        record Refused(String reason) implements Result {}
    }

    public MoveBag(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @throws IOException where there is nothing at the new location, or the ledger cannot be written */
    public Result move(RegisteredBag bag, Path to) throws IOException, InterruptedException {
        var location = to.toRealPath();
        if (location.toString().equals(bag.location())) return new Result.Refused("It is registered there already.");
        var expected = new HashMap<String, Checksum>();
        for (var file : ledger.holdings().expected(bag, PathRange.ALL))
            if (ManifestName.parse(file.path()).isPresent()) expected.put(file.path(), file.checksum());
        expected.keySet().removeIf(path -> hasTagManifest(expected) && !isTagManifest(path));
        var seen = new Seen(bag, expected);
        new Validator(Level.FULL, 1, Progress.SILENT).judge(location, seen);
        var other = seen.other();
        if (other.isPresent()) return new Result.Refused(other.get());
        var event =
                ledger.recorder().move(bag.id(), location.toString(), AddBag.form(location), BagPlace.store(location));
        return event.<Result>map(found -> new Result.Moved(found, location.toString()))
                .orElseGet(() -> new Result.Refused(location + " is registered already, as a bag of its own."));
    }

    private static boolean hasTagManifest(Map<String, Checksum> manifests) {
        return manifests.keySet().stream().anyMatch(MoveBag::isTagManifest);
    }

    private static boolean isTagManifest(String path) {
        return ManifestName.parse(path).filter(ManifestName::isTagManifest).isPresent();
    }

    /** Reads the manifests only. */
    private static final class Seen implements Witness {
        private final RegisteredBag bag;
        private final Map<String, Checksum> expected;
        private final Map<String, Checksum> found = new HashMap<>();
        private String unreadable = "";

        Seen(RegisteredBag bag, Map<String, Checksum> expected) {
            this.bag = bag;
            this.expected = Map.copyOf(expected);
        }

        @Override
        public List<Algorithm> algorithms() {
            return List.of(bag.algorithm());
        }

        @Override
        public boolean wants(String path, int place) {
            return expected.containsKey(path);
        }

        @Override
        public synchronized void unreadable(String path, IOException cause) {
            unreadable = (path.isEmpty() ? "It" : path) + " could not be read: " + cause.getMessage() + ".";
        }

        @Override
        public synchronized void read(ReadFile file) {
            found.put(file.path(), file.checksums().get(bag.algorithm()));
        }

        /** Why it is not the bag; empty where it is. */
        Optional<String> other() {
            if (!unreadable.isEmpty()) return Optional.of(unreadable);
            for (var manifest : expected.entrySet()) {
                var checksum = found.get(manifest.getKey());
                if (!manifest.getValue().equals(checksum))
                    return Optional.of("It is not this bag: " + manifest.getKey() + " expected " + manifest.getValue()
                            + ", found " + (checksum == null ? "no such file" : checksum)
                            + ". If it is right as it is, register it with: newsbag audit add.");
            }
            return Optional.empty();
        }
    }
}
