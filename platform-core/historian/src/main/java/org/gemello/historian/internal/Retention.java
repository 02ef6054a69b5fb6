package org.gemello.historian.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gemello.history.Nanos;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes whole files that are too old or too many. The newest one stays: it says how far the log has been taken. */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private final FileStore files;
    private final Duration age;
    private final long mostBytes;

    Retention(FileStore files, Duration age, long mostBytes) {
        this.files = files;
        this.age = age;
        this.mostBytes = mostBytes;
    }

    void run() {
        List<HistoryFile> all = files.all();
        long oldest = Nanos.of(Instant.now().minus(age));
        long bytes = files.bytes();
        for (HistoryFile file : all.subList(0, Math.max(0, all.size() - 1))) {
            boolean tooMany = bytes > mostBytes;
            if (tooMany || file.name().times().last() < oldest) {
                LOG.info("history: {} is removed, it is {}", file, tooMany ? "over the size limit" : "over the age limit");
                files.remove(file);
                bytes -= file.bytes();
            }
        }
    }
}
