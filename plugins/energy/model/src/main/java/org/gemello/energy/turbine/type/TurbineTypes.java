package org.gemello.energy.turbine.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.gemello.energy.turbine.TurbineDesign;

/** The turbine types in this bundle, by name. */
public final class TurbineTypes {
    private static final String DESCRIPTION = "turbine.yaml";
    private static final String NREL_5MW = "nrel-5mw";
    private static final String IEA_15MW = "iea-15mw";

    private TurbineTypes() {
    }

    /** Names of the types in the bundle. */
    public static List<String> names() {
        return List.of(NREL_5MW, IEA_15MW);
    }

    /**
     * A type from the bundle; read once.
     *
     * @throws IllegalArgumentException where there is none of this name
     */
    public static TurbineDesign shipped(String name) {
        return switch (name) {
            case NREL_5MW -> Nrel.DESIGN;
            case IEA_15MW -> Iea.DESIGN;
            default -> throw new IllegalArgumentException("'" + name + "' is not a turbine type; shipped are " + names());
        };
    }

    /**
     * A type from texts that somebody holds in memory, such as the configuration of a twin.
     *
     * @param place   of the texts, for messages
     * @param texts   by name; tables that the description names may also be those of a shipped type, such as {@code nrel-5mw/polars.csv}
     * @param description name of the text that describes the type
     * @throws IOException where something is missing or wrong; the message names text, line and remedy
     */
    public static TurbineDesign described(String place, Map<String, String> texts, String description) throws IOException {
        return new TurbineReader(TypeFiles.texts(place, texts), description).read();
    }

    private static TurbineDesign load(String type) {
        try {
            return new TurbineReader(TypeFiles.shipped(type), DESCRIPTION).read();
        } catch (IOException e) {
            throw new UncheckedIOException("the turbine type in the bundle is broken", e);
        }
    }

    /** Read when it is first asked for. */
    private static final class Nrel {
        private static final TurbineDesign DESIGN = load(NREL_5MW);
    }

    /** Read when it is first asked for. */
    private static final class Iea {
        private static final TurbineDesign DESIGN = load(IEA_15MW);
    }
}
