package org.gemello.historian.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gemello.api.PointId;
import org.gemello.history.Interval;
import org.gemello.history.Overlay;
import org.gemello.history.Row;
import org.gemello.history.Summary;

/**
 * Rows of a long time, most of them known by summaries of whole buckets. A bucket is read row by row instead where its sums cannot
 * stand for the rows: at the ends of what is asked for, where a correction or a late sample that is not summed up yet lies in it,
 * where late samples that are summed up lie across others, or the asker says so. Where the rows themselves are gone by retention,
 * the sums stand for them as well as they can.
 */
final class SummedRows {
    private final FileStore files;
    private final FileStore rollups;
    private final StoredRows rows;
    private final Notes notes;

    SummedRows(FileStore files, FileStore rollups, StoredRows rows, Notes notes) {
        this.files = files;
        this.rollups = rollups;
        this.rows = rows;
        this.notes = notes;
    }

    /** Sums of one bucket in one rollup file; {@code expired} where its rows are gone. */
    private record Part(RollupRow row, boolean expired) {
    }

    /** How the buckets of a question are to be read. */
    final class Plan {
        private final PointId point;
        private final Interval interval;
        private final Resolution resolution;
        private final Map<Long, List<Part>> buckets = new TreeMap<>();
        private List<Row> fresh = List.of();
        private long count;

        private Plan(PointId point, Interval interval, Resolution resolution) {
            this.point = point;
            this.interval = interval;
            this.resolution = resolution;
        }

        /** About how many rows there are. */
        long count() {
            return count;
        }

        private void add(Part part) {
            count += part.row().summary().count();
            buckets.computeIfAbsent(part.row().start(), start -> new ArrayList<>()).add(part);
        }

        /** What of the bucket is only known row by row. */
        private void addRow(long time) {
            buckets.computeIfAbsent(resolution.start(time), start -> new ArrayList<>()).add(null);
        }

        /**
         * Gives rows and summaries in the order of time.
         *
         * @param split true for a bucket begin and its summary where the rows themselves are needed
         */
        void give(Split split, Consumer<Row> rowTaker, Consumer<Summary> summaryTaker) {
            long rawFrom = 0;
            long rawTo = Long.MIN_VALUE;
            boolean rawSummed = false;
            for (Map.Entry<Long, List<Part>> bucket : buckets.entrySet()) {
                long start = bucket.getKey();
                List<Part> parts = bucket.getValue();
                boolean expired = parts.stream().anyMatch(part -> part != null && part.expired());
                Summary whole = isInside(start) ? whole(parts, split, start) : null;
                if (whole == null && !expired) {
                    boolean summed = isSummed(parts);
                    if (rawTo != start || summed != rawSummed) {
                        raw(rawFrom, rawTo, rawSummed, rowTaker);
                        rawFrom = start;
                        rawSummed = summed;
                    }
                    rawTo = start + resolution.nanos();
                } else {
                    raw(rawFrom, rawTo, rawSummed, rowTaker);
                    rawFrom = rawTo = Long.MIN_VALUE;
                    if (whole != null) {
                        summaryTaker.accept(whole);
                    } else {
                        kept(parts, rowTaker);
                    }
                }
            }
            raw(rawFrom, rawTo, rawSummed, rowTaker);
        }

        private static boolean isSummed(List<Part> parts) {
            return parts.stream().anyMatch(Objects::nonNull);
        }

        private boolean isInside(long start) {
            return start >= interval.from() && start + resolution.nanos() <= interval.to();
        }

        /** Rows of buckets next to one another; where nothing of them is summed up, all rows are known already. */
        private void raw(long from, long to, boolean summed, Consumer<Row> taker) {
            if (from < to) {
                long begin = Math.max(from, interval.from());
                long end = Math.min(to, interval.to());
                List<Row> found = summed ? rows.stored(point, begin, end) : fresh(begin, end);
                Overlay overlay = new Overlay(notes.corrections(point, begin, end), taker);
                found.forEach(overlay);
                overlay.end();
            }
        }

        private List<Row> fresh(long from, long to) {
            return fresh.stream().filter(row -> row.time() >= from && row.time() < to).toList();
        }

        /** The four rows of each sum that are known where the others are gone. */
        private void kept(List<Part> parts, Consumer<Row> taker) {
            List<Row> kept = new ArrayList<>();
            for (Part part : parts) {
                if (part != null) {
                    Summary summary = part.row().summary();
                    for (Row row : new Row[] {summary.first(), summary.lowest(), summary.highest(), summary.last()}) {
                        if (row != null && interval.contains(row.time()) && !kept.contains(row)) {
                            kept.add(row);
                        }
                    }
                }
            }
            kept.sort(Row.ORDER);
            kept.forEach(taker);
        }
    }

    /** Says where sums will not do. */
    interface Split {
        boolean needsRows(long start, Summary summary);
    }

    /** The sum of a bucket, null where it cannot stand for the rows. */
    private static Summary whole(List<Part> parts, Split split, long start) {
        if (parts.contains(null) || parts.stream().anyMatch(part -> !part.row().whole())) {
            return null;
        }
        List<RollupRow> joined = Buckets.joined(parts.stream().map(Part::row).sorted(RollupMerge.ORDER).toList());
        Summary summary = joined.size() == 1 ? joined.get(0).summary() : null;
        return summary == null || split.needsRows(start, summary) ? null : summary;
    }

    /**
     * A plan for an interval; null where sums cannot help: there are none, one of them is damaged, {@code resolution} is null, or the
     * interval is longer than a long holds.
     */
    Plan plan(PointId point, Interval interval, Resolution resolution) {
        if (resolution == null || interval.to() - interval.from() < 0 || interval.from() < Long.MIN_VALUE + Resolution.HOUR.nanos()) {
            return null;
        }
        List<HistoryFile> found = rollups.enter(any -> true);
        try {
            if (found.isEmpty() || rollups.lost().stream().anyMatch(name -> name.times().overlap(interval.from(), interval.to()))) {
                return null;
            }
            Plan plan = new Plan(point, interval, resolution);
            long first = files.firstOffset();
            long summedTo = Long.MIN_VALUE;
            for (HistoryFile file : found) {
                summedTo = Math.max(summedTo, file.name().to());
                if (file.name().times().overlap(interval.from(), interval.to())) {
                    boolean expired = file.name().from() < first;
                    read(file, point, interval, resolution, row -> plan.add(new Part(row, expired)));
                }
            }
            plan.fresh = rows.stored(point, interval.from(), interval.to(), summedTo);
            plan.fresh.forEach(row -> plan.addRow(row.time()));
            plan.count += plan.fresh.size();
            notes.corrections(point, interval.from(), interval.to()).keySet().forEach(plan::addRow);
            return plan;
        } catch (CorruptFileException e) {
            rollups.quarantine(e.file(), e.getMessage());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("the history cannot be read", e);
        } finally {
            found.forEach(HistoryFile::leave);
        }
    }

    private static void read(HistoryFile file, PointId point, Interval interval, Resolution resolution, Consumer<RollupRow> taker)
            throws IOException, CorruptFileException {
        try (RollupFileReader reader = new RollupFileReader(file.path())) {
            reader.buckets(point, resolution, resolution.start(interval.from()), interval.to(), taker);
        } catch (IOException | RuntimeException | OutOfMemoryError e) { // a damaged length asks for any amount of memory
            if (!file.isIntact()) {
                throw new CorruptFileException(file, e);
            }
            throw e;
        }
    }
}
