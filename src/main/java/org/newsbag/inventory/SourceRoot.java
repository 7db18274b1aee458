package org.newsbag.inventory;

import java.nio.file.Path;

/**
 * One source as its owner named it.
 *
 * @param given the path as typed
 * @param folder the real folder that names are resolved against
 * @param prefix what stands before those names in the payload, with its {@code /}; empty for a single source
 */
record SourceRoot(Path given, Path folder, String prefix) {
    Path locate(String name) {
        return folder.resolve(name.substring(prefix.length()));
    }
}
