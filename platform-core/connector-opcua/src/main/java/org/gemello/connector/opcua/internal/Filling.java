package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.gemello.api.Gap;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of samples that never came: where the server offers the past of a node, it is read and stored as {@code Backfill}; what
 * then is still missing, and everything of other nodes, is a {@code Gap}. One thread of its own, beside the live values; it takes the
 * next page once the one before is stored.
 */
final class Filling {
    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final int ROWS = 1_000;
    private static final int FAILURES = 5;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final OpcUaSettings settings;
    private final PointTable points;
    private final Intake intake;
    private final Pending pending;
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));
    private volatile Receiver receiver;
    private volatile Supplier<CompletableFuture<OpcUaClient>> connected;
    private volatile Limits limits = Limits.OWN;
    private volatile long serverStarted = Item.NEVER;
    private volatile Thread thread;
    /** Gaps that are to be stored together. */
    private final Map<Fill, Gap> gaps = new LinkedHashMap<>();
    private long filled;

    Filling(OpcUaSettings settings, PointTable points, Intake intake, Pending pending) {
        this.settings = settings;
        this.points = points;
        this.intake = intake;
        this.pending = pending;
    }

    /** @param connected the client of the present connection, see {@link Link#connected} */
    void start(Receiver rows, Supplier<CompletableFuture<OpcUaClient>> client) {
        receiver = rows;
        connected = client;
        thread = new Thread(this::run, "opcua-" + settings.name() + "-history");
        thread.setDaemon(true);
        thread.start();
    }

    /** What the present server can take, and since when it runs, nanoseconds since the epoch. */
    void server(Limits present, long started) {
        limits = present;
        serverStarted = started;
    }

    /** Holes that have just been closed, before the samples that close them are handed on. */
    void take(List<Stretch> closed) {
        List<Stretch> wanted = closed.stream().filter(this::isOffered).toList();
        List<Gap> gaps = closed.stream().filter(stretch -> !isOffered(stretch)).map(Stretch::gap).toList();
        if (!gaps.isEmpty()) {
            intake.gaps(gaps, TraceId.random());
        }
        if (!wanted.isEmpty()) {
            pending.add(wanted);
        }
    }

    private boolean isOffered(Stretch stretch) {
        return settings.history() && stretch.item().source.historical();
    }

    /** Stretches that are still to be filled. */
    int open() {
        return pending.all().size();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Fill> fills = pending.await();
                OpcUaClient client = connected.get().get();
                if (fill(client, fills)) {
                    backoff.reset();
                } else {
                    Thread.sleep(backoff.next().toMillis());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("connection {}: filling was stopped", settings.name());
        } catch (ExecutionException e) {
            LOG.debug("connection {}: filling ends with the connection: {}", settings.name(), Statuses.reason(e));
        }
    }

    /** @return true where something was settled */
    private boolean fill(OpcUaClient client, List<Fill> fills) throws InterruptedException {
        boolean progress = false;
        for (List<Fill> group : groups(fills)) {
            HistoryReader reader = new HistoryReader(client, this::store);
            try {
                for (Map.Entry<Fill, HistoryReader.Answer> answer : reader.read(group).entrySet()) {
                    progress |= answered(answer.getKey(), answer.getValue());
                }
                progress |= storeGaps();
            } catch (UaException e) {
                if (connected.get().getNow(null) != client) {
                    return true; // the connection went, not the history: go on with the next one
                }
                failed(group, e);
                progress |= storeGaps();
            } catch (ExecutionException e) {
                LOG.warn("connection {}: history that was read could not be stored, it will be read again: {}", settings.name(),
                        Statuses.reason(e));
                return false;
            }
        }
        if (progress && filled > 0 && pending.all().isEmpty()) {
            LOG.info("connection {}: {} values were filled in from the server's history", settings.name(), filled);
            filled = 0;
        }
        return progress;
    }

    /** Stretches of about the same time go into one request, since it has one start and one end for all of its nodes. */
    private List<List<Fill>> groups(List<Fill> fills) {
        List<Fill> sorted = new ArrayList<>(fills);
        sorted.sort(Comparator.comparingLong(fill -> fill.rest().from()));
        List<List<Fill>> groups = new ArrayList<>();
        List<Fill> group = List.of();
        long end = 0;
        for (Fill fill : sorted) {
            Stretch rest = fill.rest();
            long length = rest.to() - rest.from();
            boolean fits = !group.isEmpty() && group.size() < limits.nodesPerHistoryRead()
                    && Math.max(end, rest.to()) - group.get(0).rest().from() <= 2 * length + Duration.ofSeconds(10).toNanos();
            if (!fits) {
                group = new ArrayList<>();
                groups.add(group);
                end = rest.to();
            }
            group.add(fill);
            end = Math.max(end, rest.to());
        }
        return groups;
    }

    private void store(Map<Fill, List<DataValue>> page) throws InterruptedException, ExecutionException {
        SampleBatchBuilder batch = SampleBatch.builder(points, ROWS);
        Map<Fill, Long> reached = new HashMap<>();
        long now = Times.now();
        for (Map.Entry<Fill, List<DataValue>> entry : page.entrySet()) {
            Item item = entry.getKey().whole().item();
            for (DataValue value : entry.getValue()) {
                long time = Values.time(value, now);
                entry.getKey().found(time);
                receiver.reader().row(batch, item, receiver.reader().pick(item, value.value().value()), Values.quality(value), time, now);
                reached.put(entry.getKey(), time);
                if (batch.size() >= ROWS) {
                    send(batch, reached);
                    batch = SampleBatch.builder(points, ROWS);
                }
            }
        }
        send(batch, reached);
    }

    private void send(SampleBatchBuilder batch, Map<Fill, Long> reached) throws InterruptedException, ExecutionException {
        if (batch.size() > 0) {
            filled += batch.size();
            intake.late(new LogEntry.Backfill(batch.build()), TraceId.random()).get();
            reached.forEach(pending::filled);
            reached.clear();
        }
    }

    /** @return true where nothing is missing any more */
    private boolean answered(Fill fill, HistoryReader.Answer answer) {
        Stretch rest = fill.rest();
        if (answer.isBad()) {
            // asked again: a server that is just starting or stopping refuses what it has
            if (fill.failed() >= FAILURES) {
                settle(fill, "the server's history: " + Statuses.symbol(answer.status()));
            }
        } else if (answer.last() >= rest.shown() || rest.shown() <= fill.whole().from()) {
            return complete(fill);
        } else if (fill.waited() > settings.historyPatience().toNanos()) {
            settle(fill, "the server's history did not come as far within " + settings.historyPatience().toSeconds() + " s");
        }
        return false;
    }

    /** A history that has nothing of the time before the server's own start was down with it. */
    private boolean complete(Fill fill) {
        Stretch whole = fill.whole();
        long started = serverStarted;
        long first = fill.first() == Item.NEVER ? whole.to() : fill.first();
        if (started > whole.from() && started < whole.to() && first >= started) {
            gaps.put(fill, whole.gap(whole.from(), first,
                    whole.reason() + "; the server was started anew and its history has nothing of the time before"));
            return false;
        }
        pending.settled(fill);
        return true;
    }

    private void failed(List<Fill> group, UaException failure) {
        LOG.warn("connection {}: the history of {} nodes could not be read: {}", settings.name(), group.size(), Statuses.reason(failure));
        if (Batches.isTooMany(failure) && group.size() > 1) {
            limits = limits.withNodesPerHistoryRead(group.size() / 2);
            return;
        }
        long status = failure.getStatusCode().value();
        boolean never = status == StatusCodes.Bad_HistoryOperationUnsupported || status == StatusCodes.Bad_ServiceUnsupported;
        for (Fill fill : group) {
            if (never || fill.failed() >= FAILURES) {
                settle(fill, "the server's history: " + Statuses.reason(failure));
            }
        }
    }

    private void settle(Fill fill, String why) {
        Stretch rest = fill.rest();
        gaps.put(fill, rest.gap(rest.from(), rest.to(), rest.reason() + "; " + why));
    }

    /**
     * Gaps are stored before their stretches are struck off.
     *
     * @return true where there were any, and they are stored
     */
    private boolean storeGaps() throws InterruptedException {
        if (gaps.isEmpty()) {
            return false;
        }
        try {
            intake.late(new LogEntry.Gaps(List.copyOf(gaps.values())), TraceId.random()).get();
            gaps.keySet().forEach(pending::settled);
            return true;
        } catch (ExecutionException e) {
            LOG.warn("connection {}: gaps could not be stored, it will be tried again: {}", settings.name(), Statuses.reason(e));
            return false;
        } finally {
            gaps.clear();
        }
    }

    /** What is left is kept for the next start. */
    void stop() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(STOP.toMillis());
        }
        pending.close();
    }
}
