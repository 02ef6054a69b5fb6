package org.gemello.connector.mqtt.internal.sparkplug;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.log.LogEntry;
import org.gemello.binding.Binding;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;
import org.gemello.connector.mqtt.internal.Message;
import org.gemello.connector.mqtt.internal.Outlet;
import org.gemello.connector.mqtt.internal.Refusal;

/** A host with no network: what it is given by hand, what it says, and a clock that a test turns. */
final class HostUnderTest implements Outlet {
    static final String NODE = "plant/line-1";
    static final String DEVICE = "plant/line-1/press";
    private static final int LIMIT = 1 << 18;
    private final PointTable points = new PointTable();
    private final Map<String, Binding> bindings = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>(Map.of("sparkplug.host", "gemello", "sparkplug.groups", "plant"));
    private final List<Later> laters = new ArrayList<>();
    final List<SampleBatch> batches = new ArrayList<>();
    final List<LogEntry> told = new ArrayList<>();
    final List<Message> published = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    SparkplugHost host;
    boolean storing = true;
    private long now;

    private record Later(long due, Runnable task) {
    }

    HostUnderTest with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    HostUnderTest bind(String node, String point, String metric) {
        return bind(node, point, metric, LinearScale.IDENTITY, true);
    }

    HostUnderTest bind(String node, String point, String metric, LinearScale scale, boolean writable) {
        List<PointBinding> bound = new ArrayList<>(bindings.containsKey(node) ? bindings.get(node).points() : List.of());
        bound.add(new PointBinding(new PointDefinition(new PointId(new TwinId("press"), point), "1"), "plant", metric, scale, writable,
                "bindings.yaml:3:5"));
        bindings.put(node, new Binding("plant", new TwinId("press"), Settings.of(Map.of("node", node)), bound));
        return this;
    }

    HostUnderTest make() {
        host = new SparkplugHost("plant", SparkplugSettings.of(Settings.of(settings)).orElseThrow(), List.copyOf(bindings.values()), points,
                LIMIT, () -> now);
        return this;
    }

    HostUnderTest open() {
        make();
        host.opened(this);
        return this;
    }

    void reopen() {
        laters.clear();
        host.closed();
        host.opened(this);
    }

    /** Hands a message over, as it comes from {@code spBv1.0/plant/type/line-1[/device]}. */
    String send(String type, String device, Payload.Builder payload) {
        return send(topic(type, device), payload.build().toByteArray());
    }

    static String topic(String type, String device) {
        return "spBv1.0/plant/" + type + "/line-1" + (device.isEmpty() ? "" : "/" + device);
    }

    String send(String topic, byte[] bytes) {
        SampleBatchBuilder into = SampleBatch.builder(points, 4);
        String trouble;
        try {
            trouble = host.read(topic, bytes, bytes.length, Times.now(), into);
        } catch (Refusal refusal) {
            trouble = refusal.getMessage();
        }
        keep(into);
        elapse(Duration.ZERO);
        return trouble;
    }

    String replay(String topic, byte[] bytes) {
        SampleBatchBuilder into = SampleBatch.builder(points, 4);
        String trouble;
        try {
            trouble = host.replay(topic, bytes, bytes.length, Times.now(), into);
        } catch (Refusal refusal) {
            trouble = refusal.getMessage();
        }
        keep(into);
        return trouble;
    }

    private void keep(SampleBatchBuilder into) {
        if (into.size() > 0) {
            batches.add(into.build());
        }
    }

    /** Lets time go by: what is due is run. */
    void elapse(Duration time) {
        long end = now + time.toNanos();
        while (true) {
            Later next = laters.stream().min(Comparator.comparingLong(Later::due)).filter(later -> later.due <= end).orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            laters.remove(next);
            now = Math.max(now, next.due);
            next.task.run();
        }
    }

    @Override
    public void publish(Message message) {
        published.add(message);
    }

    @Override
    public void tell(LogEntry entry, Consumer<Boolean> outcome) {
        if (storing) {
            told.add(entry);
            if (entry instanceof LogEntry.Samples samples) {
                batches.add(samples.batch());
            }
        }
        outcome.accept(storing);
    }

    @Override
    public void refuse(String topic, byte[] payload, String cause) {
        refused.add(cause);
    }

    @Override
    public void later(Duration delay, Runnable task) {
        laters.add(new Later(now + delay.toNanos(), task));
    }

    /** Values of a point in order; a row without value is its quality. */
    List<Object> values(String point) {
        return rows(point, batches);
    }

    List<Object> historical(String point) {
        return rows(point, told.stream().filter(LogEntry.Backfill.class::isInstance)
                .map(entry -> ((LogEntry.Backfill) entry).batch()).toList());
    }

    private static List<Object> rows(String point, List<SampleBatch> from) {
        List<Object> found = new ArrayList<>();
        for (SampleBatch batch : from) {
            for (int row = 0; row < batch.size(); row++) {
                if (batch.point(row).toString().equals("press/" + point)) {
                    found.add(batch.kind(row) == ValueKind.NONE ? batch.quality(row) : batch.value(row));
                }
            }
        }
        return found;
    }

    /** The last row of all. */
    SampleBatch last() {
        return batches.get(batches.size() - 1);
    }

    Quality lastQuality() {
        return last().quality(last().size() - 1);
    }

    List<Gap> gaps() {
        return told.stream().filter(LogEntry.Gaps.class::isInstance).flatMap(entry -> ((LogEntry.Gaps) entry).gaps().stream()).toList();
    }

    /** Rebirth requests and commands, by topic. */
    List<String> commands() {
        return published.stream().map(Message::topic).filter(topic -> topic.contains("CMD")).toList();
    }

    Payload lastCommand() throws Exception {
        return Payload.parseFrom(published.get(published.size() - 1).payload());
    }
}
