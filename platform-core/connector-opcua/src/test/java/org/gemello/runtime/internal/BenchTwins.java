package org.gemello.runtime.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.connection.Connections;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.trace.Traces;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.SiteConfiguration;
import org.gemello.spi.Effects;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/**
 * The platform's runtime behind the log, with twins that only count: from the log into the state that readers see. In the runtime's own
 * package, since the runtime shows itself to a container only.
 */
public final class BenchTwins implements AutoCloseable {
    public static final String TYPE = "bench/counting";
    private final LongAdder seen;
    private final Tail tail;
    private final TwinRuntime runtime;

    /** @param seen counts the samples that twins have taken */
    public BenchTwins(SampleLog log, SiteConfiguration site, Path folder, LongAdder seen) throws IOException, InterruptedException {
        this.seen = seen;
        runtime = new TwinRuntime(log, site, new NoConnections(), new NoTraces(), RuntimeOptions.in(folder.resolve("twins")));
        runtime.addType(new Counting());
        tail = log.tail(runtime.position());
        Thread thread = new Thread(this::follow, "tail twins");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        try {
            while (!tail.isClosed()) {
                tail.poll(Duration.ofMillis(200)).ifPresent(runtime::accept);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        tail.close();
    }

    private final class Counting implements TwinType<LongAdder>, TwinBehavior<LongAdder>, StateCodec<LongAdder> {
        @Override
        public TwinTypeId id() {
            return new TwinTypeId(TYPE);
        }

        @Override
        public TwinModel model() {
            return new TwinModel(1, "Counting", List.of(PointSpec.derived("seen", "Seen", "1")), List.of());
        }

        @Override
        public TwinBehavior<LongAdder> behavior(TwinContext context) {
            return this;
        }

        @Override
        public StateCodec<LongAdder> codec() {
            return this;
        }

        @Override
        public LongAdder initial() {
            return seen;
        }

        @Override
        public void onSamples(LongAdder state, SampleBatch batch, Effects out) {
            seen.add(batch.size());
        }

        @Override
        public void encode(LongAdder state, DataOutput out) throws IOException {
            out.writeLong(state.sum());
        }

        @Override
        public LongAdder decode(DataInput in) throws IOException {
            in.readLong();
            return seen;
        }
    }

    private static final class NoConnections implements Connections {
        @Override
        public List<ConnectionView> connections() {
            return List.of();
        }

        @Override
        public Optional<Connection> connection(String name) {
            return Optional.empty();
        }
    }

    private static final class NoTraces implements Traces {
        @Override
        public void add(TraceId trace, Stage stage, String detail) {
            // a benchmark has no reader of traces
        }

        @Override
        public List<TraceStep> steps(TraceId trace) {
            return List.of();
        }
    }
}
