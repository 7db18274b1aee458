package org.newsbag.audit;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.newsbag.ledger.Holdings;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.store.Reason;

/** Whether a bag can be looked at where it is registered; and if not, whether it is gone or only its disk. */
final class BagPlace {
    /**
     * Why it cannot be looked at.
     *
     * @param outcome {@link Outcome#BAG_MISSING}, {@link Outcome#UNAVAILABLE} or {@link Outcome#UNREADABLE}
     */
    record Absence(Outcome outcome, String reason) {}

    private final Holdings holdings;

    BagPlace(Holdings holdings) {
        this.holdings = holdings;
    }

    /** The file system that a path lies on, as this machine names it. */
    static String store(Path path) throws IOException {
        return Files.getFileStore(path).toString();
    }

    /** Empty where it can be looked at. */
    Optional<Absence> absence(RegisteredBag bag) throws IOException {
        var location = Path.of(bag.location());
        try {
            var attributes = Files.readAttributes(location, BasicFileAttributes.class);
            return attributes.isDirectory() && isEmpty(location)
                    ? Optional.of(emptied(bag, location))
                    : Optional.empty();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.of(gone(bag, location.getParent()));
        } catch (AccessDeniedException e) {
            return Optional.of(new Absence(Outcome.UNREADABLE, "There is no permission to look at " + location + "."));
        } catch (IOException e) {
            return Optional.of(new Absence(
                    Outcome.UNAVAILABLE,
                    location + " cannot be reached: " + Reason.of(e) + ". Is its disk or share mounted?"));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var listing = Files.newDirectoryStream(folder)) {
            return !listing.iterator().hasNext();
        }
    }

    /** The bag's folder may itself be the place where a disk is mounted. */
    private static Absence emptied(RegisteredBag bag, Path location) throws IOException {
        return store(location).equals(bag.store())
                ? new Absence(Outcome.BAG_MISSING, "The folder " + location + " is there and empty.")
                : elsewhere(bag, location);
    }

    private Absence gone(RegisteredBag bag, Path folder) throws IOException {
        if (folder == null || !Files.isDirectory(folder))
            return new Absence(
                    Outcome.UNAVAILABLE,
                    "The folder " + folder
                            + " in which the bag was is not there either. Is its disk or share mounted?");
        if (!store(folder).equals(bag.store())) return elsewhere(bag, folder);
        if (isEmpty(folder) && holdings.bagsIn(folder.toString()).size() > 1)
            return new Absence(
                    Outcome.UNAVAILABLE,
                    "The folder " + folder
                            + " is empty, and other registered bags were in it too. Is its disk or share mounted?");
        return new Absence(
                Outcome.BAG_MISSING,
                "The bag " + bag.location()
                        + " is gone; the folder that it was in is still there. If the bag was moved: newsbag audit move.");
    }

    private static Absence elsewhere(RegisteredBag bag, Path folder) throws IOException {
        return new Absence(
                Outcome.UNAVAILABLE,
                folder + " lies on " + store(folder) + " now; when the bag was registered it lay on " + bag.store()
                        + ". Is its disk or share mounted?");
    }
}
