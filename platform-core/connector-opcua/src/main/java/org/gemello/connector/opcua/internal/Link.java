package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.gemello.api.Times;
import org.gemello.api.connection.ConnectionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection up, for ever. All decisions are taken by one thread, so that they follow each other.
 * <ul>
 * <li>A lost session is left to Milo first: where server and subscription are still there, the server's queues have kept the
 * values, and nothing is missing.</li>
 * <li>After the lifetime of the subscription there is nothing left to resume; then, and whenever anything else is wrong, the
 * client is thrown away and a new one is opened.</li>
 * <li>A subscription that does not even say that it lives is not trusted, whatever the session says.</li>
 * </ul>
 */
final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Duration WATCH = Duration.ofMillis(500);
    private static final Duration RETRY_REFUSED = Duration.ofSeconds(30);
    private static final Duration RETRY_REFUSED_AT_LAST = Duration.ofMinutes(10);
    private static final int KEEP_ALIVES_MISSED = 3;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final OpcUaSettings settings;
    private final Clients clients;
    private final Items items;
    private final Receiver receiver;
    private final Filling filling;
    private final LostSince lost;
    private final Keeper keeper;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private final Backoff refusedBackoff = new Backoff(RETRY_REFUSED, RETRY_REFUSED_AT_LAST);
    private volatile Status status = new Status(ConnectionState.CONNECTING, "", Instant.now());
    private volatile CompletableFuture<OpcUaClient> connected = new CompletableFuture<>();
    private final Standstill standstill = new Standstill(WATCH, System::nanoTime);
    private OpcUaClient client;
    private Monitoring monitoring;
    private Deliveries deliveries = new Deliveries();
    /** Why the server was lost, null once it is back. */
    private String loss;

    /** State with its reason. */
    record Status(ConnectionState state, String reason, Instant since) {
    }

    Link(OpcUaSettings settings, Clients clients, Items items, Receiver receiver, Filling filling, LostSince lost) {
        this.settings = settings;
        this.clients = clients;
        this.items = items;
        this.receiver = receiver;
        this.filling = filling;
        this.lost = lost;
        this.keeper = new Keeper("opcua-" + settings.name(), this::unexpected);
    }

    /** Begins to connect, and returns at once. */
    void start() {
        keeper.now(this::connect);
        keeper.every(WATCH, this::watch);
    }

    Status status() {
        return status;
    }

    /** The client, as soon as the connection is up. Ask again after a failure: another client may have taken its place. */
    CompletableFuture<OpcUaClient> connected() {
        return connected;
    }

    private void connect() {
        if (client != null) {
            return;
        }
        try {
            OpcUaClient opened = clients.open();
            client = opened;
            if (status.state() == ConnectionState.STOPPED) {
                drop();
                return;
            }
            opened.addSessionActivityListener(new SessionActivityListener() {
                @Override
                public void onSessionInactive(UaSession session) {
                    keeper.now(() -> sessionLost(opened));
                }

                @Override
                public void onSessionActive(UaSession session) {
                    keeper.now(() -> sessionBack(opened));
                }
            });
            monitor(opened);
            up();
        } catch (UaException e) {
            startAgain(Statuses.reason(e));
        }
    }

    private void monitor(OpcUaClient opened) throws UaException {
        if (loss != null) {
            receiver.interrupted(loss);
        }
        Limits limits = Limits.of(opened);
        filling.server(limits, startTime(opened));
        receiver.reader().encoding(items.needStructures() ? opened.getDynamicEncodingContext() : opened.getStaticEncodingContext());
        Deliveries present = new Deliveries();
        deliveries = present;
        Monitoring created = new Monitoring(opened, settings, items, receiver, limits,
                () -> new Heartbeat(receiver, present, problem -> keeper.now(() -> broken(opened, problem)),
                        () -> keeper.now(() -> eventsLost(opened))));
        monitoring = created;
        created.create();
        refusedBackoff.reset();
        keeper.after(refusedBackoff.next(), () -> retryRefused(created));
    }

    /** Since when the server runs; what it cannot tell is taken as "for ever". */
    private static long startTime(OpcUaClient opened) throws UaException {
        Object time = opened.readValue(0, TimestampsToReturn.Neither, NodeIds.Server_ServerStatus_StartTime).value().value();
        return time instanceof DateTime started ? Times.nanos(started.getJavaInstant()) : Item.NEVER;
    }

    private void up() {
        backoff.reset();
        loss = null;
        become(ConnectionState.CONNECTED, "");
        connected.complete(client);
        LOG.info("connection {}: connected to {}", settings.name(), settings.endpoint());
    }

    private void sessionLost(OpcUaClient of) {
        if (of == client && status.state() == ConnectionState.CONNECTED) {
            down("connection to " + settings.endpoint() + " lost");
            Status lost = status;
            keeper.after(settings.lifetime(), () -> giveUp(lost));
        }
    }

    private void giveUp(Status lost) {
        if (status == lost) {
            startAgain(lost.reason());
        }
    }

    /** The session is active again, the same one or a new one. */
    private void sessionBack(OpcUaClient of) {
        if (of != client || status.state() != ConnectionState.DISCONNECTED) {
            return;
        }
        try {
            if (monitoring.exists()) {
                monitoring.confirmUnchanged();
            } else {
                monitor(of);
            }
            up();
        } catch (UaException e) {
            startAgain(Statuses.reason(e));
        }
    }

    private void broken(OpcUaClient of, String problem) {
        if (of == client && status.state() == ConnectionState.CONNECTED) {
            startAgain(problem);
        }
    }

    private void eventsLost(OpcUaClient of) {
        if (of == client && status.state() == ConnectionState.CONNECTED) {
            try {
                monitoring.refreshConditions();
            } catch (UaException e) {
                startAgain(Statuses.reason(e));
            }
        }
    }

    /** A certificate was revoked: ends the connection where it was the server's, or where the server's was issued under it. */
    void trustRevoked() {
        keeper.now(() -> {
            if (client == null) {
                return;
            }
            try {
                clients.check(client);
            } catch (UaException e) {
                startAgain(Statuses.reason(e));
            }
        });
    }

    private void watch() {
        deliveries.stoodStill(standstill.sinceLastCall());
        if (status.state() == ConnectionState.CONNECTED) {
            if (monitoring.keepAlivesMissed() > KEEP_ALIVES_MISSED) {
                startAgain("a subscription was silent for " + monitoring.keepAlive().multipliedBy(KEEP_ALIVES_MISSED).toMillis()
                        + " ms, that is " + KEEP_ALIVES_MISSED + " keep-alives");
            } else if (lost.isOpen() && items.areCovered()) {
                lost.end();
            }
        }
    }

    /** Nodes may come later than their server; those that never come are asked for ever more seldom. */
    private void retryRefused(Monitoring of) {
        if (of != monitoring) {
            return;
        }
        try {
            if (status.state() != ConnectionState.CONNECTED || !of.createMissing()) {
                keeper.after(refusedBackoff.next(), () -> retryRefused(of));
            }
        } catch (UaException e) {
            startAgain(Statuses.reason(e));
        }
    }

    /** Throws the client away and opens a new one after a while. */
    private void startAgain(String reason) {
        down(reason);
        drop();
        Duration wait = backoff.next();
        LOG.info("connection {}: next attempt in {} ms", settings.name(), wait.toMillis());
        keeper.after(wait, this::connect);
    }

    private void down(String reason) {
        become(ConnectionState.DISCONNECTED, reason);
        if (connected.isDone()) {
            connected = new CompletableFuture<>();
        }
        if (loss == null) {
            loss = reason;
            LOG.warn("connection {}: {}", settings.name(), reason);
            lost.begin(Times.now());
            receiver.lost();
        }
    }

    private Future<?> drop() {
        OpcUaClient old = client;
        client = null;
        return old == null ? CompletableFuture.completedFuture(null) : old.disconnectAsync();
    }

    private synchronized void become(ConnectionState state, String reason) {
        if (status.state() != ConnectionState.STOPPED) {
            boolean same = status.state() == state;
            status = new Status(state, reason, same ? status.since() : Instant.now());
        }
    }

    private void unexpected(RuntimeException failure) {
        LOG.error("connection {}: unexpected failure, the connection is made anew", settings.name(), failure);
        startAgain(Statuses.reason(failure));
    }

    /** Closes the session and ends all threads; it cannot be started again. */
    void stop() {
        become(ConnectionState.STOPPED, "");
        connected.completeExceptionally(new CancellationException("the connection was stopped"));
        try {
            keeper.stop(STOP);
            drop().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("connection {}: the session could not be closed, the server will forget it: {}", settings.name(), Statuses.reason(e));
        }
    }
}
