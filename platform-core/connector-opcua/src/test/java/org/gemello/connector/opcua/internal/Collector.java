package org.gemello.connector.opcua.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogUnavailableException;

/** The end of a route: keeps what comes in as the log would, stores it late or refuses it when told so. */
final class Collector extends AsyncProcessorSupport {
    private final ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Sample> backfill = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Gap> gaps = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> batches = new ConcurrentLinkedQueue<>();
    private volatile CompletableFuture<Void> open = CompletableFuture.completedFuture(null);
    private volatile boolean broken;

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        open.thenRun(() -> {
            store(exchange);
            callback.done(false);
        });
        return false;
    }

    private void store(Exchange exchange) {
        if (broken) {
            exchange.setException(new LogUnavailableException("disk full"));
            return;
        }
        TraceId trace = exchange.getProperty(OpcUaConsumer.TRACE, TraceId.class);
        LogEntry entry = exchange.getIn().getBody(LogEntry.class);
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
