package org.gemello.exchange.internal.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.gemello.api.exchange.ExportRequest;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.CorrectedSample;
import org.gemello.api.history.Correction;
import org.gemello.api.history.History;
import org.gemello.api.job.Jobs.Progress;
import org.gemello.exchange.internal.RoomOnDisk;
import org.gemello.exchange.internal.table.Table;
import org.gemello.exchange.internal.table.TableFiles;
import org.gemello.exchange.internal.table.TableWriter;

/** One export: goes over the points, table by table, and holds no more than one row group in memory. */
final class Export {
    private static final int CHECK_EVERY = 1000;
    private final History history;
    private final ExportRequest request;
    private final List<PointId> points;
    private final RoomOnDisk room;
    private final Progress progress;
    private Path folder;
    private long rows;

    Export(History history, ExportRequest request, List<PointId> points, RoomOnDisk room, Progress progress) {
        this.history = history;
        this.request = request;
        this.points = points;
        this.room = room;
        this.progress = progress;
    }

    /** Writes one row; what it throws ends the export. */
    private interface RowsOfPoint {
        void write(PointId point, TableWriter table) throws IOException;
    }

    void writeTo(Path target) throws IOException {
        folder = target;
        try {
            if (request.interval() == null) {
                table(Table.SAMPLES, 0.1, 0.9, this::samples);
            } else {
                table(Table.AGGREGATES, 0.1, 0.9, this::aggregates);
            }
            table(Table.GAPS, 0, 0.1, this::gaps);
            table(Table.CORRECTIONS, 0.9, 0.95, this::corrections);
            annotations();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void table(Table table, double from, double to, RowsOfPoint source) throws IOException {
        try (TableWriter writer = TableFiles.writer(table, request.format(), folder)) {
            for (int i = 0; i < points.size(); i++) {
                tell(from + (to - from) * i / points.size(), table, points.get(i));
                source.write(points.get(i), writer);
            }
        }
    }

    private void tell(double share, Table table, PointId point) {
        progress.checkCancelled();
        room.check("an export");
        progress.at(share, String.format("%s of %s, %,d rows so far", table.fileName(), point, rows));
    }

    /** Called for every row: what has to be looked at now and then. */
    private void count() {
        if (++rows % CHECK_EVERY == 0) {
            progress.checkCancelled();
            room.check("an export");
        }
    }

    private void samples(PointId point, TableWriter table) {
        TreeMap<Instant, List<Sample>> originals = request.originals() ? originals(point) : new TreeMap<>();
        history.scan(point, request.from(), request.to(), sample -> {
            boolean corrected = originals.containsKey(sample.sourceTime());
            while (!originals.isEmpty() && !originals.firstKey().isAfter(sample.sourceTime())) {
                originals.pollFirstEntry().getValue().forEach(original -> sample(original, table));
            }
            if (!corrected) {
                sample(sample, table);
            }
        });
        originals.values().forEach(left -> left.forEach(original -> sample(original, table)));
    }

    /** What corrections have replaced, by source time; none where they have inserted a value. */
    private TreeMap<Instant, List<Sample>> originals(PointId point) {
        TreeMap<Instant, List<Sample>> originals = new TreeMap<>();
        for (CorrectedSample corrected : history.corrections(point, request.from(), request.to())) {
            originals.put(corrected.correction().sourceTime(), corrected.originals());
        }
        return originals;
    }

    private void sample(Sample sample, TableWriter table) {
        count();
        write(table, sample.point().toString(), sample.sourceTime(), sample.value(), sample.unit(), sample.quality().code(),
                sample.receivedTime(), sample.offset(), sample.trace().isPresent() ? sample.trace().toString() : null);
    }

    private static void write(TableWriter table, Object... row) {
        try {
            table.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void aggregates(PointId point, TableWriter table) {
        for (Aggregate part : history.aggregate(point, request.from(), request.to(), request.interval())) {
            count();
            Sample first = part.first();
            Sample last = part.last();
            write(table, point.toString(), part.start(), part.start().plus(part.length()), first == null ? null : first.unit(), part.count(),
                    part.min(), part.max(), part.mean(), part.timeWeighted(), part.deviation(), first == null ? null : first.sourceTime(),
                    first == null ? null : first.value(), last == null ? null : last.sourceTime(), last == null ? null : last.value(), part.good(),
                    part.uncertain(), part.bad());
        }
    }

    private void gaps(PointId point, TableWriter table) {
        for (Gap gap : history.read(point, request.from(), request.to(), 2).gaps()) {
            count();
            write(table, point.toString(), gap.definition().unit(), gap.from(), gap.to(), gap.reason());
        }
    }

    private void corrections(PointId point, TableWriter table) {
        for (CorrectedSample corrected : history.corrections(point, request.from(), request.to())) {
            count();
            Correction correction = corrected.correction();
            write(table, point.toString(), correction.definition().unit(), correction.sourceTime(), correction.value(),
                    correction.quality().code(), correction.author(), correction.reason(), correction.time());
        }
    }

    private void annotations() throws IOException {
        Set<PointId> wanted = Set.copyOf(points);
        Set<TwinId> twins = points.stream().map(PointId::twin).collect(Collectors.toCollection(TreeSet::new));
        try (TableWriter table = TableFiles.writer(Table.ANNOTATIONS, request.format(), folder)) {
            for (TwinId twin : twins) {
                progress.checkCancelled();
                for (Annotation note : history.annotations(twin, request.from(), request.to())) {
                    if (note.point() == null || wanted.contains(note.point())) {
                        count();
                        write(table, note.id(), twin.value(), note.point() == null ? null : note.point().toString(), note.from(), note.to(),
                                note.text(), note.author(), note.time());
                    }
                }
            }
        }
    }

    /** Rows written so far, of all tables. */
    long rows() {
        return rows;
    }
}
