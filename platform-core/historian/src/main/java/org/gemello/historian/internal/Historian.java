package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.CorrectedSample;
import org.gemello.api.history.Downsampling;
import org.gemello.api.history.History;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.history.HistoryWriting;
import org.gemello.api.history.Interpolation;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogSink;
import org.gemello.history.Aggregation;
import org.gemello.history.CorrectionRow;
import org.gemello.history.Downsampler;
import org.gemello.history.GapRow;
import org.gemello.history.Interpolator;
import org.gemello.history.Interval;
import org.gemello.history.Nanos;

/**
 * The embedded history: takes the log in order, gathers rows in memory and writes them as closed TsFiles. The log is its
 * write-ahead log: each file's name says which offsets it stands for, so after a crash {@link #position} is known from the files
 * alone, the log is read again from there, and every sample is there exactly once.
 */
public class Historian implements History, LogSink, HealthCheck, AutoCloseable {
    /** Name of the consumer group. */
    static final String GROUP = "history";
    private final FileStore files;
    private final Notes notes = new Notes();
    private final WriteBuffer buffer;
    private final StoredRows rows;
    private final NearRows near;
    private final SummedRows summed;
    private final Flusher flusher;

    /**
     * @param folder    where the files are; made where it is missing
     * @param committed told the offset up to which the log is not needed any more, after each flush, by the flushing thread
     * @throws IOException where the folder cannot be read or written
     */
    public Historian(Path folder, HistorySettings settings, LongConsumer committed) throws IOException {
        this(folder, settings, Surroundings.NONE, committed);
    }

    Historian(Path folder, HistorySettings settings, Surroundings around, LongConsumer committed) throws IOException {
        Omission omission = new Omission(around);
        files = new FileStore(folder);
        FileStore rollups = new FileStore(folder.resolve("rollup"));
        NoteJournal journal = new NoteJournal(folder, notes::add);
        buffer = new WriteBuffer(settings, files.durable(), omission);
        LastValues lastValues = new LastValues();
        LastValuesFile lastValuesFile = new LastValuesFile(folder);
        rows = new StoredRows(buffer, files, notes, lastValues);
        near = new NearRows(rows);
        summed = new SummedRows(files, rollups, rows, notes);
        rows.restoreLastValues(lastValuesFile.load(lastValues));
        flusher = new Flusher(settings, buffer, files, rollups, journal, lastValues, lastValuesFile,
                new Watch(files, rollups, omission, around.alarms()), committed);
        flusher.start();
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public long position() {
        return buffer.position();
    }

    /** {@inheritDoc} Waits while as much as may be held in memory waits for the disk. */
    @Override
    public void accept(LogRecord record) {
        buffer.add(record);
        if (record.entry() instanceof LogEntry.Corrected entry) {
            notes.add(new NoteRow.Corrected(new CorrectionRow(record.offset(), entry.correction())));
        } else if (record.entry() instanceof LogEntry.Annotated entry) {
            notes.add(new NoteRow.Annotated(record.offset(), entry.annotation()));
        }
    }

    @Override
    public long durable() {
        return buffer.settled();
    }

    @Override
    public Optional<HistoryWriting> writing() {
        return Optional.of(new HistoryWriting(buffer.rows(), buffer.bytes(), flusher.times().counts(), flusher.times().seconds()));
    }

    /** Writes what is in memory now, without waiting for it. */
    void flush() {
        buffer.flush();
    }

    @Override
    public HistoryResult read(PointId point, Instant from, Instant to, int maxPoints, Downsampling how) {
        Interval.checkPoints(maxPoints);
        Interval interval = Interval.of(from, to);
        Downsampler samples = thinned(point, interval, maxPoints, how);
        List<Gap> gaps = rows.gaps(point, interval.from(), interval.to()).stream().map(gap -> gap.gap(point)).toList();
        return new HistoryResult(samples.rows().stream().map(row -> row.sample(point)).toList(), gaps, samples.total(),
                samples.isDownsampled());
    }

    /** From sums where a bucket of the answer is at least two of theirs long. */
    private Downsampler thinned(PointId point, Interval interval, int maxPoints, Downsampling how) {
        Resolution resolution = Resolution.within(Downsampler.bucket(how, interval, maxPoints) / 2);
        SummedRows.Plan plan = summed.plan(point, interval, resolution);
        if (plan == null || plan.count() <= maxPoints) {
            Downsampler samples = Downsampler.of(how, interval, maxPoints);
            rows.corrected(point, interval.from(), interval.to(), samples);
            return samples;
        }
        Downsampler samples = Downsampler.of(how, interval, maxPoints, resolution.nanos());
        plan.give((start, summary) -> false, samples, samples::accept);
        return samples;
    }

    @Override
    public void scan(PointId point, Instant from, Instant to, Consumer<Sample> reader) {
        Interval interval = Interval.of(from, to);
        rows.corrected(point, interval.from(), interval.to(), row -> reader.accept(row.sample(point)));
    }

    @Override
    public List<Aggregate> aggregate(PointId point, Instant from, Instant to, Duration length) {
        Interval interval = Interval.of(from, to);
        long part = interval.part(length);
        List<GapRow> gaps = rows.gaps(point, interval.from(), interval.to());
        Aggregation parts = new Aggregation(point, interval, part, near.before(point, interval.from(), row -> true).orElse(null), gaps);
        boolean aligned = Math.floorMod(interval.from(), Resolution.FIVE_MINUTES.nanos()) == 0;
        Resolution resolution = Resolution.within(aligned ? part : part / 4);
        SummedRows.Plan plan = summed.plan(point, interval, resolution);
        if (plan == null) {
            rows.corrected(point, interval.from(), interval.to(), parts);
        } else {
            long begin = interval.from();
            plan.give((start, summary) -> (start - begin) / part != (start + resolution.nanos() - 1 - begin) / part
                    || gaps.stream().anyMatch(gap -> gap.from() < summary.last().time() && gap.to() > summary.first().time()),
                    parts, parts::accept);
        }
        return parts.end();
    }

    @Override
    public Optional<Sample> at(PointId point, Instant time, Interpolation how) {
        long nanos = Nanos.of(time);
        return Interpolator.at(point, nanos, how, near.around(point, nanos, how), rows.gaps(point, nanos - 1, nanos + 1));
    }

    @Override
    public Map<PointId, Sample> state(TwinId twin, Instant time) {
        Map<PointId, Sample> state = new TreeMap<>();
        for (PointId point : points()) {
            if (point.twin().equals(twin)) {
                at(point, time, Interpolation.STEPPED).ifPresent(sample -> state.put(point, sample));
            }
        }
        return state;
    }

    @Override
    public Map<PointId, Sample> last(Collection<PointId> points) {
        Map<PointId, Sample> last = new HashMap<>();
        rows.last(points).forEach((point, row) -> last.put(point, row.sample(point)));
        return last;
    }

    @Override
    public Set<PointId> points() {
        return rows.points();
    }

    @Override
    public List<CorrectedSample> corrections(PointId point, Instant from, Instant to) {
        Interval interval = Interval.of(from, to);
        List<CorrectedSample> found = new ArrayList<>();
        for (CorrectionRow correction : notes.corrections(point, interval.from(), interval.to()).values()) {
            long time = correction.time();
            found.add(new CorrectedSample(correction.correction(),
                    rows.stored(point, time, time + 1).stream().map(row -> row.sample(point)).toList()));
        }
        return found;
    }

    @Override
    public List<Annotation> annotations(TwinId twin, Instant from, Instant to) {
        Interval.of(from, to);
        return notes.annotations(twin, from, to);
    }

    @Override
    public Health health() {
        int lost = files.lost().size();
        String text = "%,d rows in memory, %,d files with %,d bytes, durable to offset %d%s".formatted(buffer.rows(), files.all().size(),
                files.bytes(), durable(), lost == 0 ? "" : "; " + lost + " corrupt files in quarantine, their samples are missing");
        if (flusher.failure().isEmpty()) {
            return Health.well(GROUP, text);
        }
        String problem = flusher.failure() + "; " + text;
        return flusher.isAlive() ? Health.notReady(GROUP, problem) : Health.dead(GROUP, problem);
    }

    /** Writes what is in memory and ends. */
    @Override
    public void close() {
        buffer.close();
        flusher.join();
    }
}
