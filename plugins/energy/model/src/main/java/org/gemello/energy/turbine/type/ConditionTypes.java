package org.gemello.energy.turbine.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.gemello.energy.condition.ConditionDesign;
import org.gemello.energy.turbine.TurbineDesign;

/** What the condition of the shipped turbine types is judged by: {@code condition.yaml} beside their description. */
public final class ConditionTypes {
    private static final String FILE = "condition.yaml";

    private ConditionTypes() {
    }

    /**
     * What a turbine that is described by texts is judged by: the text {@code condition.yaml}, without it that of a shipped type.
     *
     * @param place of the texts, for messages
     * @throws IOException where something is missing or wrong; the message names text, line and remedy
     */
    public static ConditionDesign described(String place, Map<String, String> texts, String otherwise,
            TurbineDesign design) throws IOException {
        TypeFiles files = texts.containsKey(FILE) ? TypeFiles.texts(place, texts) : TypeFiles.shipped(otherwise);
        return new ConditionReader(files, FILE, design).read();
    }

    /** @throws IllegalArgumentException where there is no type of this name */
    public static ConditionDesign shipped(String name) {
        try {
            return new ConditionReader(TypeFiles.shipped(name), FILE, TurbineTypes.shipped(name)).read();
        } catch (IOException e) {
            throw new UncheckedIOException("the condition of turbine type " + name + " in the bundle is broken", e);
        }
    }
}
