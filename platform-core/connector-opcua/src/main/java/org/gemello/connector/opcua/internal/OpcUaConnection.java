package org.gemello.connector.opcua.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.gemello.api.PointId;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.connection.Browsable;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.connection.WriteResult.Outcome;
import org.gemello.connector.opcua.internal.browse.ServerBrowsing;

/** A running connection as the platform sees it: its figures, and writes to its points. */
final class OpcUaConnection implements Connection, Browsable {
    private static final int MAX_WRITES = 32;
    private static final long IDLE_SECONDS = 30;

    private final OpcUaSettings settings;
    private final Items items;
    private final Link link;
    private final Receiver receiver;
    private final ThreadPoolExecutor writers;
    private final ServerBrowsing browsing = new ServerBrowsing();

    OpcUaConnection(OpcUaSettings settings, Items items, Link link, Receiver receiver) {
        this.settings = settings;
        this.items = items;
        this.link = link;
        this.receiver = receiver;
        this.writers = new ThreadPoolExecutor(0, MAX_WRITES, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "opcua-" + settings.name() + "-write");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public ConnectionView view() {
        Link.Status status = link.status();
        Instant lastData = receiver.lastData() == 0 ? null : Times.instant(receiver.lastData());
        return new ConnectionView(settings.name(), "opcua", settings.endpoint().toString(), status.state(), status.reason(), status.since(),
                items.all().size(), receiver.received(), receiver.reader().refused(), lastData);
    }

    /** What the server has made of each item: its status, and the interval and queue that it really uses. */
    Map<PointId, Source.Monitored> monitored() {
        return items.all().stream().collect(Collectors.toMap(item -> item.binding.point().id(), item -> item.source.monitored()));
    }

    @Override
    public CompletableFuture<WriteResult> write(PointId point, double value, Instant deadline, TraceId trace) {
        Optional<Item> item = items.of(point);
        if (item.isEmpty()) {
            return done(Outcome.REJECTED, "point " + point + " is not bound to connection " + settings.name());
        }
        if (!item.get().binding.writable()) {
            return done(Outcome.REJECTED, "point " + point + " is not writable; "
                    + item.get().binding.place() + " would have to say 'write: true'");
        }
        if (!Double.isFinite(value)) {
            return done(Outcome.REJECTED, value + " is not a number that can be written");
        }
        WriteOrder order = new WriteOrder(link, receiver, item.get(), value, deadline, trace);
        CompletableFuture<WriteResult> result = new CompletableFuture<>();
        try {
            writers.execute(() -> run(order, result));
        } catch (RejectedExecutionException e) {
            return done(Outcome.NOT_SENT,
                    writers.isShutdown() ? "the connection was stopped" : MAX_WRITES + " writes are already under way");
        }
        return result;
    }

    private static void run(WriteOrder order, CompletableFuture<WriteResult> result) {
        try {
            result.complete(order.run());
        } catch (InterruptedException e) {
            result.complete(new WriteResult(Outcome.UNKNOWN, "the connection was stopped during the write"));
        } catch (RuntimeException e) {
            result.complete(new WriteResult(Outcome.UNKNOWN, "unexpected failure: " + Statuses.reason(e)));
            throw e;
        }
    }

    private static CompletableFuture<WriteResult> done(Outcome outcome, String reason) {
        return CompletableFuture.completedFuture(new WriteResult(outcome, reason));
    }

    @Override
    public Page browse(String node, String continuation, int limit) {
        return browsing.browse(client(), node, continuation, limit);
    }

    @Override
    public Proposal propose(String node, TwinId twin) {
        return browsing.propose(client(), settings.name(), node, twin);
    }

    private OpcUaClient client() {
        CompletableFuture<OpcUaClient> present = link.connected();
        if (!present.isDone() || present.isCompletedExceptionally()) {
            throw new IllegalStateException("connection " + settings.name() + " is not connected: " + link.status().reason());
        }
        return present.join();
    }

    void stop() {
        writers.shutdownNow();
    }
}
