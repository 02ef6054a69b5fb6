package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.binding.Binding;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;

/** The bound points of one connection. The list never changes. */
final class Items {
    private final List<Item> all = new ArrayList<>();
    private final Map<PointId, Item> byPoint = new HashMap<>();
    private final Map<Integer, Item> byHandle = new HashMap<>();

    /**
     * A binding may ask for another sampling interval or queue size than its connection.
     *
     * @throws org.gemello.binding.ConfigurationException naming the place of what is wrong
     */
    Items(List<Binding> bindings, OpcUaSettings settings, PointTable points) {
        for (Binding binding : bindings) {
            Settings own = binding.settings();
            own.allowOnly("prefix", OpcUaSettings.SAMPLING_INTERVAL, OpcUaSettings.QUEUE_SIZE);
            Duration sampling = OpcUaSettings.samplingInterval(own, settings.samplingInterval());
            int queue = own.integer(OpcUaSettings.QUEUE_SIZE, settings.queueSize(), 1, OpcUaSettings.MAX_QUEUE_SIZE);
            for (PointBinding point : binding.points()) {
                add(new Item(point, points.handle(point.point()), sampling, queue));
            }
        }
    }

    private void add(Item item) {
        all.add(item);
        byPoint.put(item.binding.point().id(), item);
        byHandle.put(item.handle, item);
    }

    List<Item> all() {
        return all;
    }

    Optional<Item> of(PointId point) {
        return Optional.ofNullable(byPoint.get(point));
    }

    /** The item whose rows carry this handle. */
    Item of(int handle) {
        return byHandle.get(handle);
    }
}
