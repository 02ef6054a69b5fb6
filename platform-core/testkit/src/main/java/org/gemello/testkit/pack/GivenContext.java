package org.gemello.testkit.pack;

import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.spi.TwinContext;

/** A context made of what the test gives. */
public record GivenContext(TwinId twin, Map<String, String> configuration, Map<String, List<TwinId>> parts) implements TwinContext {
    public GivenContext {
        configuration = Map.copyOf(configuration);
        parts = Map.copyOf(parts);
    }

    /** A twin without parts. */
    public GivenContext(TwinId twin, Map<String, String> configuration) {
        this(twin, configuration, Map.of());
    }

    /** A twin without configuration. */
    public static GivenContext of(String twin) {
        return new GivenContext(new TwinId(twin), Map.of());
    }
}
