package org.newsbag.fixity;

import java.lang.reflect.InvocationTargetException;

/**
 * The module jdk.incubator.vector. Java started with it takes 20 to 30 ms longer and prints a warning, so it is loaded when a run is large
 * enough to want it: by Java's own way for its agents, which newsbag.jar's manifest opens (docs/decisions/0008-hashing-in-lanes.md).
 */
final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /** Makes the module usable; false where this Java lacks it or does not let it be loaded, and then the plain path serves. */
    static boolean load() {
        if (ModuleLayer.boot().findModule(NAME).isPresent()) return true;
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return true;
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            return false;
        }
    }
}
