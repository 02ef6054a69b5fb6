package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.binding.Binding;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;

/** The bound points of one connection. The list never changes. */
final class Items {
    private final List<Item> all = new ArrayList<>();
    private final Map<Place, Source> sources = new LinkedHashMap<>();
    private final List<EventBinding> events = new ArrayList<>();
    private final Map<PointId, Item> byPoint = new HashMap<>();
    private final Map<Integer, Item> byHandle = new HashMap<>();

    /** Points of one node that ask for the same are one monitored item. */
    private record Place(ExpandedNodeId node, Duration samplingInterval, int queueSize) {
    }

    /**
     * A binding may ask for another sampling interval or queue size than its connection.
     *
     * @throws org.gemello.binding.ConfigurationException naming the place of what is wrong
     */
    Items(List<Binding> bindings, OpcUaSettings settings, PointTable points) {
        for (Binding binding : bindings) {
            if (EventBinding.isOne(binding)) {
                addEvents(EventBinding.of(binding), binding.points(), points);
                continue;
            }
            Settings own = binding.settings();
            own.allowOnly("prefix", OpcUaSettings.SAMPLING_INTERVAL, OpcUaSettings.QUEUE_SIZE, MethodBinding.OBJECT_KEY,
                    MethodBinding.METHOD_KEY, MethodBinding.INPUTS_KEY);
            Optional<MethodBinding> method = MethodBinding.of(own);
            Duration sampling = OpcUaSettings.samplingInterval(own, settings.samplingInterval());
            int queue = own.integer(OpcUaSettings.QUEUE_SIZE, settings.queueSize(sampling), 1, OpcUaSettings.MAX_QUEUE_SIZE);
            for (PointBinding point : binding.points()) {
                add(point, points.handle(point.point()), sampling, queue).method(method.orElse(null));
            }
        }
    }

    private Item add(PointBinding binding, int handle, Duration sampling, int queue) {
        Address address = Address.of(binding);
        Source source = sources.computeIfAbsent(new Place(address.node(), sampling, queue),
                place -> new Source(place.node(), place.samplingInterval(), place.queueSize()));
        Item item = new Item(binding, handle, source, address.path());
        source.add(item);
        add(item);
        return item;
    }

    private void addEvents(EventBinding events, List<PointBinding> bindings, PointTable points) {
        Source notifier = new Source(events.notifier(), Duration.ZERO, 1);
        for (PointBinding binding : bindings) {
            Item item = new Item(binding, points.handle(binding.point()), notifier, ValuePath.WHOLE);
            events.add(item);
            add(item);
        }
        this.events.add(events);
    }

    private void add(Item item) {
        all.add(item);
        byPoint.put(item.binding.point().id(), item);
        byHandle.put(item.handle, item);
    }

    List<Item> all() {
        return all;
    }

    /** Points that are fields of events. */
    List<EventBinding> events() {
        return events;
    }

    /** Nodes whose values are to be monitored. */
    List<Source> sources() {
        return List.copyOf(sources.values());
    }

    Optional<Item> of(PointId point) {
        return Optional.ofNullable(byPoint.get(point));
    }

    /** The item whose rows carry this handle. */
    Item of(int handle) {
        return byHandle.get(handle);
    }

    /** No point has a hole that the server is about to end; of a node that it does not give, the end is not waited for. */
    boolean areCovered() {
        return all.stream().noneMatch(item -> item.hasHole() && item.source.monitored().status() == 0);
    }

    /** Whether any point lies within a structure, so that the definitions of the server's types are needed. */
    boolean needStructures() {
        return all.stream().anyMatch(item -> item.path.hasFields());
    }
}
