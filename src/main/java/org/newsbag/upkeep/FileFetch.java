package org.newsbag.upkeep;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.newsbag.bag.FetchItem;
import org.newsbag.durable.Durability;
import org.newsbag.durable.PlaceInFolder;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Digester;
import org.newsbag.upkeep.AllowList.NotAllowed;
import org.newsbag.upkeep.FetchedFile.Outcome;

/** Fetches one file after the other into a bag; safe on many threads. */
final class FileFetch {
    private final Path bag;
    private final Partials partials;
    private final Download download;

    FileFetch(Path bag, Partials partials, Download download) {
        this.bag = bag;
        this.partials = partials;
        this.download = download;
    }

    FetchedFile of(PendingFile file) throws InterruptedException {
        var item = file.item();
        if (file.expected().isEmpty())
            return ended(
                    item,
                    Outcome.WRONG,
                    0,
                    "no manifest has a checksum of it, so it could not be verified; nothing was fetched");
        var partial = partials.of(item);
        try {
            var difference = download(file, partial);
            if (!difference.isEmpty()) {
                Files.deleteIfExists(partial);
                return ended(item, Outcome.WRONG, 0, difference + "; it was thrown away");
            }
            long bytes = Files.size(partial);
            Durability.force(partial);
            PlaceInFolder.take(bag, item.path(), partial);
            return ended(item, Outcome.FETCHED, bytes, "");
        } catch (NotAllowed e) {
            return ended(item, Outcome.NOT_ALLOWED, 0, e.getMessage());
        } catch (IOException e) {
            return ended(item, Outcome.FAILED, 0, reason(e));
        }
    }

    /** Downloads, and tells in what it is not what was expected; a beginning of an earlier run that does not belong to it is begun anew. */
    private String download(PendingFile file, Path partial) throws IOException, NotAllowed, InterruptedException {
        boolean isResumed = Files.exists(partial);
        if (isResumed && difference(file, partial).isEmpty()) return ""; // it came whole, and then the run was killed
        var difference = attempt(file, partial);
        if (difference.isEmpty() || !isResumed) return difference;
        Files.deleteIfExists(partial);
        return attempt(file, partial);
    }

    private String attempt(PendingFile file, Path partial) throws IOException, NotAllowed, InterruptedException {
        long most = file.item().length().orElse(Files.getFileStore(bag).getUsableSpace());
        try {
            download.to(partial, file.item().url(), most);
        } catch (Download.TooLong e) {
            return e.getMessage();
        }
        return difference(file, partial);
    }

    private static String difference(PendingFile file, Path partial) throws IOException {
        long length = Files.size(partial);
        var announced = file.item().length();
        if (announced.isPresent() && announced.getAsLong() != length)
            return "expected " + announced.getAsLong() + " bytes, found " + length;
        Map<Algorithm, Checksum> found;
        try (var in = Files.newInputStream(partial)) {
            found = Digester.of(file.expected().keySet()).finish(in);
        }
        for (var expected : file.expected().entrySet()) {
            var checksum = found.get(expected.getKey());
            if (!checksum.equals(expected.getValue()))
                return expected.getKey() + " expected " + expected.getValue().hex() + ", found " + checksum.hex();
        }
        return "";
    }

    private static FetchedFile ended(FetchItem item, Outcome outcome, long bytes, String detail) {
        return new FetchedFile(item.path(), item.url(), outcome, bytes, detail);
    }

    private static String reason(IOException e) {
        if (e instanceof UnknownHostException) return "there is no host of this name";
        if (e instanceof SocketTimeoutException) return "no answer came in time";
        if (e instanceof FileAlreadyExistsException taken) return taken.getFile() + " is there already";
        if (e instanceof FileSystemException file && file.getReason() != null)
            return file.getFile() + ": " + file.getReason();
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
