package org.gemello.connector.mqtt.internal;

import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.log.LogEntry;
import org.gemello.api.trace.Stage;
import org.gemello.connector.EntrySink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a broker. All of its state lives in one event loop with one thread; when the log makes that thread wait, the
 * socket is not read, and the broker keeps the messages.
 */
final class MqttConnection implements Connection {
    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int RECENT_LETTERS = 1_000;
    private final String name;
    private final MqttServices services;
    private final Dialect dialect;
    private final EntrySink sink;
    private final ConnectionFigures figures;
    private final NioEventLoopGroup group;
    private final EventLoop loop;
    private final MessageReader reader;
    private final Inbox inbox;
    private final Writes writes;
    private final Link link;

    MqttConnection(String name, MqttSettings settings, Dialect dialect, MqttServices services, EntrySink sink, Backoff backoff) {
        this.name = name;
        this.services = services;
        this.dialect = dialect;
        this.sink = sink;
        figures = new ConnectionFigures(name, settings.broker().toString(), dialect);
        group = new NioEventLoopGroup(1, new DefaultThreadFactory("gemello-mqtt-" + name, true));
        loop = group.next();
        reader = new MessageReader(name, dialect, services.deadLetters(), figures, settings.payloadLimit());
        inbox = new Inbox(loop, services.points(), reader, this::store, settings.receiveMaximum());
        writes = new Writes(loop);
        link = new Link(name, settings, loop, backoff, dialect, sink, figures, inbox, writes,
                new Silence(name, dialect, services.points()));
    }

    /**
     * Begins to connect; returns at once.
     *
     * @param silentSince what came before it is stored, nanoseconds since the epoch; 0 where there was nothing before
     * @param before      what an earlier life stored and may not have acknowledged
     */
    void start(long silentSince, StoredBefore before) {
        loop.execute(() -> {
            inbox.coveredBefore(silentSince, before);
            link.connect();
        });
    }

    /**
     * Takes no more, waits a little for what is under way to be stored and acknowledged, and leaves. The session stays at the
     * broker. Once is enough.
     */
    void stop() {
        if (loop.isShuttingDown()) {
            return;
        }
        if (!ends(link::hold)) {
            LOG.warn("connection {}: stopped while messages were not yet stored; the broker will deliver them again", name);
        }
        ends(link::leave);
        group.shutdownGracefully(0, FAREWELL.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(FAREWELL.toMillis());
    }

    /** Has the link do something, and waits a little for its end. */
    private boolean ends(Consumer<Runnable> step) {
        CountDownLatch ended = new CountDownLatch(1);
        loop.execute(() -> step.accept(ended::countDown));
        try {
            return ended.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CompletableFuture<Void> store(SampleBatch batch, int messages) {
        List<PendingWrite> readBack = writes.readBack(batch);
        TraceId trace = readBack.isEmpty() ? TraceId.random() : readBack.get(0).trace;
        services.traces().add(trace, Stage.COLLECT, "mqtt " + name + ": " + messages + " messages");
        figures.received(batch.size(), batch.receivedTime(batch.size() - 1));
        CompletableFuture<Void> stored = sink.deliver(new LogEntry.Samples(batch), trace);
        if (!readBack.isEmpty()) {
            stored.thenRun(() -> loop.execute(() -> writes.confirm(readBack)));
        }
        return stored;
    }

    @Override
    public ConnectionView view() {
        return figures.view();
    }

    @Override
    public CompletableFuture<WriteResult> write(PointId point, double value, Instant deadline, TraceId trace) {
        CompletableFuture<WriteResult> result = new CompletableFuture<>();
        if (loop.isShuttingDown()) {
            result.complete(new WriteResult(WriteResult.Outcome.NOT_SENT, "the connection is stopped"));
            return result;
        }
        loop.execute(() -> {
            Optional<WriteTarget> target = dialect.target(point);
            if (target.isEmpty() || !Double.isFinite(value)) {
                String reason = target.isEmpty() ? "connection " + name + " cannot write " + point + ": its binding has no 'write: true'"
                        : value + " cannot be written";
                result.complete(new WriteResult(WriteResult.Outcome.REJECTED, reason));
            } else {
                writes.submit(new PendingWrite(target.get(), value, deadline, trace, result));
            }
        });
        return result;
    }

    /**
     * Takes a dead letter once more, through the bindings as they are now. Its samples go to the log as late data: the twins have gone
     * on since, the history takes them. Where the payload carries no time of its own, it is the time of the letter that counts.
     */
    @Override
    public CompletableFuture<Integer> replay(String source, byte[] payload) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        if (loop.isShuttingDown()) {
            result.completeExceptionally(new IllegalStateException("connection " + name + " is stopped"));
            return result;
        }
        long received = letterTime(source, payload);
        loop.execute(() -> {
            SampleBatchBuilder samples = SampleBatch.builder(services.points(), 16);
            String trouble = reader.replay(source, payload, received, samples);
            if (samples.size() == 0) {
                result.completeExceptionally(new IllegalArgumentException(trouble.isEmpty()
                        ? "nothing is bound to topic " + source + " in connection " + name : trouble));
                return;
            }
            SampleBatch batch = samples.build();
            TraceId trace = TraceId.random();
            services.traces().add(trace, Stage.COLLECT, "mqtt " + name + ": a dead letter of " + source + " taken again");
            sink.deliver(new LogEntry.Backfill(batch), trace).whenComplete((nothing, failure) -> {
                if (failure == null) {
                    result.complete(batch.size());
                } else {
                    result.completeExceptionally(failure);
                }
            });
        });
        return result;
    }

    private long letterTime(String source, byte[] payload) {
        return services.deadLetters().latest(RECENT_LETTERS).stream()
                .filter(letter -> letter.connection().equals(name) && letter.source().equals(source) && Arrays.equals(letter.payload(), payload))
                .findFirst().map(letter -> Times.nanos(letter.time())).orElseGet(Times::now);
    }
}
