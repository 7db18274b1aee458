package org.newsbag.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.newsbag.durable.Durability;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's machine code, unpacked once into the folder that the launcher names: the driver by itself unpacks it at every start, which takes as long as the rest of a short command. */
final class NativeLibrary {
    private static final String FOLDER = "newsbag.cache";
    private static final String DRIVERS_PATH = "org.sqlite.lib.path";
    private static final String DRIVERS_NAME = "org.sqlite.lib.name";

    private NativeLibrary() {}

    /** Leaves it to the driver where there is no such folder, or it cannot be written. */
    static void prepare() {
        var cache = System.getProperty(FOLDER);
        if (cache == null || System.getProperty(DRIVERS_PATH) != null) return;
        var folder = Path.of(cache, "sqlite-" + SQLiteJDBCLoader.getVersion());
        var name = LibraryLoaderUtil.getNativeLibName();
        try {
            if (!Files.exists(folder.resolve(name))) unpack(folder, name);
        } catch (IOException e) {
            return; // the driver finds a place of its own
        }
        System.setProperty(DRIVERS_PATH, folder.toString());
        System.setProperty(DRIVERS_NAME, name);
    }

    /** It has its name when all of it is on the disk: half a library crashes Java. */
    private static void unpack(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        var part = folder.resolve(name + "." + UUID.randomUUID());
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (var in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) throw new IOException("the driver brings no " + resource);
            Files.copy(in, part);
            Durability.force(part);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            return; // another process was faster
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
