package org.gemello.binding;

import java.util.Map;
import org.gemello.api.TwinId;

/**
 * A twin of this site.
 *
 * @param id            identity
 * @param type          twin type, such as {@code energy/wind-turbine}
 * @param name          display name
 * @param configuration values for the twin's behaviour, as written
 */
public record TwinDefinition(TwinId id, String type, String name, Map<String, String> configuration) {
    public TwinDefinition {
        configuration = Map.copyOf(configuration);
    }
}
