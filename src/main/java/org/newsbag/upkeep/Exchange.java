package org.newsbag.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.newsbag.bag.BagDeclaration;
import org.newsbag.bag.ManifestName;
import org.newsbag.durable.Durability;
import org.newsbag.upkeep.Change.Kind;

/**
 * Puts new tag files into the place of old ones, in an order in which a bag that was valid is so at every moment: without tag manifests,
 * which are optional, while manifests go one by one from old to new, both of them true; the new tag manifests last. What a power
 * cut leaves is a valid bag, and the same update ends it.
 */
final class Exchange {
    private final Path bag;
    private final Path staged;
    private final List<Change> changes;

    Exchange(Path bag, Path staged, List<Change> changes) {
        this.bag = bag;
        this.staged = staged;
        this.changes = changes;
    }

    void run() throws IOException {
        for (var step : steps()) {
            for (var change : step) make(change);
            Durability.force(bag);
        }
    }

    /** The changes in the order in which they are made; each step is forced to disk before the next begins. */
    List<List<Change>> steps() {
        var steps = new ArrayList<List<Change>>();
        steps.add(chosen(change -> isTagManifest(change) && change.kind() != Kind.ADDED)
                .map(Exchange::removal)
                .toList());
        steps.add(chosen(change -> !isTagManifest(change) && !isDeclaration(change) && !isRemoval(change))
                .toList());
        steps.add(chosen(Exchange::isDeclaration).toList());
        steps.add(chosen(change -> !isTagManifest(change) && isRemoval(change)).toList());
        steps.add(chosen(change -> isTagManifest(change) && !isRemoval(change)).toList());
        steps.removeIf(List::isEmpty);
        return steps;
    }

    void make(Change change) throws IOException {
        var place = bag.resolve(change.path());
        if (isRemoval(change)) Files.deleteIfExists(place);
        else
            Files.move(
                    staged.resolve(change.path()),
                    place,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
    }

    private Stream<Change> chosen(Predicate<Change> which) {
        return changes.stream().filter(which);
    }

    private static Change removal(Change change) {
        return new Change(Kind.REMOVED, change.path(), "");
    }

    private static boolean isRemoval(Change change) {
        return change.kind() == Kind.REMOVED;
    }

    private static boolean isTagManifest(Change change) {
        return ManifestName.parse(change.path())
                .filter(ManifestName::isTagManifest)
                .isPresent();
    }

    private static boolean isDeclaration(Change change) {
        return change.path().equals(BagDeclaration.FILE_NAME);
    }
}
