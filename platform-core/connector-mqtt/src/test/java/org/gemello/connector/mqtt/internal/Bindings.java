package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;

/** Bindings of a connection named {@code mast}, as a configuration file would give them. */
final class Bindings {
    static final String CONNECTION = "mast";
    private final Map<String, String> settings = new HashMap<>();
    private final List<PointBinding> points = new ArrayList<>();

    static Bindings topic(String topic) {
        return new Bindings().with("topic", topic);
    }

    Bindings with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    Bindings point(String id, String pointer) {
        return point(id, pointer, LinearScale.IDENTITY, false);
    }

    Bindings point(String id, String pointer, LinearScale scale, boolean writable) {
        PointDefinition definition = new PointDefinition(PointId.parse(id), "1");
        points.add(new PointBinding(definition, CONNECTION, pointer, scale, writable, "bindings.yaml:3:5"));
        return this;
    }

    Binding binding() {
        return new Binding(CONNECTION, new TwinId("met"), Settings.of(settings), points);
    }

    TopicBinding build() {
        return TopicBinding.of(binding());
    }

    static ConnectionDefinition connection(String... keysAndValues) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            texts.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new ConnectionDefinition(CONNECTION, "mqtt", Settings.of(texts));
    }
}
