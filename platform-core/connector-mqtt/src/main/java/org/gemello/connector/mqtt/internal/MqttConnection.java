package org.gemello.connector.mqtt.internal;

import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.log.LogEntry;
import org.gemello.api.trace.Stage;
import org.gemello.binding.PointBinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a broker, kept up for ever: it connects, subscribes, takes messages in, and begins again after a loss. All
 * of its state lives in one event loop with one thread; when the log makes that thread wait, the socket is not read, and the
 * broker keeps the messages.
 */
final class MqttConnection implements Connection, SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private final String name;
    private final MqttSettings settings;
    private final MqttServices services;
    private final EntrySink sink;
    private final Backoff backoff;
    private final TopicTable topics;
    private final Map<PointId, WriteTarget> targets;
    private final Silence silence;
    private final ConnectionFigures figures;
    private final NioEventLoopGroup group;
    private final EventLoop loop;
    private final MessageReader reader;
    private final Redeliveries redeliveries;
    private final Inbox inbox;
    private final Writes writes;
    private final RateLimit losses = new RateLimit(Duration.ofMinutes(1));
    private MqttSession session;
    private boolean subscribed;
    private boolean stopped;

    /** @param bindings of this connection alone */
    MqttConnection(String name, MqttSettings settings, List<TopicBinding> bindings, MqttServices services, EntrySink sink,
                   Backoff backoff) {
        this.name = name;
        this.settings = settings;
        this.services = services;
        this.sink = sink;
        this.backoff = backoff;
        topics = new TopicTable(bindings, services.points());
        targets = WriteTarget.of(bindings, services.points());
        List<PointDefinition> points = bindings.stream().flatMap(binding -> binding.binding().points().stream())
                .map(PointBinding::point).distinct().toList();
        silence = new Silence(name, points, services.points());
        figures = new ConnectionFigures(name, settings.broker().toString(), points.size());
        group = new NioEventLoopGroup(1, new DefaultThreadFactory("gemello-mqtt-" + name, true));
        loop = group.next();
        reader = new MessageReader(name, topics, services.deadLetters(), figures, settings.payloadLimit());
        redeliveries = new Redeliveries(settings.receiveMaximum());
        inbox = new Inbox(loop, services.points(), reader, this::store, redeliveries, settings.receiveMaximum());
        writes = new Writes(loop);
    }

    /**
     * Begins to connect; returns at once.
     *
     * @param silentSince what came before it is stored, nanoseconds since the epoch; 0 where there was nothing before
     */
    void start(long silentSince) {
        loop.execute(() -> {
            inbox.coveredBefore(silentSince);
            connect();
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
        CountDownLatch settled = new CountDownLatch(1);
        loop.execute(() -> {
            stopped = true;
            if (session != null) {
                session.reading(false);
            }
            inbox.whenSettled(settled::countDown);
        });
        try {
            if (!settled.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("connection {}: stopped while messages were not yet stored; the broker will deliver them again", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.execute(() -> {
            writes.stop();
            if (session != null) {
                session.leave();
            }
            figures.state(ConnectionState.STOPPED, "");
        });
        group.shutdownGracefully(0, FAREWELL.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(FAREWELL.toMillis());
    }

    private void connect() {
        if (stopped) {
            return;
        }
        figures.state(ConnectionState.CONNECTING, figures.view().reason());
        MqttSession next = new MqttSession(settings, this);
        new Dialer(settings, loop).dial(next).addListener(dialled -> {
            if (!dialled.isSuccess()) {
                lost(String.valueOf(dialled.cause().getMessage()));
            }
        });
    }

    @Override
    public void opened(MqttSession opened, boolean present) {
        session = opened;
        LOG.info("connection {}: connected to {}, {}", name, settings.broker(), present ? "session resumed" : "new session");
        if (!present) {
            redeliveries.clear();
            silence.missed(inbox.covered());
        }
        silence.gaps(Instant.now()).ifPresent(gaps -> tell(gaps, silence::gapsStored));
        silence.ended();
        writes.connected(opened);
        if (present && subscribed || topics.subscriptions().isEmpty()) {
            figures.state(ConnectionState.CONNECTED, "");
        } else {
            opened.subscribe(topics.subscriptions());
        }
    }

    @Override
    public void subscribed(MqttSession where, String refused) {
        subscribed = refused.isEmpty();
        figures.state(ConnectionState.CONNECTED, subscribed ? "" : "the broker refuses to send " + refused);
        if (!subscribed) {
            LOG.error("connection {}: the broker refuses to send {}; check the topics and what this user may read", name, refused);
        }
    }

    @Override
    public void message(MqttSession where, MqttPublishMessage message) {
        if (!stopped) {
            inbox.message(where, message);
        }
    }

    @Override
    public void oversized(MqttSession where, String topic, int packetId, int bytes) {
        String cause = "the message has " + bytes + " bytes and was not taken in; 'payloadLimit' is " + settings.payloadLimit();
        reader.refuse(topic, new byte[0], cause);
        inbox.refused(where, packetId);
        inbox.whenSettled(() -> where.fail("topic " + topic + ": " + cause));
    }

    @Override
    public void burstEnded(MqttSession where) {
        inbox.burstEnded();
    }

    @Override
    public void quiet(MqttSession where) {
        inbox.quiet(Times.now());
    }

    @Override
    public void answered(int packetId, int reason) {
        writes.answered(packetId, reason);
    }

    @Override
    public void closed(MqttSession where, String reason) {
        lost(reason);
    }

    private void lost(String reason) {
        session = null;
        writes.disconnected();
        inbox.flush();
        if (stopped) {
            return;
        }
        if (figures.state() == ConnectionState.CONNECTED && figures.since().plus(backoff.longest()).isBefore(Instant.now())) {
            backoff.reset(); // it held: this loss is a new one
        }
        figures.state(ConnectionState.DISCONNECTED, reason);
        if (losses.permits()) {
            LOG.warn("connection {}: no connection to {}: {} ({} more since the last such line)", name, settings.broker(), reason,
                    losses.suppressed());
        }
        silence.begun(Times.now()).ifPresent(noCommunication -> tell(noCommunication, () -> { }));
        // what is under way must be settled first: only then is it known which of the messages that come again are stored
        inbox.whenSettled(() -> loop.schedule(this::connect, backoff.next(), TimeUnit.MILLISECONDS));
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

    /** Hands on something that no message said. */
    private void tell(LogEntry entry, Runnable stored) {
        sink.deliver(entry, TraceId.random()).whenComplete((nothing, failure) -> loop.execute(() -> {
            if (failure == null) {
                stored.run();
            } else if (session != null) {
                session.fail("a gap could not be stored: " + failure);
            } else {
                silence.untold();
            }
        }));
    }

    @Override
    public ConnectionView view() {
        return figures.view();
    }

    @Override
    public CompletableFuture<WriteResult> write(PointId point, double value, Instant deadline, TraceId trace) {
        WriteTarget target = targets.get(point);
        if (target == null || !Double.isFinite(value)) {
            String reason = target == null ? "connection " + name + " cannot write " + point + ": its binding has no 'write: true'"
                    : value + " cannot be written";
            return CompletableFuture.completedFuture(new WriteResult(WriteResult.Outcome.REJECTED, reason));
        }
        PendingWrite write = new PendingWrite(target, value, deadline, trace);
        loop.execute(() -> writes.submit(write));
        return write.result;
    }
}
