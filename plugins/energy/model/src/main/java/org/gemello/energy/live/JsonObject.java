package org.gemello.energy.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Documents that somebody gives a twin as text: JSON, read with limits. */
public final class JsonObject {
    private static final int LONGEST = 64_000;

    private JsonObject() {
    }

    /**
     * The object that a text holds.
     *
     * @throws IllegalArgumentException where it is too long, cannot be read or is something else; the message says where
     */
    public static Map<String, Object> of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
        }
        Object read;
        try {
            read = new Load(LoadSettings.builder().setMaxAliasesForCollections(0).setAllowDuplicateKeys(false).build())
                    .loadFromString(text);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
        if (!(read instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("it is no JSON object");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
    }

    /** A number of an object. */
    public static double number(Map<?, ?> object, String key) {
        if (object.get(key) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("'" + key + "' is " + object.get(key) + ", a number is needed");
    }

    /** A text of an object. */
    public static String text(Map<?, ?> object, String key) {
        if (object.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("'" + key + "' is " + object.get(key) + ", a text is needed");
    }

    /** A list of an object. */
    public static List<?> list(Map<?, ?> object, String key) {
        if (object.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("'" + key + "' is " + object.get(key) + ", a list is needed");
    }
}
