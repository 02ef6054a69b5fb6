package org.gemello.log.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import org.gemello.log.LogOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the oldest segments when the log is too large or they are too old, but nothing that a consumer group still needs. */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private final LogOptions options;
    private final Segments segments;
    private final GroupPositions groups;

    Retention(LogOptions options, Segments segments, GroupPositions groups) {
        this.options = options;
        this.segments = segments;
        this.groups = groups;
    }

    /** Run when a segment has been begun. A segment that cannot be removed is tried again at the next one. */
    void apply(Segment current) {
        try {
            Segment oldest = segments.oldest();
            while (oldest != current && isDue(oldest) && segments.after(oldest).first() <= groups.slowest()) {
                segments.remove(oldest);
                Files.deleteIfExists(oldest.path());
                LOG.info("removed segment {}, past retention", oldest);
                oldest = segments.oldest();
            }
        } catch (IOException e) {
            LOG.warn("cannot remove segments past retention", e);
        }
    }

    private boolean isDue(Segment oldest) throws IOException {
        if (segments.bytes() > options.retentionBytes()) {
            return true;
        }
        Instant lastWritten = Files.getLastModifiedTime(oldest.path()).toInstant();
        return lastWritten.isBefore(Instant.now().minus(options.retentionAge()));
    }
}
