package org.gemello.history.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.History;
import org.gemello.api.history.Interpolation;
import org.gemello.binding.LinearScale;
import org.gemello.history.Aggregation;
import org.gemello.history.GapRow;
import org.gemello.history.Interval;
import org.gemello.history.Row;

/**
 * Aggregates of a point that was stored under several names or in several units. Where only one series in one unit has a part in them,
 * the store's own are converted, which is fast; else they are made from all samples.
 */
final class MergedAggregates {
    private final History stored;
    private final History merged;
    private final PointPast past;

    MergedAggregates(History stored, History merged, PointPast past) {
        this.stored = stored;
        this.merged = merged;
        this.past = past;
    }

    List<Aggregate> of(Instant from, Instant to, Duration interval) {
        List<PointId> parts = past.series().size() == 1 ? past.series() : parts(from, to);
        if (parts.size() > 1) {
            return fromSamples(from, to, interval);
        }
        PointId only = parts.isEmpty() ? past.point() : parts.get(0);
        List<Aggregate> own = stored.aggregate(only, from, to, interval);
        Set<String> units = units(own);
        stored.at(only, from, Interpolation.STEPPED).ifPresent(before -> units.add(before.unit()));
        if (units.size() > 1) {
            return fromSamples(from, to, interval);
        }
        String unit = units.stream().findFirst().orElse(past.unit());
        LinearScale scale = unit == null ? LinearScale.IDENTITY : past.scale(unit);
        return scale == null ? own : own.stream().map(aggregate -> told(aggregate, scale)).toList();
    }

    /** The series that have samples in the interval, as far as that can be told quickly, and the one whose value holds at its begin. */
    private List<PointId> parts(Instant from, Instant to) {
        Map<PointId, Sample> last = stored.last(past.series());
        PointId holding = null;
        long offset = -1;
        for (PointId series : last.keySet()) {
            Optional<Sample> before = stored.at(series, from, Interpolation.STEPPED);
            if (before.isPresent() && before.get().offset() > offset) {
                holding = series;
                offset = before.get().offset();
            }
        }
        PointId holds = holding;
        return last.keySet().stream().filter(series -> series.equals(holds) || !last.get(series).sourceTime().isBefore(from)
                && stored.at(series, to, Interpolation.STEPPED).isPresent()).toList();
    }

    private static Set<String> units(List<Aggregate> aggregates) {
        Set<String> units = new HashSet<>();
        for (Aggregate aggregate : aggregates) {
            if (aggregate.first() != null) {
                units.add(aggregate.first().unit());
                units.add(aggregate.last().unit());
            }
        }
        return units;
    }

    private Aggregate told(Aggregate own, LinearScale scale) {
        boolean turned = scale.factor() < 0;
        return new Aggregate(own.start(), own.length(), own.count(), scale.apply(turned ? own.max() : own.min()),
                scale.apply(turned ? own.min() : own.max()), scale.apply(own.mean()), scale.apply(own.timeWeighted()),
                own.deviation() * Math.abs(scale.factor()), own.first() == null ? null : past.told(own.first()),
                own.last() == null ? null : past.told(own.last()), own.good(), own.uncertain(), own.bad());
    }

    private List<Aggregate> fromSamples(Instant from, Instant to, Duration length) {
        Interval interval = Interval.of(from, to);
        Optional<Sample> before = merged.at(past.point(), from, Interpolation.STEPPED).filter(this::isTold);
        List<GapRow> gaps = new ArrayList<>();
        merged.read(past.point(), from, to, 2).gaps().forEach(gap -> gaps.add(GapRow.of(gap, 0)));
        Aggregation aggregation = new Aggregation(past.point(), interval, interval.part(length), before.map(MergedAggregates::row).orElse(null), gaps);
        merged.scan(past.point(), from, to, sample -> {
            if (isTold(sample)) {
                aggregation.accept(row(sample));
            }
        });
        return aggregation.end();
    }

    private boolean isTold(Sample sample) {
        return past.unit() == null || past.unit().equals(sample.unit());
    }

    static Row row(Sample sample) {
        return Row.of(Times.nanos(sample.sourceTime()), Times.nanos(sample.receivedTime()), sample.offset(), sample.quality().code(), sample.value(),
                sample.unit());
    }
}
