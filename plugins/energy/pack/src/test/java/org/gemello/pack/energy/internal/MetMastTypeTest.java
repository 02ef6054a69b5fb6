package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.api.log.LogEntry;
import org.gemello.energy.twin.MetMastState;
import org.gemello.testkit.pack.Effect.Derived;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.Recording;
import org.gemello.testkit.pack.RecordingEffects;
import org.gemello.testkit.pack.TwinTypeContract;
import org.junit.jupiter.api.Test;

class MetMastTypeTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
    private static final GivenContext CONTEXT = GivenContext.of("mast-1");
    private final MetMastType type = new MetMastType();

    private List<LogEntry> recording() {
        return new Recording(CONTEXT.twin(), type.model())
                .samples(BEGIN, m -> m.with("WMET.HorWdSpd", 8.2).with("WMET.EnvTmp", 20.0).with("WMET.EnvPres", 1013.25)
                        .with("WMET.EnvHum", 50.0))
                .samples(BEGIN.plusSeconds(1), m -> m.with("WMET.HorWdSpd", 8.3))
                .samples(BEGIN.plusSeconds(2), m -> m.with("WMET.EnvHum", null, Quality.BAD_SENSOR_FAILURE))
                .entries();
    }

    @Test
    void keepsTheContract() {
        new TwinTypeContract<>(type, CONTEXT).check(recording());
    }

    @Test
    void derivesTheDensityWithTheWorstQuality() {
        RecordingEffects effects = new RecordingEffects(type.model());
        MetMastState state = type.initial();
        recording().forEach(entry -> type.onSamples(state, ((LogEntry.Samples) entry).batch(), effects));
        List<Derived> densities = effects.take().stream().map(Derived.class::cast).toList();
        assertThat(densities).extracting(Derived::quality).containsExactly(Quality.GOOD, Quality.BAD_SENSOR_FAILURE);
        assertThat(densities).allSatisfy(d -> assertThat(d.value().doubleValue()).isCloseTo(1.199, within(0.001)));
    }
}
