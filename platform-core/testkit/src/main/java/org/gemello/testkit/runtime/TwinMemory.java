package org.gemello.testkit.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.LinearScale;
import org.gemello.binding.Units;
import org.gemello.spi.ProposalDraft;
import org.gemello.testkit.pack.Effect;

/** What the platform knows of one twin beside its behaviour: last values and alarms; and all effects so far. */
final class TwinMemory {
    private final TwinId twin;
    private final Map<String, Sample> state = new LinkedHashMap<>();
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private final Map<String, ProposalDraft> open = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();

    TwinMemory(TwinId twin) {
        this.twin = twin;
    }

    void samples(SampleBatch batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (!batch.point(row).twin().equals(twin)) {
                continue;
            }
            Sample sample = batch.sample(row, TraceId.NONE);
            Sample before = state.get(sample.point().name());
            boolean onlyQuality = batch.kind(row) == ValueKind.NONE && before != null;
            state.put(sample.point().name(), onlyQuality ? before.withQuality(sample.quality()) : sample);
        }
    }

    void effects(List<Effect> done, TwinModel model, long receivedTime) {
        for (Effect effect : done) {
            effects.add(effect);
            if (effect instanceof Effect.Derived derived) {
                derived(derived.point(), derived.value(), derived.quality(), derived.sourceTime(), model, receivedTime);
            } else if (effect instanceof Effect.DerivedText text) {
                derived(text.point(), text.text(), text.quality(), text.sourceTime(), model, receivedTime);
            } else if (effect instanceof Effect.Proposed proposed) {
                open.put(proposed.draft().key(), proposed.draft());
            } else if (effect instanceof Effect.Withdrawn withdrawn) {
                open.remove(withdrawn.key());
            } else if (effect instanceof Effect.Raised raised) {
                raise(raised);
            } else if (effect instanceof Effect.Cleared cleared) {
                alarms.computeIfPresent(cleared.alarm(), (name, present) -> !present.active() ? present
                        : new Alarm(name, false, present.severity(), cleared.message(), Times.instant(cleared.sourceTime())));
            }
        }
    }

    private void derived(String point, Object value, Quality quality, long sourceTime, TwinModel model, long receivedTime) {
        String unit = model.point(point).orElseThrow().unit();
        state.put(point, new Sample(new PointId(twin, point), value, unit, quality, Times.instant(sourceTime), Times.instant(receivedTime), -1,
                TraceId.NONE));
    }

    /** Open proposals by key, oldest first. */
    Map<String, ProposalDraft> open() {
        return open;
    }

    /** The same alarm again changes nothing, not even its time. */
    private void raise(Effect.Raised raised) {
        Alarm present = alarms.get(raised.alarm());
        boolean known = present != null && present.active() && present.severity() == raised.severity()
                && present.message().equals(raised.message());
        if (!known) {
            alarms.put(raised.alarm(),
                    new Alarm(raised.alarm(), true, raised.severity(), raised.message(), Times.instant(raised.sourceTime())));
        }
    }

    void rejected(String reason) {
        effects.add(new Effect.Rejected(reason));
    }

    /** Last values under their new names and in their new units; those of points that are gone are forgotten. */
    void remodel(TwinModel model) {
        Map<String, Sample> before = new LinkedHashMap<>(state);
        state.clear();
        before.forEach((name, sample) -> {
            String newName = model.renamed().getOrDefault(name, name);
            model.point(newName).ifPresent(spec -> state.put(newName, converted(sample, new PointId(twin, newName), spec.unit())));
        });
    }

    private static Sample converted(Sample sample, PointId point, String unit) {
        LinearScale scale = scale(sample, unit);
        Object value = sample.value() instanceof Number number && !scale.isIdentity() ? Double.valueOf(scale.apply(number.doubleValue()))
                : sample.value();
        return new Sample(point, value, unit, sample.quality(), sample.sourceTime(), sample.receivedTime(), sample.offset(),
                sample.trace());
    }

    private static LinearScale scale(Sample sample, String unit) {
        try {
            return Units.conversion(sample.unit(), unit);
        } catch (IllegalArgumentException e) {
            throw new AssertionError("point " + sample.point() + " changes its unit: " + e.getMessage(), e);
        }
    }

    Map<String, Sample> state() {
        return new LinkedHashMap<>(state);
    }

    double number(String point) {
        Sample sample = state.get(point);
        return sample != null && sample.value() instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    List<Alarm> alarms() {
        return List.copyOf(alarms.values());
    }

    <E extends Effect> List<E> all(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
