package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemello.api.log.LogEntry;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.TwinBehavior;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.Recording;
import org.gemello.testkit.pack.RecordingEffects;
import org.junit.jupiter.api.Test;

class PerformanceAspectTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
    private final WindTurbineType type = new WindTurbineType();
    private final RecordingEffects effects = new RecordingEffects(type.model());

    /** Half an hour at 8 m/s; the middle ten minutes curtailed to 1000 kW. */
    private List<Effect> run() {
        GivenContext context = GivenContext.of("wt-01");
        TwinBehavior<WindTurbineState> behavior = type.behavior(context);
        WindTurbineState state = behavior.initial();
        Recording recording = new Recording(context.twin(), type.model());
        for (int i = 0; i <= 1800; i++) {
            boolean curtailed = i >= 600 && i < 1200;
            double wind = 8 + 0.01 * (i % 7);
            recording.samples(BEGIN.plusSeconds(i), moment -> moment.with("WTUR.State", 2).with("WTUR.SetW", curtailed ? 1000.0 : 5000.0)
                    .with("WNAC.WdDir", 240.0).with("WNAC.WdSpd", wind).with("WTUR.W", curtailed ? 1000.0 : 1780.0));
        }
        for (LogEntry entry : recording.entries()) {
            behavior.onSamples(state, ((LogEntry.Samples) entry).batch(), effects);
        }
        return effects.take();
    }

    private static List<Double> values(List<Effect> effects, String point) {
        return effects.stream().filter(Effect.Derived.class::isInstance).map(Effect.Derived.class::cast)
                .filter(derived -> derived.point().equals(point)).map(derived -> derived.value().doubleValue()).toList();
    }

    private static List<String> texts(List<Effect> effects, String point) {
        return effects.stream().filter(Effect.DerivedText.class::isInstance).map(Effect.DerivedText.class::cast)
                .filter(derived -> derived.point().equals(point)).map(Effect.DerivedText::text).toList();
    }

    @Test
    void tellsTenMinutesCurveAndLosses() {
        List<Effect> told = run();
        assertThat(texts(told, "WTUR.Cat")).containsExactly("full-performance", "derated", "full-performance");
        assertThat(texts(told, "WTUR.CrvRej")).containsExactly("", "curtailed", "");
        assertThat(values(told, "WTUR.AvW")).hasSize(3);
        assertThat(values(told, "WTUR.AvW").get(0)).isCloseTo(1780, within(1e-6));
        assertThat(values(told, "WTUR.MaxW")).contains(1000.0);
        List<String> curves = texts(told, "WTUR.PwrCrv");
        assertThat(curves).hasSize(4);
        assertThat(curves.get(0)).as("at the start").contains("\"n\":[]").containsPattern("\"reference\":\\{\"wind\":\\[0,0.5,1,");
        assertThat(curves.get(3)).contains("\"hours\":0.3,\"complete\":false").contains("\"bin\":[8]").contains("\"n\":[2]")
                .hasSizeLessThan(16_000);
        // ten minutes of some 1800 less 1000 kW
        double lost = values(told, "WTUR.CurtDay").get(25);
        assertThat(lost).isBetween(120.0, 145.0);
        assertThat(values(told, "WTUR.LostTot").get(25)).isEqualTo(lost);
        assertThat(values(told, "WTUR.AvlMon").get(25)).isEqualTo(100.0);
        assertThat(texts(told, "WTUR.Losses")).hasSize(4).last().asString().contains("\"category\":[\"full-performance\",\"derated\"]");
    }

    @Test
    void wrongConfigurationIsRefusedByName() {
        assertThatThrownBy(() -> type.behavior(new GivenContext(GivenContext.of("wt-01").twin(), Map.of("statusCategories", "9=gone"))))
                .hasMessageContaining("wt-01").hasMessageContaining("'9=gone'");
        assertThatThrownBy(() -> type.behavior(new GivenContext(GivenContext.of("wt-01").twin(), Map.of("curveSektors", "0-90"))))
                .hasMessageContaining("curveSectors").hasMessageContaining("windFilter");
    }
}
