package org.newsbag.validation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.newsbag.store.BagStore;
import org.newsbag.store.Serialization;
import org.newsbag.store.StoredEntry;
import org.newsbag.store.StoredEntry.Kind;

/** Lists everything that is there. */
final class ListStep implements Step {
    @Override
    public void run(Examination bag) throws IOException {
        bag.isCutOff = bag.store.list(bag::take, bag.findings) == BagStore.Reach.PARTIAL;
        if (bag.store.form() != Serialization.NONE) bag.findImpliedFolders();
        if (bag.isCutOff) bag.witness.cutOff();
        bag.witness.listed(new Listed(bag));
    }

    /** What was listed, for a witness. */
    private record Listed(Examination bag) implements Witness.Listing {
        @Override
        public Optional<Kind> place(String path, int place) {
            var row = bag.tableOf(path).find(path);
            if (row == null) return bag.folders.contains(path) ? Optional.of(Kind.FOLDER) : Optional.empty();
            row.place = place;
            bag.places = Math.max(bag.places, place + 1);
            return Optional.of(row.kind);
        }

        @Override
        public void eachOther(Consumer<StoredEntry> sink) {
            for (var table : List.of(bag.tagFiles, bag.payload))
                for (var row : table) if (row.place == Witness.UNPLACED) sink.accept(row.entry());
        }
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }

    @Override
    public boolean needsDeclaration() {
        return false;
    }
}
