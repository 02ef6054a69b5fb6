package org.gemello.log.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;
import org.gemello.log.LogOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the oldest segments when the log is too large or they are too old, but nothing that a consumer group still needs. */
final class Retention {
    static final String HELD_BACK = "log.held-back";
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private final LogOptions options;
    private final Segments segments;
    private final GroupPositions groups;
    private final LongSupplier ageClock;
    private final PlatformAlarms alarms;

    /** @param ageClock see {@link LogClock#ageClock} */
    Retention(LogOptions options, Segments segments, GroupPositions groups, LongSupplier ageClock, PlatformAlarms alarms) {
        this.options = options;
        this.segments = segments;
        this.groups = groups;
        this.ageClock = ageClock;
        this.alarms = alarms;
    }

    void apply() throws IOException {
        Segment oldest = segments.oldest();
        while (isDue(oldest) && segments.after(oldest).first() <= groups.slowest()) {
            segments.remove(oldest);
            Files.deleteIfExists(oldest.path());
            LOG.info("removed segment {}, past retention", oldest);
            oldest = segments.oldest();
        }
        if (isDue(oldest)) {
            long needed = segments.after(oldest).first();
            String slow = groups.all().entrySet().stream().filter(group -> group.getValue() < needed).map(Map.Entry::getKey).sorted()
                    .collect(Collectors.joining(", "));
            alarms.raise(HELD_BACK, Severity.HIGH, "the sample log keeps more than its retention (" + (segments.bytes() >> 20)
                    + " MB), because these consumer groups have not read it: " + slow
                    + ". Get them going, or have the log forget a group that is no longer used");
        } else {
            alarms.clear(HELD_BACK, "the sample log is within its retention");
        }
    }

    private boolean isDue(Segment oldest) {
        Segment next = oldest == null ? null : segments.after(oldest);
        return next != null && (segments.bytes() > options.retentionBytes()
                || next.begun() < ageClock.getAsLong() - options.retentionAge().toNanos());
    }
}
