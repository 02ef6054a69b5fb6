package org.gemello.spi;

import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.twin.ConfigurationKey;
import org.osgi.annotation.versioning.ProviderType;

/** What a behaviour knows of its surroundings: never a bundle, a route or a clock. */
@ProviderType
public interface TwinContext {

    TwinId twin();

    /** Values of the twin's {@code configuration}, as written. */
    Map<String, String> configuration();

    /**
     * A number of a key that the type declares in its model, or its fallback.
     *
     * @throws IllegalArgumentException where the value is none that the key lets through; the message names twin and key
     */
    default double number(ConfigurationKey key) {
        String text = configuration().getOrDefault(key.name(), key.fallback());
        key.objection(text).ifPresent(objection -> {
            throw new IllegalArgumentException("twin " + twin() + ": configuration '" + key.name() + "' " + objection);
        });
        return Double.parseDouble(text.strip());
    }

    /** The twins that the site gives it as parts, by role, in the order written; a role without parts is an empty list or missing. */
    Map<String, List<TwinId>> parts();

    /**
     * A number of the configuration.
     *
     * @param fallback where the key is absent
     * @throws IllegalArgumentException where the value is not a number; the message names twin and key
     */
    default double number(String key, double fallback) {
        String text = configuration().get(key);
        if (text == null) {
            return fallback;
        }
        try {
            return Double.parseDouble(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("twin " + twin() + ": configuration '" + key + "' is '" + text + "', not a number", e);
        }
    }
}
