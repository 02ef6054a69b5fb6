package org.gemello.energy.turbine.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.gemello.energy.condition.ConditionDesign;

/** What the condition of the shipped turbine types is judged by: {@code condition.yaml} beside their description. */
public final class ConditionTypes {
    private static final String FILE = "condition.yaml";

    private ConditionTypes() {
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
