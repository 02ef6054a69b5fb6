package org.gemello.runtime.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.alarm.AlarmRecord;

/** One file of the alarm journal with what it is about: enough to know whether one has to read it. For one thread at a time. */
final class AlarmPages {
    private final Path file;
    private long bytes;
    private long last = -1;
    private Instant earliest = Instant.MAX;
    private Instant latest = Instant.MIN;

    /** A file that is there, or will be. */
    AlarmPages(Path file) throws IOException {
        this.file = file;
        bytes = Files.exists(file) ? AlarmFrames.read(Files.readAllBytes(file), this::note) : 0;
    }

    private void note(AlarmRecord record) {
        last = record.offset();
        earliest = record.time().isBefore(earliest) ? record.time() : earliest;
        latest = record.time().isAfter(latest) ? record.time() : latest;
    }

    /** Adds records, on disk when this returns. What a write has left that failed is written over. */
    void add(List<AlarmRecord> records) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(bytes).position(bytes);
            for (AlarmRecord record : records) {
                ByteBuffer frame = ByteBuffer.wrap(AlarmFrames.frame(record));
                while (frame.hasRemaining()) {
                    channel.write(frame);
                }
            }
            channel.force(true);
            bytes = channel.position();
        }
        records.forEach(this::note);
    }

    /** Gives what is in the file, where some of it may lie in a stretch of time and above an offset. */
    void read(Instant from, Instant to, long after, Consumer<AlarmRecord> taker) throws IOException {
        if (last > after && !latest.isBefore(from) && earliest.isBefore(to)) {
            AlarmFrames.read(Files.readAllBytes(file), taker);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Highest offset in it, -1 where it is empty. */
    long last() {
        return last;
    }

    long bytes() {
        return bytes;
    }
}
