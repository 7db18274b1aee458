package org.newsbag.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.newsbag.durable.Durability;
import org.newsbag.durable.FinalName;
import org.newsbag.ledger.LedgerPlace.SqliteFile;

/**
 * Makes the file of a ledger under another name, and gives it its own when it is whole: killed at any moment, this leaves no file that looks like a ledger which has
 * lost all that it held.
 */
final class NewLedger {
    /** What is older was left by a process that is gone. */
    private static final Duration LEFT = Duration.ofDays(1);

    /** What makes a ledger of an empty database. */
    interface Making {
        Ledger in(Database database) throws IOException;
    }

    private NewLedger() {}

    /** Makes one; where another process was faster, its own stays. */
    static void make(SqliteFile place, Making making) throws IOException {
        var file = place.file().toAbsolutePath();
        Durability.createFolders(file.getParent());
        var prefix = "." + file.getFileName() + "-new-";
        sweep(file.getParent(), prefix);
        var staged = file.resolveSibling(prefix + UUID.randomUUID());
        try {
            making.in(Database.open(new SqliteFile(staged), true)).close();
            FinalName.ofFile(staged, file);
        } catch (FileAlreadyExistsException e) {
            if (!file.toString().equals(e.getFile())) throw e;
        } finally {
            for (var ending : new String[] {"", "-wal", "-shm"})
                Files.deleteIfExists(staged.resolveSibling(staged.getFileName() + ending));
        }
    }

    private static void sweep(Path folder, String prefix) throws IOException {
        try (var files = Files.newDirectoryStream(
                folder, file -> file.getFileName().toString().startsWith(prefix))) {
            for (var file : files)
                if (Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(LEFT))) Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            return; // another swept it
        }
    }
}
