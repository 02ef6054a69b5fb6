package org.gemello.rest.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.CorrectedSample;
import org.gemello.api.history.Correction;
import org.gemello.api.history.Downsampling;
import org.gemello.api.history.History;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.history.HistoryWriting;
import org.gemello.api.history.Interpolation;

/** Knows power, and one value of it at noon. */
record FakeHistory(FakePlatform platform) implements History {
    private static final PointId POWER = PointId.parse("wt-01/WTUR.W");

    private static Sample noon() {
        return FakePlatform.sample("wt-01", "WTUR.W", 1500.0);
    }

    @Override
    public HistoryResult read(PointId point, Instant from, Instant to, int maxPoints, Downsampling how) {
        boolean downsampled = how == Downsampling.LTTB;
        HistoryResult found = point.name().startsWith("WTUR") ? platform.history : new HistoryResult(List.of(), List.of(), 0, false);
        return new HistoryResult(found.samples(), found.gaps(), found.total(), downsampled);
    }

    @Override
    public void scan(PointId point, Instant from, Instant to, Consumer<Sample> reader) {
        reader.accept(noon());
    }

    @Override
    public List<Aggregate> aggregate(PointId point, Instant from, Instant to, Duration interval) {
        Aggregate full = new Aggregate(from, interval, 2, 1, 3, 2, 2.5, 1, noon(), noon(), 0.75, 0, 0.25);
        Aggregate empty = new Aggregate(from.plus(interval), interval, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null, null, 0, 0, 1);
        return List.of(full, empty);
    }

    @Override
    public Optional<Sample> at(PointId point, Instant time, Interpolation how) {
        return time.isBefore(FakePlatform.NOON) ? Optional.empty()
                : Optional.of(noon().withQuality(how == Interpolation.LINEAR ? Quality.UNCERTAIN_SUB_NORMAL : Quality.GOOD));
    }

    @Override
    public Map<PointId, Sample> state(TwinId twin, Instant time) {
        return Map.of(POWER, noon());
    }

    @Override
    public Map<PointId, Sample> last(Collection<PointId> points) {
        return points.contains(POWER) ? Map.of(POWER, noon()) : Map.of();
    }

    @Override
    public Set<PointId> points() {
        return platform.known;
    }

    @Override
    public List<CorrectedSample> corrections(PointId point, Instant from, Instant to) {
        return List.of(new CorrectedSample(new Correction(new PointDefinition(POWER, "kW"), FakePlatform.NOON, null, Quality.BAD, "erika",
                "sensor was off", FakePlatform.NOON), List.of(noon())));
    }

    @Override
    public List<Annotation> annotations(TwinId twin, Instant from, Instant to) {
        return List.of(new Annotation("n1", twin, null, from, to, "storm", "olga", FakePlatform.NOON));
    }

    @Override
    public long durable() {
        return 0;
    }

    @Override
    public Optional<HistoryWriting> writing() {
        return Optional.of(new HistoryWriting(12, 4096, new TreeMap<>(Map.of(0.05, 2L, 1.0, 1L, Double.POSITIVE_INFINITY, 0L)), 0.75));
    }
}
