package org.gemello.connector.mqtt.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gemello.connector.mqtt.internal.Receivers.Cost;
import org.gemello.connector.mqtt.internal.Receivers.Way;
import org.gemello.testkit.Figures;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.MoquetteBroker;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.gemello.testkit.mqtt.TestBroker;

/**
 * The connector against a receiver that only counts and acknowledges, on the same broker in turn, as far as its batches, as far
 * as the log on disk, and as far as the state of a twin. What counts is the processor time of all threads that do this, kernel
 * included (not that of publisher and broker); compiler and collector are told apart, because warm-up has its end. Of several rounds
 * after a warm-up the median. Two loads: messages as they are published, at the speed of broker and publisher, and a backlog that
 * waited in the broker, which comes in full buffers, so that hardly anything but the work for each message is left.
 */
public final class ReceiveBench {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final double GOAL = 0.5;
    /** Live, the broker gives a tenth of what it gives from a backlog. */
    private static final int LIVE_SHARE = 5;
    private final byte[][] payloads = IntStream.range(0, 1_000).mapToObj(ReceiveBench::payload).toArray(byte[][]::new);
    private final int messages;

    /** @param messages of a backlog; of those that come live a fifth */
    public ReceiveBench(int messages) {
        this.messages = messages;
    }

    /** Prints the table and the goals. */
    public void run(Figures figures) throws Exception {
        Share backlog;
        Share live;
        String kind;
        try (TemporaryFolder folder = new TemporaryFolder("gemello-bench-mqtt"); TestBroker broker = broker(folder.path())) {
            broker.start();
            kind = broker.getClass().getSimpleName();
            backlog = measure(broker, false, figures);
            live = measure(broker, true, figures);
        }
        figures.row("messages", messages + " and " + messages / LIVE_SHARE,
                payloads[0].length + " B of JSON, QoS 1, " + kind + "; median of " + ROUNDS + " rounds");
        figures.print()
                .goal("live, on to the twin, " + live, ">= 50 % of the bare socket's messages per CPU second", live.ofReadingAtOnce() >= GOAL)
                .goal("from a backlog " + backlog, ">= 50 %", backlog.ofReadingAtOnce() >= GOAL);
    }

    /**
     * Messages per CPU second on to the twin, as shares of what the bare receivers have. The goal is about the socket that is read as soon as there
     * is something, as every client reads; the one that rests shows what waking up costs, and is a limit to work towards.
     */
    private record Share(double ofReadingAtOnce, double ofResting) {
        @Override
        public String toString() {
            return String.format("%.0f %% (%.0f %% of a socket that is read once a millisecond)", 100 * ofReadingAtOnce, 100 * ofResting);
        }
    }

    private static TestBroker broker(Path folder) {
        return Mosquitto.program().isPresent()
                ? Mosquitto.in(folder).with("max_inflight_messages " + Receivers.IN_FLIGHT, "autosave_interval 0") : new MoquetteBroker();
    }

    private Share measure(TestBroker broker, boolean live, Figures figures) throws Exception {
        int count = live ? messages / LIVE_SHARE : messages;
        String topic = live ? "live/" : "backlog/";
        Receivers receivers = new Receivers(broker, count);
        for (Way way : Way.values()) {
            receivers.subscribe(way, topic(topic, live, way));
        }
        Map<Way, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            if (!live) {
                publish(broker, topic(topic, false, Way.SOCKET), count).join(); // all of them get it
            }
            for (Way way : Way.values()) {
                String own = topic(topic, live, way);
                Cost cost = receivers.receive(way, own, () -> live ? publish(broker, own, count) : CompletableFuture.completedFuture(null));
                if (round >= WARM_UP) {
                    costs.computeIfAbsent(way, first -> new ArrayList<>()).add(cost);
                }
            }
        }
        costs.forEach((way, all) -> row(figures, (live ? "live: " : "backlog: ") + way.text, median(all)));
        double twin = median(costs.get(Way.TWIN)).cpu();
        return new Share(median(costs.get(Way.SOCKET)).cpu() / twin, median(costs.get(Way.RESTING)).cpu() / twin);
    }

    private static String topic(String load, boolean live, Way way) {
        return load + "mast/" + (live ? way.ordinal() : "all");
    }

    private static Cost median(List<Cost> costs) {
        return costs.stream().sorted(Comparator.comparingDouble(Cost::cpu)).toList().get(costs.size() / 2);
    }

    private static void row(Figures figures, String what, Cost cost) {
        figures.row(what, String.format("%.2f us CPU/message", cost.cpu() / 1e3),
                String.format("%,.0f messages/s; compiler and collector %.2f us", 1e9 / cost.wall(), cost.machine() / 1e3));
    }

    private CompletableFuture<Void> publish(TestBroker broker, String topic, int count) {
        return CompletableFuture.runAsync(() -> {
            try (MqttTestClient publisher = MqttTestClient.connect(broker.port())) {
                for (int i = 0; i < count; i++) {
                    publisher.send(topic, payloads[i % payloads.length], 1, false);
                    if (i % 500 == 499) {
                        publisher.drain();
                    }
                }
                publisher.drain();
            }
        }, task -> new Thread(task, Receivers.PUBLISHER).start());
    }

    private static byte[] payload(int i) {
        return String.format("{\"at\":%d,\"speed\":%.2f,\"direction\":%.1f,\"temperature\":%.2f,\"site\":\"mast-1\",\"ok\":true}",
                1_795_290_300_250L + i, 5 + i % 1_000 / 100.0, i % 3_600 / 10.0, 10 + i % 500 / 100.0).getBytes(StandardCharsets.UTF_8);
    }
}
