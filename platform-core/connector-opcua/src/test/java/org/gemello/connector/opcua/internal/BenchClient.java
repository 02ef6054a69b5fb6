package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.SampleLog;
import org.gemello.connector.opcua.internal.pki.TrustList;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.gemello.runtime.internal.BenchTwins;
import org.gemello.testkit.opcua.OpcUaTestServer;

/** A client of the benchmark in a process of its own; prints of each round values, nanoseconds, CPU nanoseconds, those of the compiler. */
public final class BenchClient {
    private static final long LOOK_MILLIS = 20;
    private static final double SAMPLING = 100;
    private static final double PUBLISHING = 250;
    private static final int QUEUE = 100;
    private static final int POINTS_OF_A_TWIN = 100;

    private final String endpoint;
    private final int items;
    private final int warmUp;
    private final int seconds;
    private final int rounds;
    private final LongAdder values = new LongAdder();

    private BenchClient(int port, int items, int warmUp, int seconds, int rounds) {
        this.endpoint = "opc.tcp://127.0.0.1:" + port + "/testkit";
        this.items = items;
        this.warmUp = warmUp;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /** Arguments: {@code bare}, {@code connector} or {@code twins}, port, items, seconds to warm up, seconds of a round, rounds. */
    public static void main(String[] arguments) throws Exception {
        int[] numbers = Stream.of(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        BenchClient client = new BenchClient(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        if (arguments[0].equals("bare")) {
            client.bare();
        } else {
            client.connector(arguments[0].equals("twins"));
        }
        System.exit(0); // Milo's shared threads are not daemons
    }

    private void bare() throws Exception {
        OpcUaClient client = OpcUaClient.create(endpoint);
        client.connect();
        OpcUaSubscription subscription = new OpcUaSubscription(client, PUBLISHING);
        subscription.setSubscriptionListener(new OpcUaSubscription.SubscriptionListener() {
            @Override
            public void onDataReceived(OpcUaSubscription from, List<OpcUaMonitoredItem> monitored, List<DataValue> received) {
                values.add(received.size());
            }
        });
        subscription.create();
        NamespaceTable namespaces = client.readNamespaceTable();
        for (int i = 0; i < items; i++) {
            NodeId node = ExpandedNodeId.parse(node(i)).toNodeIdOrThrow(namespaces);
            OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(node);
            item.setSamplingInterval(SAMPLING);
            item.setQueueSize(Unsigned.uint(QUEUE));
            subscription.addMonitoredItem(item);
        }
        subscription.synchronizeMonitoredItems();
        measure();
    }

    /** @param twins whether the samples go on from the log to the state of twins, and are counted there */
    private void connector(boolean twins) throws Exception {
        Path folder = Files.createTempDirectory("gemello-bench-opcua");
        Site site = new Site(endpoint).with("samplingInterval", "100 ms").with("publishingInterval", "250 ms")
                .with("keepAliveInterval", "5 s");
        IntStream.range(0, items).forEach(i -> site.bind("bench-" + i / POINTS_OF_A_TWIN + "/v" + i, node(i)));
        LongAdder stored = twins ? new LongAdder() : values;
        try (CloseableSampleLog store = SampleLogs.open(folder); DefaultCamelContext camel = new DefaultCamelContext()) {
            Services none = new Services(() -> null, () -> null, (name, connection) -> () -> { },
                    new TrustList(folder.resolve("pki")), Optional.empty());
            camel.addComponent("opcua", new OpcUaComponent(site, store.points(), none, folder));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("opcua:plant").process(new Append(store, stored));
                }
            });
            BenchTwins runtime = null;
            if (twins) {
                site.twins(BenchTwins.TYPE);
                runtime = new BenchTwins(store, site, folder, values);
            }
            camel.start();
            measure();
            if (runtime != null) {
                runtime.close();
            }
        } finally {
            delete(folder);
        }
    }

    private static String node(int number) {
        return "nsu=" + OpcUaTestServer.NAMESPACE + ";s=" + BenchServer.variable(number);
    }

    private void measure() throws InterruptedException, IOException {
        while (values.sum() < items) {
            Thread.sleep(LOOK_MILLIS);
        }
        Thread.sleep(warmUp * 1_000L);
        for (int round = 0; round < rounds; round++) {
            long firstValues = values.sum();
            long firstTime = System.nanoTime();
            long firstCpu = CpuClock.all();
            long firstCompiler = CpuClock.compiler();
            Thread.sleep(seconds * 1_000L);
            System.out.printf("%d %d %d %d%n", values.sum() - firstValues, System.nanoTime() - firstTime, CpuClock.all() - firstCpu,
                    CpuClock.compiler() - firstCompiler);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The end of the platform's route: counts what is on disk. */
    private static final class Append extends AsyncProcessorSupport {
        private final SampleLog log;
        private final LongAdder stored;

        Append(SampleLog log, LongAdder stored) {
            this.log = log;
            this.stored = stored;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            LogEntry entry = exchange.getIn().getBody(LogEntry.class);
            log.append(entry, exchange.getProperty(OpcUaConsumer.TRACE, TraceId.class)).whenComplete((offset, failure) -> {
                if (failure == null) {
                    stored.add(entry.count());
                } else {
                    exchange.setException(failure);
                }
                callback.done(false);
            });
            return false;
        }
    }
}
