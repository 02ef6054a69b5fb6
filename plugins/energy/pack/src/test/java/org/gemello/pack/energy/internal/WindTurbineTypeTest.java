package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.log.LogEntry;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.TwinBehavior;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.Recording;
import org.gemello.testkit.pack.RecordingEffects;
import org.junit.jupiter.api.Test;

class WindTurbineTypeTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
    private static final GivenContext CONTEXT = GivenContext.of("wt-01");
    private final WindTurbineType type = new WindTurbineType();
    private final RecordingEffects effects = new RecordingEffects(type.model());
    private final TwinBehavior<WindTurbineState> behavior = type.behavior(CONTEXT);
    private final WindTurbineState state = behavior.initial();

    private static Command command(String name, String parameter, double value) {
        return new Command("c-1", new TwinId("wt-01"), name, Map.of(parameter, value), "operator", BEGIN, BEGIN.plusSeconds(10));
    }

    @Test
    void derivesAndRaisesWhatTheRecordingShows() {
        for (LogEntry entry : WindTurbineRecording.tenMinutes()) {
            if (entry instanceof LogEntry.Samples samples) {
                behavior.onSamples(state, samples.batch(), effects);
            } else if (entry instanceof LogEntry.Tick tick) {
                behavior.onTick(state, tick.time(), effects);
            }
        }
        assertThat(effects.last("WTUR.BeatCount").orElseThrow().value()).isEqualTo(6000L);
        assertThat(effects.last("WTUR.BeatMissed").orElseThrow().value()).isEqualTo(1L);
        assertThat(effects.last("WTUR.BeatRepeated").orElseThrow().value()).isEqualTo(0L);
        assertThat(effects.last("WTUR.ResPct").orElseThrow().value().doubleValue()).isLessThan(-10);
        assertThat(effects.last("WROT.Tsr").orElseThrow().value().doubleValue()).isBetween(5.0, 10.0);
        assertThat(effects.take()).anyMatch(e -> e instanceof Effect.Raised raised && raised.alarm().equals("underperformance"))
                .anyMatch(e -> e instanceof Effect.Derived derived && derived.quality().equals(Quality.BAD));
    }

    @Test
    void theGroupingOfSamplesMakesNoDifference() {
        Recording single = new Recording(CONTEXT.twin(), type.model());
        Recording grouped = new Recording(CONTEXT.twin(), type.model());
        for (int i = 0; i < 50; i++) {
            double wind = 8 + 0.01 * i;
            Instant now = BEGIN.plusMillis(i * 100L);
            single.samples(now, m -> m.with("WTUR.W", 1700.0)).samples(now, m -> m.with("WNAC.WdSpd", wind));
            grouped.samples(now, m -> m.with("WTUR.W", 1700.0).with("WNAC.WdSpd", wind));
        }
        assertThat(effectsOf(single)).isEqualTo(effectsOf(grouped)).isNotEmpty();
    }

    private List<Effect> effectsOf(Recording recording) {
        WindTurbineState fresh = behavior.initial();
        for (LogEntry entry : recording.entries()) {
            SampleBatch batch = ((LogEntry.Samples) entry).batch();
            behavior.onSamples(fresh, batch, effects);
        }
        return effects.take();
    }

    @Test
    void commandsWriteSetPointsAndUnknownOnesAreRejected() {
        effects.setCommanding(true);
        behavior.onCommand(state, command("set-power-limit", "limit", 3000), effects);
        behavior.onCommand(state, command("set-pitch", "angle", 4), effects);
        behavior.onCommand(state, command("fly", "height", 1), effects);
        assertThat(effects.take()).containsExactly(new Effect.Written("WTUR.SetW", 3000), new Effect.Written("WROT.SetPtAng", 4),
                new Effect.Rejected("a wind turbine does not know the command fly"));
    }

    @Test
    void wrongConfigurationIsRefusedByName() {
        assertThatThrownBy(() -> type.behavior(new GivenContext(CONTEXT.twin(), Map.of("windFlter", "5"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("wt-01").hasMessageContaining("windFlter");
        assertThatThrownBy(() -> type.behavior(new GivenContext(CONTEXT.twin(), Map.of("windFilter", "-5"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("wt-01").hasMessageContaining("windFilter");
    }
}
