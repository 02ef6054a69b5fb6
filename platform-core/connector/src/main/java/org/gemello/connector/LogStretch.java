package org.gemello.connector;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;

/** What a log has between two offsets: a connection that starts learns from it what an earlier life has stored. */
public final class LogStretch {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LogStretch() {
    }

    /**
     * Reads the records from one offset up to another.
     *
     * @return offset up to which it was read; less than {@code to} where the log did not give the next record in time
     */
    public static long read(SampleLog log, long from, long to, Consumer<LogRecord> taker) throws InterruptedException {
        try (Tail tail = log.tail(from)) {
            while (tail.position() < to) {
                Optional<LogRecord> record = tail.poll(PATIENCE);
                if (record.isEmpty()) {
                    break;
                }
                taker.accept(record.get());
            }
            return tail.position();
        }
    }
}
