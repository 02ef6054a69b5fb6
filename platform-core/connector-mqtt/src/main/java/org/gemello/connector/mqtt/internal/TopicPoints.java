package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.TwinId;
import org.gemello.binding.PointBinding;

/** The points of a connection: those bound by name, and those that topics have made, of which there may be so many. */
final class TopicPoints {
    private final PlanCompiler compiler;
    private final Set<TwinId> twins;
    private final int limit;
    private final Set<PointId> named = new HashSet<>();
    private final Set<PointDefinition> made = new LinkedHashSet<>();
    private volatile List<PointDefinition> all = List.of();

    /**
     * @param twins the twins that there are
     * @param limit most points that topics may make
     */
    TopicPoints(PointTable handles, Set<TwinId> twins, int limit) {
        this.compiler = new PlanCompiler(handles);
        this.twins = Set.copyOf(twins);
        this.limit = limit;
    }

    /** All that are known so far. Safe for any thread. */
    List<PointDefinition> all() {
        return all;
    }

    /** Plans for bindings by name. */
    List<PayloadPlan> compile(List<TopicBinding> bindings) {
        List<PayloadPlan> plans = compiler.compile(bindings);
        List<PointDefinition> definitions = bindings.stream().flatMap(TopicPoints::definitions).toList();
        definitions.forEach(point -> named.add(point.id()));
        add(definitions);
        return plans;
    }

    /** Plans for a topic that makes points; where it cannot, one plan that says why. */
    List<PayloadPlan> compile(TopicTemplateBinding template, String topic) {
        try {
            TopicBinding binding = template.resolve(topic, twins, named);
            List<PointDefinition> fresh = definitions(binding).filter(point -> !made.contains(point)).toList();
            if (made.size() + fresh.size() > limit) {
                throw new Refusal("the topics have made " + made.size() + " points; 'wildcardPoints' of the connection is " + limit);
            }
            made.addAll(fresh);
            add(fresh);
            return compiler.compile(List.of(binding));
        } catch (Refusal refusal) {
            return List.of((payload, length, received, into) -> {
                throw refusal;
            });
        }
    }

    private static Stream<PointDefinition> definitions(TopicBinding binding) {
        return binding.binding().points().stream().map(PointBinding::point);
    }

    private void add(List<PointDefinition> points) {
        Set<PointDefinition> union = new LinkedHashSet<>(all);
        union.addAll(points);
        all = new ArrayList<>(union);
    }
}
