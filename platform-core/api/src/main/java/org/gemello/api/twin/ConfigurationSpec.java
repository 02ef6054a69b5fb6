package org.gemello.api.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gemello.api.TwinId;

/**
 * All keys of the configuration of a kind of twin; another one is an error.
 *
 * @param keys in the order in which people want to see them
 */
public record ConfigurationSpec(List<ConfigurationKey> keys) {
    /** For a kind of twin that takes no configuration. */
    public static final ConfigurationSpec NONE = new ConfigurationSpec(List.of());

    public ConfigurationSpec {
        keys = List.copyOf(keys);
    }

    public Optional<ConfigurationKey> key(String name) {
        return keys.stream().filter(key -> key.role().isEmpty() && key.name().equals(name)).findFirst();
    }

    /**
     * What is wrong with a twin's configuration, and the remedy, by key; empty where nothing is.
     *
     * @param given values by key, as written
     * @param parts the twins that are parts of it, by role
     */
    public Map<String, String> objections(Map<String, String> given, Map<String, List<TwinId>> parts) {
        Map<String, ConfigurationKey> known = new LinkedHashMap<>();
        keys.forEach(key -> {
            if (key.role().isEmpty()) {
                known.put(key.name(), key);
            } else {
                parts.getOrDefault(key.role(), List.of()).forEach(part -> known.putIfAbsent(part.value(), key));
            }
        });
        Map<String, String> objections = new LinkedHashMap<>();
        known.forEach((name, key) -> {
            String value = given.get(name);
            if (value != null) {
                key.objection(value).ifPresent(objection -> objections.put(name, objection));
            } else if (key.required()) {
                objections.put(name, "is missing; write " + key.titles().get("en"));
            }
        });
        new TreeSet<>(given.keySet()).stream().filter(name -> !known.containsKey(name))
                .forEach(name -> objections.put(name, "is not known; " + known()));
        return objections;
    }

    private String known() {
        return keys.isEmpty() ? "this type has no configuration" : "known are " + keys.stream()
                .map(key -> key.role().isEmpty() ? key.name() : "the id of each " + key.role()).collect(Collectors.joining(", "));
    }
}
