package org.gemello.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.api.TwinId;

/**
 * A twin of this site.
 *
 * @param id            identity
 * @param type          twin type, such as {@code energy/wind-turbine}
 * @param name          display name
 * @param configuration values for the twin's behaviour, as written
 * @param parts         the twins that have a role in this one, by role, in the order written
 * @param accept        keys of those of its proposals that the platform accepts on its own
 * @param place         where it stands, such as {@code twins/farm.yaml:3:5}; empty where nowhere
 */
public record TwinDefinition(TwinId id, String type, String name, Map<String, String> configuration, Map<String, List<TwinId>> parts,
                             Set<String> accept, String place) {
    public TwinDefinition {
        configuration = Map.copyOf(configuration);
        Map<String, List<TwinId>> ordered = new LinkedHashMap<>();
        parts.forEach((role, twins) -> ordered.put(role, List.copyOf(twins)));
        parts = Collections.unmodifiableMap(ordered);
        accept = Set.copyOf(accept);
    }

    /** A twin without parts, all of whose proposals wait for people. */
    public TwinDefinition(TwinId id, String type, String name, Map<String, String> configuration) {
        this(id, type, name, configuration, Map.of(), Set.of(), "");
    }
}
