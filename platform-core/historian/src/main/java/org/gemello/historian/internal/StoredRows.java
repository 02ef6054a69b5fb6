package org.gemello.historian.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;
import org.gemello.history.Gaps;
import org.gemello.history.Overlay;
import org.gemello.history.Row;

/** What memory and files hold of a point, each row once however it moves from one to the other meanwhile. Damaged files are set aside. */
final class StoredRows {
    private static final long HOUR = 3_600_000_000_000L;
    private static final long FIRST_WINDOW = 6 * HOUR;
    private static final long SHORTEST_WINDOW = 60_000_000_000L;
    private static final long LONGEST_WINDOW = 7 * 24 * HOUR;
    private static final int FEW_ROWS = 10_000;
    private static final int MANY_ROWS = 100_000;
    private final WriteBuffer buffer;
    private final FileStore files;
    private final Notes notes;
    private final LastValues lastValues;

    /** Reads one file into an answer. */
    private interface Reading {
        void read(HistoryReader file) throws IOException;
    }

    StoredRows(WriteBuffer buffer, FileStore files, Notes notes, LastValues lastValues) {
        this.buffer = buffer;
        this.files = files;
        this.notes = notes;
        this.lastValues = lastValues;
    }

    /** Rows with source time in {@code [from, to)} as they came, sorted. */
    List<Row> stored(PointId point, long from, long to) {
        return stored(point, from, to, Long.MIN_VALUE);
    }

    /** As above, but only those that came at or after an offset. */
    List<Row> stored(PointId point, long from, long to, long offset) {
        List<Row> rows = new ArrayList<>();
        Consumer<Row> taker = row -> {
            if (row.offset() >= offset) {
                rows.add(row);
            }
        };
        read(file -> file.name().to() > offset && file.name().times().overlap(from, to), rows::clear,
                table -> table.samples(point).between(from, to, taker), file -> file.samples(point, from, to, taker));
        rows.sort(Row.ORDER);
        return rows;
    }

    /**
     * The same as the history shows them: with corrections, and in memory that does not grow with the time asked for. It is read in windows
     * that are shorter where there is much, longer where there is little, and leave out what nobody has written in.
     */
    void corrected(PointId point, long from, long to, Consumer<Row> taker) {
        long window = FIRST_WINDOW;
        for (long start = next(point, from); start < to; ) {
            long end = to - start < 0 || to - start > window ? start + window : to;
            List<Row> rows = stored(point, start, end);
            Overlay overlay = new Overlay(notes.corrections(point, start, end), taker);
            rows.forEach(overlay);
            overlay.end();
            if (end == to) {
                return;
            }
            if (rows.size() > MANY_ROWS) {
                window = Math.max(SHORTEST_WINDOW, window / 2);
            } else if (rows.size() < FEW_ROWS) {
                window = Math.min(LONGEST_WINDOW, window * 2);
            }
            start = next(point, end);
        }
    }

    /** The next time from {@code time} on at which there may be a row, {@link Long#MAX_VALUE} where there is none. */
    private long next(PointId point, long time) {
        return Math.min(Math.min(files.next(time), buffer.last() >= time ? Math.max(time, buffer.first()) : Long.MAX_VALUE),
                notes.next(point, time));
    }

    /** Earliest time of a row of a point or of others, {@link Long#MAX_VALUE} without any. */
    long first(PointId point) {
        return Math.min(Math.min(files.first(), buffer.first()), notes.first(point));
    }

    /** Latest time of a row of a point or of others, {@link Long#MIN_VALUE} without any. */
    long last(PointId point) {
        return Math.max(Math.max(files.last(), buffer.last()), notes.last(point));
    }

    /** Gaps that touch {@code [from, to)}, narrowed by what backfills brought, sorted. */
    List<GapRow> gaps(PointId point, long from, long to) {
        List<GapRow> gaps = gapRows(point, from, to);
        long first = gaps.stream().mapToLong(GapRow::from).min().orElse(from);
        long last = gaps.stream().mapToLong(GapRow::to).max().orElse(to);
        if (first < from || last > to) { // what filled them may lie outside
            gaps = gapRows(point, Math.min(first, from), Math.max(last, to));
        }
        List<GapRow> remaining = new ArrayList<>(Gaps.narrowed(gaps));
        for (FileName file : files.lost()) {
            remaining.add(new GapRow(file.times().first(), file.times().last(), file.from(), FileLayout.DEFAULT_UNIT,
                    "history file " + file + " is damaged and in quarantine"));
        }
        remaining.removeIf(gap -> !gap.touches(from, to));
        remaining.sort(Comparator.comparingLong(GapRow::from).thenComparingLong(GapRow::offset));
        return remaining;
    }

    private List<GapRow> gapRows(PointId point, long from, long to) {
        List<GapRow> gaps = new ArrayList<>();
        read(file -> !file.isWithoutGaps() && file.name().times().overlap(from, to), gaps::clear,
                table -> gaps.addAll(table.gaps(point)), file -> file.gaps(point, gaps::add));
        gaps.removeIf(gap -> !gap.touches(from, to));
        return gaps;
    }

    /** Points that have samples. */
    Set<PointId> points() {
        Set<PointId> points = new TreeSet<>(notes.correctedPoints());
        synchronized (buffer) {
            points.addAll(lastValues.points());
            buffer.tables().forEach(table -> points.addAll(table.sampledPoints()));
        }
        return points;
    }

    /** The newest row, as the history shows it, of each point that has one. */
    Map<PointId, Row> last(Collection<PointId> points) {
        Map<PointId, Row> last = new HashMap<>();
        synchronized (buffer) {
            List<MemoryTable> tables = buffer.tables().toList();
            for (PointId point : points) {
                Row newest = lastValues.get(point);
                for (MemoryTable table : tables) {
                    SeriesRows rows = table.samples(point);
                    newest = rows.size() == 0 ? newest : LastValues.newer(newest, rows.newest());
                }
                if (newest != null) {
                    last.put(point, newest);
                }
            }
        }
        for (PointId point : points) {
            notes.newest(point).filter(row -> !last.containsKey(point) || row.time() >= last.get(point).time())
                    .ifPresent(row -> last.put(point, row));
        }
        return last;
    }

    /** Brings the table of last values up to date from files that have more than it knew, newest first. */
    void restoreLastValues(long known) {
        List<HistoryFile> unknown = new ArrayList<>(files.all().stream().filter(file -> file.name().to() > known).toList());
        Collections.reverse(unknown);
        for (HistoryFile file : unknown) {
            try {
                read(file, reader -> reader.newest(lastValues));
            } catch (CorruptFileException e) {
                files.quarantine(e.file(), e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException("the history cannot be read", e);
            }
        }
    }

    /** Reads memory and the wanted files; once more from the start where a file turns out to be damaged. */
    private void read(Predicate<HistoryFile> wanted, Runnable again, Consumer<MemoryTable> memory, Reading reading) {
        while (true) {
            again.run();
            List<HistoryFile> found;
            synchronized (buffer) { // a table that becomes a file meanwhile must be seen once
                buffer.tables().forEach(memory);
                found = files.enter(wanted);
            }
            try {
                for (HistoryFile file : found) {
                    read(file, reading);
                }
                return;
            } catch (CorruptFileException e) {
                files.quarantine(e.file(), e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException("the history cannot be read", e);
            } finally {
                found.forEach(HistoryFile::leave);
            }
        }
    }

    private static void read(HistoryFile file, Reading reading) throws IOException, CorruptFileException {
        try (HistoryReader reader = HistoryReader.of(file)) {
            reading.read(reader);
        } catch (IOException | RuntimeException | OutOfMemoryError e) { // a damaged length asks for any amount of memory
            if (!file.isIntact()) {
                throw new CorruptFileException(file, e);
            }
            throw e;
        }
    }
}
