package org.gemello.runtime.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;
import org.gemello.binding.TwinDefinition;

/** Makes what readers see of a twin. */
final class Views {
    private Views() {
    }

    /** @param stale true where good values are no longer current, and so are shown as uncertain */
    static TwinView of(TwinDefinition definition, TwinModel model, TwinStatus status, String reason, long applied, List<Sample> samples,
                       Collection<Alarm> alarms, boolean stale) {
        List<Alarm> newestFirst = alarms.stream().sorted(Comparator.comparing(Alarm::since).reversed()).toList();
        return new TwinView(definition.id(), definition.name(), definition.type(), status, reason, applied, state(model, samples, stale),
                newestFirst, model, definition.parts());
    }

    /** Alarms by name, for who only reads them. */
    static Map<String, Alarm> byName(List<Alarm> alarms) {
        return alarms.stream().collect(Collectors.toUnmodifiableMap(Alarm::name, alarm -> alarm, (first, second) -> second));
    }

    /** By name, the model's points first and in its order. */
    private static Map<String, Sample> state(TwinModel model, List<Sample> samples, boolean stale) {
        Map<String, Sample> byName = new LinkedHashMap<>();
        for (PointSpec spec : model.points()) {
            byName.put(spec.name(), null);
        }
        for (Sample sample : samples) {
            boolean doubtful = stale && sample.quality().isGood();
            byName.put(sample.point().name(), doubtful ? sample.withQuality(Quality.UNCERTAIN_LAST_USABLE_VALUE) : sample);
        }
        byName.values().removeIf(sample -> sample == null);
        return byName;
    }
}
