package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;

/** The end of a route: keeps what comes in as the log would, stores it late or refuses it when told so. */
final class Collector extends AsyncProcessorSupport {
    private final ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Sample> backfill = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Gap> gaps = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> batches = new ConcurrentLinkedQueue<>();
    private final BiFunction<LogEntry, TraceId, CompletableFuture<Long>> store;
    private volatile CompletableFuture<Void> open = CompletableFuture.completedFuture(null);
    private volatile boolean broken;

    /** Keeps entries in memory. */
    Collector() {
        this((entry, trace) -> CompletableFuture.completedFuture(0L));
    }

    /** Keeps entries in memory and hands them on. */
    Collector(BiFunction<LogEntry, TraceId, CompletableFuture<Long>> store) {
        this.store = store;
    }

    /** What a log has. */
    static Collector of(SampleLog log) throws InterruptedException {
        Collector collector = new Collector();
        try (Tail tail = log.tail(log.start())) {
            while (tail.position() < log.status().durable()) {
                LogRecord record = tail.poll(Duration.ofSeconds(10)).orElseThrow();
                collector.keep(record.entry(), record.trace());
            }
        }
        return collector;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        open.thenCompose(opened -> store(exchange)).whenComplete((offset, failure) -> {
            exchange.setException(failure);
            callback.done(false);
        });
        return false;
    }

    private CompletableFuture<Long> store(Exchange exchange) {
        if (broken) {
            return CompletableFuture.failedFuture(new LogUnavailableException("disk full"));
        }
        TraceId trace = exchange.getProperty(OpcUaConsumer.TRACE, TraceId.class);
        LogEntry entry = exchange.getIn().getBody(LogEntry.class);
        keep(entry, trace);
        return store.apply(entry, trace);
    }

    private void keep(LogEntry entry, TraceId trace) {
        if (entry instanceof LogEntry.Samples batch) {
            batches.add(batch.batch().size());
            for (int row = 0; row < batch.batch().size(); row++) {
                samples.add(batch.batch().sample(row, trace));
            }
        } else if (entry instanceof LogEntry.Backfill late) {
            for (int row = 0; row < late.batch().size(); row++) {
                backfill.add(late.batch().sample(row, trace));
            }
        } else if (entry instanceof LogEntry.Gaps found) {
            gaps.addAll(found.gaps());
        }
    }

    /** Nothing is stored any more until {@link #release}. */
    void hold() {
        open = new CompletableFuture<>();
    }

    void release() {
        open.complete(null);
    }

    /** Everything is refused, as by a log on a full disk. */
    void refuse(boolean refused) {
        broken = refused;
    }

    List<Sample> samples() {
        return new ArrayList<>(samples);
    }

    List<Sample> samples(PointId point) {
        return samples.stream().filter(sample -> sample.point().equals(point)).toList();
    }

    /** The last sample of a point, null before the first. */
    Sample last(PointId point) {
        List<Sample> all = samples(point);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** What came late, on purpose. */
    List<Sample> backfill(PointId point) {
        return backfill.stream().filter(sample -> sample.point().equals(point)).toList();
    }

    List<Gap> gaps(PointId point) {
        return gaps.stream().filter(gap -> gap.definition().id().equals(point)).toList();
    }

    /** Sizes of the batches in the order of arrival. */
    List<Integer> batches() {
        return new ArrayList<>(batches);
    }
}
