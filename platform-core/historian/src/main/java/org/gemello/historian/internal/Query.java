package org.gemello.historian.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.history.HistoryResult;

/** One question to the history, and its answer as it grows. */
final class Query {
    private final PointId point;
    private final long from;
    private final long to;
    private final Downsampler samples;
    private final List<GapRow> gaps = new ArrayList<>();

    /** For source times in {@code [from, to)}, nanoseconds since the epoch. */
    Query(PointId point, long from, long to, int maxPoints) {
        this.point = point;
        this.from = from;
        this.to = to;
        this.samples = new Downsampler(from, to, maxPoints);
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    void memory(MemoryTable table) {
        table.samples(point).between(from, to, samples);
        table.gaps(point).forEach(this::gap);
    }

    /** @throws CorruptFileException where the file is damaged; what it has given so far is then in this answer */
    void file(HistoryFile file) throws IOException, CorruptFileException {
        try (HistoryFileReader reader = new HistoryFileReader(file.path())) {
            reader.samples(point, from, to, samples);
            reader.gaps(point, this::gap);
        } catch (IOException | RuntimeException | OutOfMemoryError e) { // a damaged length asks for any amount of memory
            if (!file.isIntact()) {
                throw new CorruptFileException(file, e);
            }
            throw e;
        }
    }

    /** A file in quarantine: what was in it is missing here. */
    void lost(FileName file) {
        if (file.times().overlap(from, to)) {
            gap(new GapRow(file.times().first(), file.times().last(), file.from(), FileLayout.DEFAULT_UNIT,
                    "history file " + file + " is damaged and in quarantine"));
        }
    }

    private void gap(GapRow gap) {
        if (gap.touches(from, to)) {
            gaps.add(gap);
        }
    }

    HistoryResult result() {
        List<Gap> holes = gaps.stream().sorted(Comparator.comparingLong(GapRow::from).thenComparingLong(GapRow::offset))
                .map(gap -> gap.gap(point)).toList();
        return new HistoryResult(samples.rows().stream().map(row -> row.sample(point)).toList(), holes, samples.total(),
                samples.isDownsampled());
    }
}
