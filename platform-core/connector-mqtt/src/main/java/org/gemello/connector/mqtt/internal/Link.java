package org.gemello.connector.mqtt.internal;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.log.LogEntry;
import org.gemello.connector.EntrySink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line to the broker, kept up for ever: it connects, subscribes, and begins again after a loss. Lives in the event loop. */
final class Link implements SessionListener, Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private final String name;
    private final MqttSettings settings;
    private final EventLoop loop;
    private final Backoff backoff;
    private final Dialect dialect;
    private final EntrySink sink;
    private final ConnectionFigures figures;
    private final Inbox inbox;
    private final Writes writes;
    private final Silence silence;
    private final Subscriptions subscriptions;
    private final RateLimit losses = new RateLimit(Duration.ofMinutes(1));
    private MqttSession session;
    private boolean stopped;

    Link(String name, MqttSettings settings, EventLoop loop, Backoff backoff, Dialect dialect, EntrySink sink, ConnectionFigures figures,
         Inbox inbox, Writes writes, Silence silence) {
        this.name = name;
        this.settings = settings;
        this.loop = loop;
        this.backoff = backoff;
        this.dialect = dialect;
        this.sink = sink;
        this.figures = figures;
        this.inbox = inbox;
        this.writes = writes;
        this.silence = silence;
        this.subscriptions = new Subscriptions(dialect);
    }

    void connect() {
        if (stopped) {
            return;
        }
        figures.state(ConnectionState.CONNECTING, figures.view().reason());
        MqttSession next = new MqttSession(settings, dialect.presence().will(), this);
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
            inbox.newSession();
            silence.missed(inbox.covered());
        }
        silence.gaps(Instant.now()).ifPresent(gaps -> store(gaps, told -> {
            if (told) {
                silence.gapsStored();
            }
        }));
        silence.ended();
        writes.connected(opened.outgoing());
        if (!settings.cleanStart()
                && Integer.compareUnsigned(opened.limits().expirySeconds(), (int) settings.sessionExpiry().toSeconds()) < 0) {
            LOG.warn("connection {}: the broker keeps the session for {} s only; what is published in a longer absence is lost", name,
                    opened.limits().expirySeconds());
        }
        if (!subscriptions.ask(opened, present)) {
            subscribed(opened, "");
        }
    }

    @Override
    public void subscribed(MqttSession where, String refused) {
        String all = subscriptions.answered(refused);
        if (!all.isEmpty()) {
            LOG.error("connection {}: the broker refuses to send {}; check the topics and what this user may read", name, all);
        }
        ready(all.isEmpty() ? "" : "the broker refuses to send " + all);
    }

    private void ready(String reason) {
        figures.state(ConnectionState.CONNECTED, reason);
        dialect.presence().birth().ifPresent(this::say);
        dialect.opened(this);
    }

    private void say(Message message) {
        try {
            publish(message);
        } catch (Refusal refusal) {
            LOG.warn("connection {}: nobody is told that the platform is here: {}", name, refusal.getMessage());
        }
    }

    @Override
    public void publish(Message message) throws Refusal {
        if (session == null) {
            throw new Refusal("there is no connection to the broker");
        }
        session.outgoing().post(message);
    }

    @Override
    public void tell(LogEntry entry, Consumer<Boolean> told) {
        inbox.flush();
        store(entry, told);
    }

    @Override
    public void refuse(String topic, byte[] payload, String cause) {
        inbox.refuse(topic, payload, cause);
    }

    @Override
    public void later(Duration delay, Runnable task) {
        MqttSession now = session;
        loop.schedule(() -> {
            if (session != null && session == now) {
                task.run();
            }
        }, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void message(MqttSession where, Arrival message) {
        if (!stopped) {
            inbox.message(where, message);
        }
    }

    @Override
    public void oversized(MqttSession where, MqttFixedHeader kind, MqttPublishVariableHeader header) {
        if (stopped) {
            return;
        }
        String cause = "the message has " + kind.remainingLength() + " bytes and was not taken in; 'payloadLimit' is "
                + settings.payloadLimit();
        inbox.refused(where, kind, header, cause);
        inbox.whenSettled(() -> where.hangUp("topic " + header.topicName() + ": " + cause));
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
        if (session != null) {
            session = null;
            dialect.closed();
        }
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
        silence.begun(Times.now()).ifPresent(noCommunication -> store(noCommunication, told -> { }));
        // what is under way must be settled first: only then is it known which of the messages that come again are stored
        inbox.whenSettled(() -> loop.schedule(this::connect, backoff.next(), TimeUnit.MILLISECONDS));
    }

    /** Hands on something that no message said. */
    private void store(LogEntry entry, Consumer<Boolean> told) {
        sink.deliver(entry, TraceId.random()).whenComplete((nothing, failure) -> loop.execute(() -> {
            told.accept(failure == null);
            if (failure != null && session != null) {
                session.fail("a gap could not be stored: " + failure);
            } else if (failure != null) {
                silence.untold();
            }
        }));
    }

    /** Takes nothing more in, and runs the task when all that came is stored or has failed. */
    void hold(Runnable settled) {
        stopped = true;
        if (session != null) {
            session.reading(false);
        }
        inbox.whenSettled(settled);
    }

    /** Leaves the broker; the session stays there. @param gone run when the broker knows */
    void leave(Runnable gone) {
        writes.stop();
        figures.state(ConnectionState.STOPPED, "");
        if (session == null) {
            gone.run();
        } else {
            dialect.presence().farewell().ifPresent(this::say);
            session.leave(gone);
        }
    }
}
