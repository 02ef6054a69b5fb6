package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.BindingTemplate;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Placeholders;
import org.gemello.binding.PointBinding;
import org.gemello.binding.PointTemplate;

/** A binding whose twin or points are named by the topic: it becomes a {@link TopicBinding} for each topic that is seen. */
final class TopicTemplateBinding {
    private static final TwinId NOBODY = new TwinId("nobody");
    private final BindingTemplate template;
    private final TopicBinding shape;

    private TopicTemplateBinding(BindingTemplate template, TopicBinding shape) {
        this.template = template;
        this.shape = shape;
    }

    /** @throws ConfigurationException where a setting is wrong, or a placeholder is not in the topic */
    static TopicTemplateBinding of(BindingTemplate template) {
        TopicBinding shape = TopicBinding.of(new Binding(template.connection(), NOBODY, template.settings(), List.of()));
        checkPlaceholders(template.twin(), shape, template.settings().place("topic") + ": the twin");
        for (PointTemplate point : template.points()) {
            checkPlaceholders(point.name(), shape, point.place() + ": the point");
            if (point.writable()) {
                throw new ConfigurationException(List.of(point.place() + ": 'write: true' needs a point of its own, without placeholders"));
            }
        }
        TopicTemplateBinding binding = new TopicTemplateBinding(template, shape);
        binding.samplePoints(); // so that a wrong address is found now and not when the first message comes
        return binding;
    }

    private static void checkPlaceholders(String text, TopicBinding shape, String what) {
        Placeholders.fill(text, name -> {
            if (!shape.topic().has(name)) {
                throw new ConfigurationException(List.of(what + " '" + text + "' has a placeholder {" + name + "} that is not in the topic"));
            }
            return "";
        });
    }

    private void samplePoints() {
        PlanCompiler.check(with(NOBODY, template.points().stream().map(point -> point.bind(template.connection(), NOBODY, "any")).toList()));
    }

    private TopicBinding with(TwinId twin, List<PointBinding> points) {
        return new TopicBinding(new Binding(template.connection(), twin, template.settings(), points), shape.topic(), shape.format(),
                shape.records(), shape.time(), shape.clock(), shape.quality(), shape.csv(), shape.qos(), shape.commandTopic());
    }

    /** The binding without points: what is subscribed. */
    TopicBinding shape() {
        return shape;
    }

    /**
     * The binding for a topic that the filter matches.
     *
     * @param twins the twins that there are
     * @param taken points that are bound by name
     * @throws Refusal where the topic names a twin that there is not, or a point that cannot be
     */
    TopicBinding resolve(String topic, Set<TwinId> twins, Set<PointId> taken) throws Refusal {
        Map<String, String> values = shape.topic().values(topic);
        TwinId twin = twin(Placeholders.fill(template.twin(), values::get), twins);
        List<PointBinding> points = new ArrayList<>();
        for (PointTemplate point : template.points()) {
            String name = Placeholders.fill(point.name(), values::get);
            try {
                points.add(point.bind(template.connection(), twin, name));
            } catch (IllegalArgumentException e) {
                throw new Refusal("the topic gives no name for a point: " + e.getMessage());
            }
            if (taken.contains(points.get(points.size() - 1).point().id())) {
                throw new Refusal("the topic leads to the point " + twin + '/' + name + ", which is bound by its own name");
            }
        }
        return with(twin, points);
    }

    private static TwinId twin(String name, Set<TwinId> twins) throws Refusal {
        try {
            TwinId twin = new TwinId(name);
            if (twins.contains(twin)) {
                return twin;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal("the topic gives no id for a twin: " + e.getMessage());
        }
        throw new Refusal("the topic names the twin '" + name + "', which is not in twins/; add it there, or take it out of the filter");
    }
}
