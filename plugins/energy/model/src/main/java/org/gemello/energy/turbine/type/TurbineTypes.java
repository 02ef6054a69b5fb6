package org.gemello.energy.turbine.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.energy.turbine.TurbineDesign;

/** Turbine types: those in the bundle by name, others from files. */
public final class TurbineTypes {
    private static final String DESCRIPTION = "turbine.yaml";
    private static final List<String> SHIPPED = List.of("nrel-5mw", "iea-15mw");
    private static final Map<String, TurbineDesign> READ = new ConcurrentHashMap<>();

    private TurbineTypes() {
    }

    /** Names of the types in the bundle. */
    public static List<String> names() {
        return SHIPPED;
    }

    /**
     * A type from the bundle; read once.
     *
     * @throws IllegalArgumentException where there is none of this name
     */
    public static TurbineDesign shipped(String name) {
        if (!SHIPPED.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is not a turbine type; shipped are " + SHIPPED);
        }
        return READ.computeIfAbsent(name, type -> {
            try {
                return new TurbineReader(TypeFiles.shipped(type), DESCRIPTION).read();
            } catch (IOException e) {
                throw new UncheckedIOException("the turbine type in the bundle is broken", e);
            }
        });
    }

    /**
     * A type from a description, with its tables beside it.
     *
     * @throws IOException where a file is missing or wrong; the message names file, line and remedy
     */
    public static TurbineDesign read(Path description) throws IOException {
        return new TurbineReader(TypeFiles.beside(description), description.getFileName().toString()).read();
    }

    /** A shipped type by its name, else a description by its path. */
    public static TurbineDesign of(String nameOrPath) throws IOException {
        return SHIPPED.contains(nameOrPath) ? shipped(nameOrPath) : read(Path.of(nameOrPath));
    }
}
