package org.gemello.pack.energy.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.TwinId;
import org.gemello.energy.condition.ConditionDesign;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.ConditionTypes;
import org.gemello.energy.turbine.type.TurbineTypes;

/**
 * Designs of turbines as twins name them: {@code type} is a shipped one, {@code design} describes another one in the twin's configuration,
 * with its tables beside it under the names that the description uses. A described one takes half a second to compute, so it is kept for
 * the next twin of the same kind.
 */
final class Designs {
    private static final List<String> DOCUMENTS = List.of("design", "blade.csv", "polars.csv", "condition.yaml");
    private static final int MOST = 32;
    private final Map<Map<String, String>, Chosen> described = new ConcurrentHashMap<>();

    /** A turbine, and what its condition is judged by. */
    record Chosen(TurbineDesign design, ConditionDesign condition) {
    }

    /** A shipped type, or the texts that describe another one. */
    record Named(String type, Map<String, String> texts) {
        /** @throws IllegalArgumentException where it is not clear which is meant; the message names the keys */
        static Named read(Given given) {
            String type = given.choice("type", TurbineTypes.names().toArray(String[]::new));
            Map<String, String> texts = new TreeMap<>();
            DOCUMENTS.forEach(key -> texts.put(key, given.document(key, "")));
            texts.values().removeIf(String::isEmpty);
            if (given.has("type") && !texts.isEmpty()) {
                throw new IllegalArgumentException("configuration has 'type' and " + texts.keySet() + "; leave one of them out");
            } else if (!texts.isEmpty() && !texts.containsKey("design")) {
                throw new IllegalArgumentException("configuration has " + texts.keySet() + " but no 'design' that names them");
            }
            return new Named(type, texts);
        }
    }

    /** @throws IllegalArgumentException where a description is wrong; the message names twin, key, line and remedy */
    Chosen of(TwinId twin, Named named) {
        if (named.texts().isEmpty()) {
            return new Chosen(TurbineTypes.shipped(named.type()), ConditionTypes.shipped(named.type()));
        }
        Chosen known = described.get(named.texts());
        return known != null ? known : read("twin " + twin + ": configuration", named);
    }

    private Chosen read(String place, Named named) {
        try {
            TurbineDesign design = TurbineTypes.described(place, named.texts(), "design");
            if (described.size() >= MOST) {
                described.clear();
            }
            Chosen chosen = new Chosen(design, ConditionTypes.described(place, named.texts(), named.type(), design));
            described.put(named.texts(), chosen);
            return chosen;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
