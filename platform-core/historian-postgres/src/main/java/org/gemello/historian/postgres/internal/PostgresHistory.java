package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.CorrectedSample;
import org.gemello.api.history.Downsampling;
import org.gemello.api.history.History;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.history.Interpolation;
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
 * The history in PostgreSQL. Takes the log in order and stores it in batches, each in one transaction with the position in the log after
 * it: exactly once. While the server is slow or gone {@link #accept} blocks, so the log keeps what is to come. A question waits until what
 * was taken before it is stored; while nothing can be stored it is answered from what is.
 */
public class PostgresHistory implements History, LogSink, HealthCheck, AutoCloseable {
    /** Name of the consumer group. */
    static final String GROUP = "history";
    private static final long FIRST_ANSWER_MILLIS = 2_000;
    private final PostgresSettings settings;
    private final Intake intake;
    private final WriterStatus status;
    private final Writer writer;
    private final ReadPool pool;
    private final LastValues last = new LastValues();

    /**
     * Starts at once and connects in the background.
     *
     * @param alarms    told while nothing can be stored
     * @param committed told now and then the offset before which the log is not needed any more, by the storing thread
     * @param logEnd    offset that the log will give next
     */
    PostgresHistory(PostgresSettings settings, PlatformAlarms alarms, LongConsumer committed, LongSupplier logEnd) {
        this.settings = settings;
        Database database = new Database(settings);
        intake = new Intake(settings.limits());
        status = new WriterStatus(alarms);
        pool = new ReadPool(database);
        writer = new Writer(database, intake, status, last, committed, logEnd);
        writer.start();
    }

    @Override
    public String group() {
        return GROUP;
    }

    /**
     * {@inheritDoc} Where the database does not answer in time, 0: all that the log has is read again, and what turns out to be stored is
     * passed over.
     */
    @Override
    public long position() {
        status.awaitFirstAttempt(FIRST_ANSWER_MILLIS);
        return intake.position();
    }

    /** {@inheritDoc} Waits while as much as may be held in memory waits for the server. */
    @Override
    public void accept(LogRecord record) {
        intake.add(record);
    }

    @Override
    public long durable() {
        return intake.durable();
    }

    private <T> T ask(ReadPool.Question<T> question) {
        settle();
        return pool.ask(question);
    }

    private void settle() {
        status.awaitFirstAttempt(FIRST_ANSWER_MILLIS);
        if (status.isConnected()) {
            intake.settle(settings.limits().statement());
        }
    }

    @Override
    public HistoryResult read(PointId point, Instant from, Instant to, int maxPoints, Downsampling how) {
        Interval interval = Interval.of(from, to);
        Interval.checkPoints(maxPoints);
        return ask(connection -> {
            Optional<Series> series = Series.find(connection, point);
            if (series.isEmpty()) {
                return new HistoryResult(List.of(), List.of(), 0, false);
            }
            Downsampler samples = new Chart(connection, series.get(), expired()).draw(how, interval, maxPoints);
            List<Gap> gaps = series.get().gaps(interval).stream().map(gap -> gap.gap(point)).toList();
            return new HistoryResult(samples.rows().stream().map(row -> row.sample(point)).toList(), gaps, samples.total(),
                    samples.isDownsampled());
        });
    }

    private long expired() {
        return Cutoffs.now(settings.retention()).samples();
    }

    @Override
    public void scan(PointId point, Instant from, Instant to, Consumer<Sample> reader) {
        Interval interval = Interval.of(from, to);
        ask(connection -> {
            Optional<Series> series = Series.find(connection, point);
            if (series.isPresent()) {
                series.get().scan(interval, row -> reader.accept(row.sample(point)));
            }
            return null;
        });
    }

    @Override
    public List<Aggregate> aggregate(PointId point, Instant from, Instant to, Duration length) {
        Interval interval = Interval.of(from, to);
        long part = interval.part(length);
        return ask(connection -> {
            Optional<Series> series = Series.find(connection, point);
            if (series.isEmpty()) {
                return new Aggregation(point, interval, part, null, List.of()).end();
            }
            List<GapRow> gaps = series.get().gaps(interval);
            Aggregation aggregation = new Aggregation(point, interval, part, series.get().neighbours().lastBefore(interval.from()), gaps);
            Resolution resolution = Resolution.dividing(interval, part);
            if (resolution == null) {
                series.get().scan(interval, aggregation);
            } else {
                new SummedSeries(connection, series.get(), interval, resolution, expired()).give(summary -> gaps.stream().anyMatch(gap ->
                        gap.from() < summary.last().time() && gap.to() > summary.first().time()), aggregation, aggregation::accept);
            }
            return aggregation.end();
        });
    }

    @Override
    public Optional<Sample> at(PointId point, Instant time, Interpolation how) {
        return ask(connection -> {
            Optional<Series> series = Series.find(connection, point);
            return series.isEmpty() ? Optional.empty() : at(series.get(), Nanos.of(time), how);
        });
    }

    private static Optional<Sample> at(Series series, long time, Interpolation how) throws SQLException {
        Neighbours neighbours = series.neighbours();
        Interpolator.Around around = how == Interpolation.LINEAR ? neighbours.around(time) : neighbours.before(time);
        List<GapRow> gaps = series.gaps(around(time, around));
        return Interpolator.at(series.point(), time, how, around, gaps);
    }

    /** From the usable row before to the one after: a gap anywhere between breaks a line. */
    private static Interval around(long time, Interpolator.Around rows) {
        long from = rows.usableBefore() == null ? time : rows.usableBefore().time();
        long to = rows.usableAfter() == null ? time : rows.usableAfter().time();
        return new Interval(from, to == Long.MAX_VALUE ? to : to + 1);
    }

    @Override
    public Map<PointId, Sample> state(TwinId twin, Instant time) {
        return ask(connection -> {
            Map<PointId, Sample> state = new TreeMap<>();
            for (Series series : Series.of(connection, twin)) {
                at(series, Nanos.of(time), Interpolation.STEPPED).ifPresent(sample -> state.put(series.point(), sample));
            }
            return state;
        });
    }

    @Override
    public Map<PointId, Sample> last(Collection<PointId> points) {
        settle();
        return last.of(points, pool);
    }

    @Override
    public Set<PointId> points() {
        return ask(PostgresHistory::points);
    }

    private static Set<PointId> points(Connection connection) throws SQLException {
        Set<PointId> points = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT twin, name FROM points WHERE sampled");
             ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                points.add(new PointId(new TwinId(rows.getString(1)), rows.getString(2)));
            }
        }
        return points;
    }

    @Override
    public List<CorrectedSample> corrections(PointId point, Instant from, Instant to) {
        Interval interval = Interval.of(from, to);
        return ask(connection -> {
            List<CorrectedSample> corrections = new ArrayList<>();
            Optional<Series> series = Series.find(connection, point);
            if (series.isPresent()) {
                for (CorrectionRow correction : series.get().corrections(interval).values()) {
                    List<Sample> originals = new ArrayList<>();
                    series.get().originals(new Interval(correction.time(), correction.time() + 1), row -> originals.add(row.sample(point)));
                    corrections.add(new CorrectedSample(correction.correction(), originals));
                }
            }
            return corrections;
        });
    }

    @Override
    public List<Annotation> annotations(TwinId twin, Instant from, Instant to) {
        Interval interval = Interval.of(from, to);
        return ask(connection -> Notes.of(connection, twin, interval));
    }

    @Override
    public Health health() {
        return status.health(GROUP, "%,d rows wait for PostgreSQL, stored up to offset %d".formatted(intake.rows(), intake.durable()));
    }

    /** Stores what is in memory and ends; what cannot be stored the log still has. */
    @Override
    public void close() {
        intake.close();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true; // what is under way is bounded in time
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        pool.close();
    }
}
