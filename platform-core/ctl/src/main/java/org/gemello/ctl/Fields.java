package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields of a document, each asked for by name; what is missing or of another kind is an error that names the place. */
final class Fields {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<?, ?> map;
    private final String place;

    private Fields(Map<?, ?> map, String place) {
        this.map = map;
        this.place = place;
    }

    static Fields of(Object document, String place) {
        if (document instanceof Map<?, ?> map) {
            return new Fields(map, place);
        }
        throw new UsageException(place + " is no map with 'kind' and other keys");
    }

    String text(String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new UsageException(place + ": '" + key + "' is missing or no text");
    }

    boolean flag(String key) {
        Object value = map.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw new UsageException(place + ": '" + key + "' may be true or false");
    }

    /** An existing file; relative to {@code folder}. */
    Path file(String key, Path folder) {
        Path file = folder.resolve(text(key));
        if (Files.isReadable(file)) {
            return file;
        }
        throw new UsageException(place + ": '" + key + "' names " + file + ", which cannot be read");
    }

    Map<String, Double> numbers(String key) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (map.get(key) instanceof Map<?, ?> given) {
            given.forEach((name, value) -> {
                if (!(value instanceof Number number)) {
                    throw new UsageException(place + ": '" + key + '.' + name + "' is no number");
                }
                numbers.put(name.toString(), number.doubleValue());
            });
            return numbers;
        }
        throw new UsageException(place + ": '" + key + "' is missing or no map");
    }

    /** Those of these fields that are there. */
    JsonNode node(Set<String> keys) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (keys.contains(key.toString())) {
                chosen.put(key.toString(), value);
            }
        });
        return JSON.valueToTree(chosen);
    }
}
