package org.gemello.connector.mqtt.internal.sparkplug;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;
import org.gemello.testkit.Figures;

/**
 * A DDATA of 100 doubles from its bytes to rows of a batch, against the generated classes of protobuf that only make their objects and add
 * up the values; processor time, of several rounds the best.
 */
public final class SparkplugBench {
    private static final int METRICS = 100;
    private static final int MESSAGES = 20_000;
    private static final int ROUNDS = 7;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private double sum;

    private interface Work {
        void run() throws Exception;
    }

    /** Prints the table. */
    public void run(Figures figures) throws Exception {
        for (boolean alias : new boolean[] {true, false}) {
            String by = alias ? "by alias" : "by name";
            Host host = new Host(alias);
            byte[] data = payload(alias, 2).build().toByteArray();
            double own = Double.MAX_VALUE;
            double raw = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                own = Math.min(own, cost(() -> host.replay(data)));
                raw = Math.min(raw, cost(() -> objects(data)));
            }
            figures.row("metrics " + by + ": rows of a batch", String.format("%.3f us CPU/metric", own), data.length + " B");
            figures.row("metrics " + by + ": protobuf's objects alone", String.format("%.3f us CPU/metric", raw), "");
        }
        figures.print();
    }

    private double cost(Work work) throws Exception {
        long cpu = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < MESSAGES; i++) {
            work.run();
        }
        return (threads.getCurrentThreadCpuTime() - cpu) / 1e3 / MESSAGES / METRICS;
    }

    private void objects(byte[] data) throws Exception {
        for (Payload.Metric metric : Payload.parseFrom(data).getMetricsList()) {
            sum += metric.getDoubleValue();
        }
    }

    private static Payload.Builder payload(boolean alias, int sequence) {
        Payload.Builder payload = Tahu.payload(sequence);
        for (int i = 0; i < METRICS; i++) {
            Payload.Metric.Builder metric = Tahu.real("Line 1/Machine/Value " + i, i * 1.25).setTimestamp(Tahu.NOW + i);
            payload.addMetrics(alias ? metric.setAlias(i) : metric);
        }
        if (alias && sequence > 1) {
            payload.getMetricsBuilderList().forEach(metric -> metric.clearName().clearDatatype());
        }
        return payload;
    }

    /** A host that takes the same message again and again: as a replay, for its sequence number stands still. */
    private static final class Host {
        private final PointTable points = new PointTable();
        private final SparkplugHost host;

        Host(boolean alias) throws Exception {
            List<PointBinding> bound = new ArrayList<>();
            for (int i = 0; i < METRICS; i++) {
                bound.add(new PointBinding(new PointDefinition(PointId.parse("m/v" + i), "1"), "plant", "Line 1/Machine/Value " + i,
                        LinearScale.IDENTITY, false, "a:1:1"));
            }
            Binding binding = new Binding("plant", new TwinId("m"), Settings.of(Map.of("node", HostUnderTest.DEVICE)), bound);
            host = new SparkplugHost("plant", SparkplugSettings.of(Settings.of(Map.of("sparkplug.host", "h", "sparkplug.groups", "plant")))
                    .orElseThrow(), List.of(binding), points, 1 << 20);
            take("NBIRTH", "", Tahu.payload(0).build().toByteArray());
            take("DBIRTH", "press", payload(alias, 1).build().toByteArray());
        }

        private void take(String type, String device, byte[] bytes) throws Exception {
            host.read(HostUnderTest.topic(type, device), bytes, bytes.length, Times.now(), SampleBatch.builder(points, METRICS));
        }

        void replay(byte[] data) throws Exception {
            SampleBatchBuilder into = SampleBatch.builder(points, METRICS);
            host.replay("spBv1.0/plant/DDATA/line-1/press", data, data.length, Times.now(), into);
            if (into.build().size() != METRICS) {
                throw new IllegalStateException("not all metrics were read");
            }
        }
    }

    /** Alone, without the other benchmarks. */
    public static void main(String[] arguments) throws Exception {
        new SparkplugBench().run(new Figures("sparkplug", System.out));
    }
}
