package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.RegisteredBag;

/** Finds the registered bag that an argument means: by its path, its number in the ledger, or its name where none but its copies has it too. */
final class BagName {
    private BagName() {}

    static RegisteredBag find(Ledger ledger, String text) throws IOException {
        var holdings = ledger.holdings();
        if (text.isBlank()) throw new UsageProblem("a bag has an empty name.");
        var path = Path.of(text);
        for (var location :
                new String[] {real(path), path.toAbsolutePath().normalize().toString()}) {
            var found = holdings.bagAt(location);
            if (found.isPresent()) return found.get();
        }
        if (text.matches("[1-9][0-9]{0,17}")) {
            // By its number a bag is found even where somebody made its row unreadable, or took it away.
            var found = holdings.byHistory(Long.parseLong(text));
            if (found.isPresent()) return found.get().bag();
        }
        var named = text.indexOf('/') < 0 ? holdings.bagsNamed(text) : List.<RegisteredBag>of();
        var originals = named.stream().filter(bag -> bag.copyOf().isEmpty()).toList();
        if (named.size() == 1) return named.get(0);
        if (originals.size() == 1) return originals.get(0);
        if (named.size() > 1)
            throw new UsageProblem(named.size() + " registered bags are called " + text + ", among them "
                    + named.get(0).id() + ": " + named.get(0).location() + " and "
                    + named.get(1).id() + ": "
                    + named.get(1).location() + ". Name the one by its path or its number.");
        throw new UsageProblem("no bag " + text + " is registered. Register it with: newsbag audit add " + text);
    }

    private static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            return ""; // gone, or never there: the ledger may know it all the same
        }
    }
}
