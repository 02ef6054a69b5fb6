package org.gemello.testkit.pack;

import java.util.AbstractMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.TwinId;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.ConfigurationType;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;

/** What a type declares of its configuration is complete, and it is what it reads. */
final class ConfigurationContract {
    private final TwinType<?> type;
    private final TwinContext context;

    ConfigurationContract(TwinType<?> type, TwinContext context) {
        this.type = type;
        this.context = context;
    }

    void check() {
        type.model().configuration().ifPresent(spec -> {
            Set<String> names = new HashSet<>();
            spec.keys().forEach(key -> {
                TwinTypeContract.require(names.add(key.name()), "configuration key " + key.name() + " is there twice");
                checkKey(key);
            });
            checkReading(spec);
        });
    }

    private static void checkKey(ConfigurationKey key) {
        String name = "configuration key " + key.name();
        TwinTypeContract.require(!key.titles().getOrDefault("en", "").isBlank(), name + " has no English title");
        TwinTypeContract.requireUnit(name, key.unit());
        TwinTypeContract.require(key.low() < key.high(), name + " ranges from " + key.low() + " to " + key.high());
        TwinTypeContract.require((key.type() == ConfigurationType.CHOICE) != key.choices().isEmpty(), name + " has "
                + (key.choices().isEmpty() ? "no choices" : "choices, but is no CHOICE"));
        TwinTypeContract.require(key.fallback().isEmpty() || !key.required(), name + " is required and has a fallback");
        if (!key.fallback().isEmpty()) {
            key.objection(key.fallback()).ifPresent(objection -> TwinTypeContract.require(false, name + ": its fallback " + objection));
        }
    }

    private void checkReading(ConfigurationSpec spec) {
        Map<String, String> objections = spec.objections(context.configuration(), context.parts());
        TwinTypeContract.require(objections.isEmpty(), "the configuration of the test is none that the type declares: " + objections);
        Set<String> asked = new TreeSet<>();
        type.behavior(new Watched(context, asked));
        spec.keys().forEach(key -> {
            asked.remove(key.name());
            context.parts().getOrDefault(key.role(), List.of()).forEach(part -> asked.remove(part.value()));
        });
        TwinTypeContract.require(asked.isEmpty(), "the type reads " + asked + " of its configuration and does not declare it");
    }

    /** A context that notes which keys are asked for. */
    private record Watched(TwinContext given, Set<String> asked) implements TwinContext {
        @Override
        public TwinId twin() {
            return given.twin();
        }

        @Override
        public Map<String, List<TwinId>> parts() {
            return given.parts();
        }

        @Override
        public Map<String, String> configuration() {
            return new AbstractMap<>() {
                @Override
                public Set<Entry<String, String>> entrySet() {
                    return given.configuration().entrySet();
                }

                @Override
                public String get(Object key) {
                    asked.add(String.valueOf(key));
                    return given.configuration().get(key);
                }

                @Override
                public boolean containsKey(Object key) {
                    asked.add(String.valueOf(key));
                    return given.configuration().containsKey(key);
                }
            };
        }
    }
}
