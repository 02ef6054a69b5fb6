package org.gemello.connector.mqtt.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gemello.api.SampleBatch;
import org.gemello.api.connection.Connections;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.gemello.runtime.internal.TwinRuntimeService;
import org.gemello.spi.Effects;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A real log and the real runtime behind it, with one twin that counts the samples that have come to it. */
final class BenchTwins implements AutoCloseable {
    private final CloseableSampleLog log;
    private final Tail tail;
    private final TwinRuntimeService runtime;
    private final Thread route;
    private final AtomicLong seen = new AtomicLong();

    /** @param folder an empty one */
    BenchTwins(Path folder, Binding binding) throws Exception {
        System.setProperty("gemello.data", folder.toString());
        log = SampleLogs.open(folder.resolve("log"));
        Map<Class<?>, Object> services = new HashMap<>();
        BundleContext bundle = Stub.of(BundleContext.class, Map.of("getProperty", nothingSet -> null, "registerService", arguments -> {
            services.put((Class<?>) arguments[0], arguments[1]);
            return Stub.of(ServiceRegistration.class, Map.of("unregister", none -> null));
        }));
        runtime = new TwinRuntimeService(bundle, log, site(binding), Stub.of(Connections.class, Map.of()), new NoTraces());
        Method addType = TwinRuntimeService.class.getDeclaredMethod("addType", TwinType.class);
        addType.setAccessible(true); // as declarative services do
        addType.invoke(runtime, new Counter(seen));
        LogSink sink = (LogSink) services.get(LogSink.class);
        tail = log.tail(sink.position());
        route = new Thread(() -> follow(sink), "bench-route");
        route.start();
    }

    private static SiteConfiguration site(Binding binding) {
        return Stub.of(SiteConfiguration.class, Map.of(
                "connections", none -> List.of(Bindings.connection("broker", "tcp://localhost")),
                "bindings", none -> List.of(binding),
                "point", none -> Optional.empty(),
                "twins", none -> List.of(new TwinDefinition(new TwinId("met"), Counter.ID, "Mast", Map.of()))));
    }

    private void follow(LogSink sink) {
        try {
            while (!tail.isClosed()) {
                tail.poll(Duration.ofSeconds(1)).ifPresent(sink::accept);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    SampleLog log() {
        return log;
    }

    /** Samples that the twin's behaviour has seen; its state had them before. */
    long seen() {
        return seen.get();
    }

    @Override
    public void close() throws Exception {
        tail.close();
        route.join();
        Method stop = TwinRuntimeService.class.getDeclaredMethod("stop");
        stop.setAccessible(true);
        stop.invoke(runtime);
        log.close();
    }

    private record Counter(AtomicLong seen) implements TwinType<AtomicLong> {
        private static final String ID = "bench/counter";

        @Override
        public TwinTypeId id() {
            return new TwinTypeId(ID);
        }

        @Override
        public TwinModel model() {
            List<PointSpec> points = new ArrayList<>();
            points.add(PointSpec.measured("speed", "Speed", "1", 0, 1_000));
            points.add(PointSpec.measured("temperature", "Temperature", "1", -100, 1_000));
            return new TwinModel(1, "Counter", points, List.of());
        }

        @Override
        public TwinBehavior<AtomicLong> behavior(TwinContext context) {
            return new TwinBehavior<>() {
                @Override
                public AtomicLong initial() {
                    return seen;
                }

                @Override
                public void onSamples(AtomicLong state, SampleBatch batch, Effects out) {
                    state.addAndGet(batch.size());
                }
            };
        }

        @Override
        public StateCodec<AtomicLong> codec() {
            return new StateCodec<>() {
                @Override
                public void encode(AtomicLong state, DataOutput out) {
                    // nothing is kept between runs
                }

                @Override
                public AtomicLong decode(DataInput in) {
                    return seen;
                }
            };
        }
    }
}
