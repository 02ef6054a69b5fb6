package org.gemello.connector.mqtt.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.log.LogEntry;

/**
 * What has to be said while there is no connection. When it is lost, every point has no value, Bad_NoCommunication. That alone
 * is no gap: the broker keeps what is published meanwhile. Where it has lost our session, it did not, and there is one.
 * Lives in the event loop.
 */
final class Silence {
    private final String connection;
    private final Dialect dialect;
    private final PointTable handles;
    private boolean told;
    private long gapFrom;

    Silence(String connection, Dialect dialect, PointTable handles) {
        this.connection = connection;
        this.dialect = dialect;
        this.handles = handles;
    }

    /** The connection is gone. @return what to write down, empty where it is known already */
    Optional<LogEntry> begun(long now) {
        List<PointDefinition> points = dialect.points();
        if (told || points.isEmpty()) {
            return Optional.empty();
        }
        told = true;
        SampleBatchBuilder samples = SampleBatch.builder(handles, points.size());
        points.forEach(point -> samples.addNone(handles.handle(point), Quality.BAD_NO_COMMUNICATION.code(), now, now));
        return Optional.of(new LogEntry.Samples(samples.build()));
    }

    /** What {@link #begun} gave could not be stored: it has to be said again. */
    void untold() {
        told = false;
    }

    void ended() {
        told = false;
    }

    /** Messages since this time are lost, nanoseconds since the epoch; 0 where there were none to lose. */
    void missed(long since) {
        if (gapFrom == 0) {
            gapFrom = since;
        }
    }

    /** The gaps that are not yet stored. */
    Optional<LogEntry> gaps(Instant to) {
        List<PointDefinition> points = dialect.points();
        if (gapFrom == 0 || points.isEmpty()) {
            return Optional.empty();
        }
        Instant from = Times.instant(gapFrom);
        String reason = "connection " + connection + ": the broker has kept no session, and nothing of what was published meanwhile";
        return Optional.of(new LogEntry.Gaps(points.stream().map(point -> new Gap(point, from, to, reason)).toList()));
    }

    void gapsStored() {
        gapFrom = 0;
    }
}
