package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.BindingTemplate;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.gemello.binding.PointTemplate;
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

    /** The binding with placeholders: the settings given before, and points by name and address. */
    BindingTemplate template(String twin, String... namesAndAddresses) {
        List<PointTemplate> templates = new ArrayList<>();
        for (int i = 0; i < namesAndAddresses.length; i += 2) {
            templates.add(new PointTemplate(namesAndAddresses[i], "1", namesAndAddresses[i + 1], LinearScale.IDENTITY, false, "bindings.yaml:3:5"));
        }
        return new BindingTemplate(CONNECTION, twin, Settings.of(settings), templates);
    }

    /** The dialect of these bindings alone. */
    static BoundTopics dialect(PointTable handles, TopicBinding... bindings) {
        return dialect(connection("broker", "tcp://localhost"), handles, bindings);
    }

    static BoundTopics dialect(ConnectionDefinition definition, PointTable handles, TopicBinding... bindings) {
        MqttSettings settings = MqttSettings.of(definition);
        return new BoundTopics(CONNECTION, List.of(bindings), List.of(), new TopicPoints(handles, Set.of(), settings.wildcardPoints()), handles,
                settings.presence());
    }

    static ConnectionDefinition connection(String... keysAndValues) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            texts.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new ConnectionDefinition(CONNECTION, "mqtt", Settings.of(texts));
    }
}
