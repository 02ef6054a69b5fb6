package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointTable;
import org.gemello.binding.ConfigurationException;

/** Leads from the topic of a message to the plans that read it. For one thread. */
final class TopicTable {
    /** Topics under a wildcard that are remembered; a broker may invent any number of them. */
    private static final int REMEMBERED = 10_000;
    private final Map<TopicFilter, MqttQoS> subscriptions = new LinkedHashMap<>();
    private final Map<TopicFilter, List<PayloadPlan>> plans = new LinkedHashMap<>();
    private final Map<String, List<PayloadPlan>> byTopic = new HashMap<>();

    /** @throws ConfigurationException where a binding is wrong, or two different filters reach the same topic */
    TopicTable(List<TopicBinding> bindings, PointTable points) {
        Map<TopicFilter, List<TopicBinding>> byFilter = new LinkedHashMap<>();
        for (TopicBinding binding : bindings) {
            refuseOverlap(binding, byFilter);
            byFilter.computeIfAbsent(binding.filter(), filter -> new ArrayList<>()).add(binding);
            subscriptions.merge(binding.filter(), binding.qos(), (one, other) -> one.value() > other.value() ? one : other);
        }
        PlanCompiler compiler = new PlanCompiler(points);
        byFilter.forEach((filter, group) -> plans.put(filter, compiler.compile(group)));
    }

    private static void refuseOverlap(TopicBinding binding, Map<TopicFilter, List<TopicBinding>> others) {
        for (TopicFilter other : others.keySet()) {
            if (!other.equals(binding.filter()) && other.overlaps(binding.filter())) {
                throw new ConfigurationException(binding.binding().settings().place("topic"), "'" + binding.filter() + "' and '" + other
                        + "' reach the same topics, and a broker may then deliver a message twice; use one of them in both bindings");
            }
        }
    }

    /** What to subscribe, each filter once. */
    Map<TopicFilter, MqttQoS> subscriptions() {
        return subscriptions;
    }

    /** The plans for a topic, empty where nothing is bound to it. */
    List<PayloadPlan> plans(String topic) {
        List<PayloadPlan> known = byTopic.get(topic);
        if (known == null) {
            known = plans.entrySet().stream().filter(entry -> entry.getKey().matches(topic)).findFirst()
                    .map(Map.Entry::getValue).orElse(List.of());
            if (byTopic.size() >= REMEMBERED) {
                byTopic.clear();
            }
            byTopic.put(topic, known);
        }
        return known;
    }
}
