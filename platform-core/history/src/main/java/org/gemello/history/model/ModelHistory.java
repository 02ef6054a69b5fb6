package org.gemello.history.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.CorrectedSample;
import org.gemello.api.history.Downsampling;
import org.gemello.api.history.History;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.history.HistoryWriting;
import org.gemello.api.history.Interpolation;
import org.gemello.api.twin.TwinModel;
import org.gemello.history.Downsampler;
import org.gemello.history.Interval;

/**
 * A history that knows the twins' present models: the past of a point is read under its former names too and told under its present
 * name and in its present unit. What cannot be converted, because it was another quantity, is told in the unit in which it was stored and
 * is not part of aggregates. What no model knows is told as it was stored, and so is a former name that is asked for itself.
 */
public class ModelHistory implements History {
    private static final Comparator<Sample> ORDER = Comparator.comparing(Sample::sourceTime).thenComparingLong(Sample::offset);
    private final History stored;
    private final Function<TwinId, TwinModel> models;

    /** @param models present model of a twin, {@link TwinModel#UNKNOWN} where there is none */
    public ModelHistory(History stored, Function<TwinId, TwinModel> models) {
        this.stored = stored;
        this.models = models;
    }

    private PointPast past(PointId point) {
        return PointPast.of(point, models.apply(point.twin()));
    }

    @Override
    public HistoryResult read(PointId point, Instant from, Instant to, int maxPoints, Downsampling how) {
        PointPast past = past(point);
        List<HistoryResult> parts = past.series().stream().map(series -> stored.read(series, from, to, maxPoints, how)).toList();
        List<Sample> samples = parts.stream().flatMap(part -> part.samples().stream()).map(past::told).sorted(ORDER).toList();
        long total = parts.stream().mapToLong(HistoryResult::total).sum();
        List<Gap> gaps = parts.stream().flatMap(part -> part.gaps().stream()).map(gap -> gap(gap, past)).sorted(Comparator.comparing(Gap::from)).toList();
        if (samples.size() > maxPoints) {
            Downsampler few = Downsampler.of(how, Interval.of(from, to), maxPoints);
            samples.forEach(sample -> few.accept(MergedAggregates.row(sample)));
            samples = few.rows().stream().map(row -> row.sample(past.point())).toList();
        }
        return new HistoryResult(samples, gaps, total, samples.size() < total);
    }

    private static Gap gap(Gap gap, PointPast past) {
        return new Gap(new PointDefinition(past.point(), gap.definition().unit()), gap.from(), gap.to(), gap.reason());
    }

    @Override
    public void scan(PointId point, Instant from, Instant to, Consumer<Sample> reader) {
        PointPast past = past(point);
        if (past.series().size() == 1) {
            stored.scan(point, from, to, sample -> reader.accept(past.told(sample)));
            return;
        }
        List<SeriesPages> series = past.series().stream().map(name -> new SeriesPages(stored, name, from, to)).toList();
        while (true) {
            Optional<SeriesPages> next = series.stream().filter(SeriesPages::hasNext).min((a, b) -> ORDER.compare(a.peek(), b.peek()));
            if (next.isEmpty()) {
                return;
            }
            reader.accept(past.told(next.get().next()));
        }
    }

    @Override
    public List<Aggregate> aggregate(PointId point, Instant from, Instant to, Duration interval) {
        return new MergedAggregates(stored, this, past(point)).of(from, to, interval);
    }

    @Override
    public Optional<Sample> at(PointId point, Instant time, Interpolation how) {
        PointPast past = past(point);
        return past.series().stream().map(series -> stored.at(series, time, how)).flatMap(Optional::stream)
                .max(Comparator.comparingLong(Sample::offset)).map(past::told);
    }

    @Override
    public Map<PointId, Sample> state(TwinId twin, Instant time) {
        TwinModel model = models.apply(twin);
        Map<PointId, Sample> present = new HashMap<>();
        stored.state(twin, time).forEach((id, sample) -> {
            PointPast past = PointPast.of(new PointId(twin, PointPast.presentName(id.name(), model)), model);
            present.merge(past.point(), past.told(sample), (one, other) -> one.offset() >= other.offset() ? one : other);
        });
        return present;
    }

    @Override
    public Map<PointId, Sample> last(Collection<PointId> points) {
        Map<TwinId, TwinModel> known = new HashMap<>();
        Map<PointId, PointPast> asked = new HashMap<>();
        points.forEach(point -> asked.put(point, PointPast.of(point, known.computeIfAbsent(point.twin(), models))));
        Map<PointId, Sample> found = stored.last(asked.values().stream().flatMap(past -> past.series().stream()).distinct().toList());
        Map<PointId, Sample> last = new HashMap<>();
        asked.forEach((point, past) -> past.series().stream().map(found::get).filter(Objects::nonNull).max(ORDER)
                .ifPresent(sample -> last.put(point, past.told(sample))));
        return last;
    }

    @Override
    public Set<PointId> points() {
        Map<TwinId, TwinModel> known = new HashMap<>();
        Set<PointId> present = new HashSet<>();
        stored.points().forEach(point -> present.add(new PointId(point.twin(),
                PointPast.presentName(point.name(), known.computeIfAbsent(point.twin(), models)))));
        return present;
    }

    @Override
    public List<CorrectedSample> corrections(PointId point, Instant from, Instant to) {
        List<CorrectedSample> all = new ArrayList<>();
        past(point).series().forEach(series -> all.addAll(stored.corrections(series, from, to)));
        all.sort(Comparator.comparing(corrected -> corrected.correction().sourceTime()));
        return all;
    }

    @Override
    public List<Annotation> annotations(TwinId twin, Instant from, Instant to) {
        return stored.annotations(twin, from, to);
    }

    @Override
    public long durable() {
        return stored.durable();
    }

    @Override
    public Optional<HistoryWriting> writing() {
        return stored.writing();
    }
}
