package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Place;

/** Leads from the topic of a message to the plans that read it. For one thread. */
final class TopicTable {
    /** Topics under a wildcard that are remembered; a broker may invent any number of them. */
    private static final int REMEMBERED = 10_000;
    private final Map<TopicFilter, MqttQoS> subscriptions = new LinkedHashMap<>();
    private final Map<TopicFilter, List<PayloadPlan>> plans = new LinkedHashMap<>();
    private final Map<TopicFilter, List<TopicTemplateBinding>> templates = new LinkedHashMap<>();
    private final Map<String, List<PayloadPlan>> byTopic = new HashMap<>();
    private final TopicPoints points;

    /** @throws ConfigurationException where a binding is wrong, or two different filters reach the same topic */
    TopicTable(List<TopicBinding> bindings, List<TopicTemplateBinding> templated, TopicPoints points) {
        this.points = points;
        Map<TopicFilter, List<TopicBinding>> byFilter = new LinkedHashMap<>();
        for (TopicBinding binding : bindings) {
            subscribe(binding);
            byFilter.computeIfAbsent(binding.filter(), filter -> new ArrayList<>()).add(binding);
        }
        for (TopicTemplateBinding template : templated) {
            subscribe(template.shape());
            templates.computeIfAbsent(template.shape().filter(), filter -> new ArrayList<>()).add(template);
        }
        byFilter.forEach((filter, group) -> plans.put(filter, points.compile(group)));
    }

    private void subscribe(TopicBinding binding) {
        refuseOverlap(binding, subscriptions.keySet());
        subscriptions.merge(binding.filter(), binding.qos(), (one, other) -> one.value() > other.value() ? one : other);
    }

    private static void refuseOverlap(TopicBinding binding, Collection<TopicFilter> others) {
        Place place = binding.binding().settings().place("topic");
        for (TopicFilter other : others) {
            if (!other.equals(binding.filter()) && other.overlaps(binding.filter())) {
                throw new ConfigurationException(place, "'" + binding.filter() + "' and '" + other
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
            known = subscriptions.keySet().stream().filter(filter -> filter.matches(topic)).findFirst()
                    .map(filter -> plans(filter, topic)).orElse(List.of());
            if (byTopic.size() >= REMEMBERED) {
                byTopic.clear();
            }
            byTopic.put(topic, known);
        }
        return known;
    }

    private List<PayloadPlan> plans(TopicFilter filter, String topic) {
        List<PayloadPlan> named = plans.getOrDefault(filter, List.of());
        if (!templates.containsKey(filter)) {
            return named;
        }
        List<PayloadPlan> all = new ArrayList<>(named);
        templates.get(filter).forEach(template -> all.addAll(points.compile(template, topic)));
        return all;
    }
}
