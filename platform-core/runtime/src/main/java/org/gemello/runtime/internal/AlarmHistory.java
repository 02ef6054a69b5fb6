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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gemello.api.alarm.AlarmJournal;
import org.gemello.api.alarm.AlarmRecord;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogRecord;
import org.gemello.api.twin.Severity;

/**
 * The alarm journal on disk. What comes from the log waits in memory until {@link #force}, before which the log keeps it; what the log brings
 * again is recognised by its offset. Files of {@link #PAGE} bytes, named by their first offset; beyond {@link #MOST_BYTES} the oldest go.
 */
final class AlarmHistory implements AlarmJournal {
    static final long MOST_BYTES = 256L << 20;
    static final int PAGE = 1 << 20;
    static final String UNWRITABLE = "alarms.journal-unwritable";
    static final String INCOMPLETE = "alarms.journal-incomplete";
    static final int MOST_WAITING = 100_000;
    private static final String SUFFIX = ".alarms";
    private final Path folder;
    private final long mostBytes;
    private final Supplier<PlatformAlarms> alarms;
    private final Deque<AlarmPages> files = new ArrayDeque<>();
    private final List<AlarmRecord> waiting = new ArrayList<>();
    private long last = BEFORE_ALL;
    private long missing;
    private boolean unwritable;

    /** @param alarms gives null where there is nobody to tell */
    AlarmHistory(Path folder, long mostBytes, Supplier<PlatformAlarms> alarms) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.mostBytes = mostBytes;
        this.alarms = alarms;
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
        } else {
            missing++;
        }
    }

    /**
     * Has all of it on disk when this returns; the log need not keep it any longer. Where it cannot be written it goes on waiting, and the platform
     * has an alarm until it can.
     */
    void force() throws IOException {
        try {
            write();
            tellThatItIsWritten();
        } catch (IOException e) {
            tellThatItIsNot(e);
            throw e;
        }
    }

    private void tellThatItIsNot(IOException cause) {
        unwritable = true;
        PlatformAlarms told = alarms.get();
        if (told != null) {
            told.raise(UNWRITABLE, Severity.HIGH, "the alarm journal in " + folder + " cannot be written (" + cause + "); " + waiting()
                    + " entries wait in memory, for " + MOST_WAITING + " there is room. Make room on the disk, or give the folder back");
        }
    }

    private void tellThatItIsWritten() {
        PlatformAlarms told = alarms.get();
        if (unwritable && told != null) {
            unwritable = false;
            told.clear(UNWRITABLE, "the alarm journal is written again");
        }
        if (missing() > 0 && told != null) {
            told.raise(INCOMPLETE, Severity.MEDIUM, missing() + " entries since the start are not in the alarm journal, for it could not be written"
                    + " for too long; the sample log has them as long as its retention");
        }
    }

    private synchronized int waiting() {
        return waiting.size();
    }

    private synchronized long missing() {
        return missing;
    }

    private synchronized void write() throws IOException {
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
