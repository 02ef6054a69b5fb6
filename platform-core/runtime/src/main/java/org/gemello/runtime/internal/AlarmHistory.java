package org.gemello.runtime.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gemello.api.alarm.AlarmJournal;
import org.gemello.api.alarm.AlarmRecord;
import org.gemello.api.log.LogRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarm journal on disk. What comes from the log waits in memory until {@link #force}, before which the log keeps it; what the log brings
 * again is recognised by its offset. Files of {@link #PAGE} bytes, named by their first offset; beyond {@link #MOST_BYTES} the oldest go.
 */
final class AlarmHistory implements AlarmJournal {
    static final long MOST_BYTES = 256L << 20;
    static final int PAGE = 1 << 20;
    private static final int MOST_WAITING = 100_000;
    private static final String SUFFIX = ".alarms";
    private static final Logger LOG = LoggerFactory.getLogger(AlarmHistory.class);
    private final Path folder;
    private final long mostBytes;
    private final Deque<AlarmPages> files = new ArrayDeque<>();
    private final List<AlarmRecord> waiting = new ArrayList<>();
    private long last = BEFORE_ALL;

    AlarmHistory(Path folder, long mostBytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.mostBytes = mostBytes;
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(each -> each.toString().endsWith(SUFFIX)).sorted().toList()) {
                AlarmPages pages = new AlarmPages(file);
                files.add(pages);
                last = Math.max(last, pages.last());
            }
        }
    }

    /** The next record of the log, whatever it is about. */
    void take(LogRecord record) {
        AlarmRecords.of(record).ifPresent(this::take);
    }

    private synchronized void take(AlarmRecord record) {
        if (record.offset() <= last) {
            return;
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(record);
            last = record.offset();
        } else if (waiting.size() == MOST_WAITING) {
            LOG.error("the alarm journal cannot be written and takes no more; what is missing comes from the log after a restart");
        }
    }

    /** Has all of it on disk when this returns; the log need not keep it any longer. */
    synchronized void force() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        if (files.isEmpty() || files.getLast().bytes() >= PAGE) {
            files.add(new AlarmPages(folder.resolve(String.format("%019d%s", waiting.get(0).offset(), SUFFIX))));
        }
        files.getLast().add(waiting);
        waiting.clear();
        for (long bytes = files.stream().mapToLong(AlarmPages::bytes).sum(); bytes > mostBytes && files.size() > 1;) {
            bytes -= files.getFirst().bytes();
            files.removeFirst().delete();
        }
    }

    @Override
    public synchronized List<AlarmRecord> read(Instant from, Instant to, long after, Predicate<AlarmRecord> wanted, int most) {
        List<AlarmRecord> found = new ArrayList<>();
        Consumer<AlarmRecord> taker = record -> {
            if (found.size() < most && record.offset() > after && !record.time().isBefore(from) && record.time().isBefore(to) && wanted.test(record)) {
                found.add(record);
            }
        };
        try {
            for (AlarmPages pages : files) {
                if (found.size() < most) {
                    pages.read(from, to, after, taker);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the alarm journal in " + folder + " cannot be read", e);
        }
        waiting.forEach(taker);
        return found;
    }
}
