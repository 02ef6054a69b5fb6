package org.gemello.pack.energy.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.energy.condition.ConditionDesign;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.ConditionTypes;
import org.gemello.energy.turbine.type.TurbineTypes;
import org.gemello.spi.TwinContext;

/**
 * Designs of turbines as twins name them: {@code type} is a shipped one, {@code design} describes another one in the twin's configuration,
 * with its tables beside it under the names that the description uses. A described one takes half a second to compute, so it is kept for
 * the next twin of the same kind.
 */
final class Designs {
    static final Set<String> KEYS = Set.of("type", "design", "blade.csv", "polars.csv", "condition.yaml");
    private static final String USUAL = "nrel-5mw";
    private static final int MOST = 32;
    private final Map<Map<String, String>, Chosen> described = new ConcurrentHashMap<>();

    /** A turbine, and what its condition is judged by. */
    record Chosen(TurbineDesign design, ConditionDesign condition) {
    }

    /** @throws IllegalArgumentException where the configuration is wrong; the message names twin, key, line and remedy */
    Chosen of(TwinContext context) {
        Map<String, String> texts = new TreeMap<>(context.configuration());
        texts.keySet().retainAll(KEYS);
        String type = texts.remove("type");
        String twin = "twin " + context.twin() + ": configuration";
        if (type != null && !texts.isEmpty()) {
            throw new IllegalArgumentException(twin + " has 'type' and " + texts.keySet() + "; leave one of them out");
        }
        if (texts.isEmpty()) {
            return shipped(twin, type == null ? USUAL : type);
        }
        if (!texts.containsKey("design")) {
            throw new IllegalArgumentException(twin + " has " + texts.keySet() + " but no 'design' that names them");
        }
        Chosen known = described.get(texts);
        return known != null ? known : read(twin, new HashMap<>(texts));
    }

    private static Chosen shipped(String twin, String type) {
        try {
            return new Chosen(TurbineTypes.shipped(type.strip()), ConditionTypes.shipped(type.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(twin + " 'type': " + e.getMessage() + "; another one is described under 'design'", e);
        }
    }

    private Chosen read(String twin, Map<String, String> texts) {
        try {
            TurbineDesign design = TurbineTypes.described(twin, texts, "design");
            if (described.size() >= MOST) {
                described.clear();
            }
            Chosen chosen = new Chosen(design, ConditionTypes.described(twin, texts, USUAL, design));
            described.put(texts, chosen);
            return chosen;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
