package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.gemello.api.Quality;
import org.gemello.api.log.LogEntry;
import org.gemello.energy.thermal.Place;
import org.gemello.energy.thermal.ThermalNetwork;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.type.ConditionTypes;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.energy.vibration.BearingPart;
import org.gemello.energy.vibration.VibrationSource;
import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;
import org.gemello.spi.TwinBehavior;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.Effect.Raised;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.Recording;
import org.gemello.testkit.pack.RecordingEffects;
import org.junit.jupiter.api.Test;

/** Loads, temperatures and vibration of a turbine in the shape in which the platform sees them. */
class ConditionTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
    private static final double AIR = 12;
    private static final GivenContext CONTEXT = new GivenContext(WindTurbineRecording.TWIN, Map.of("vibrationRate", "2560"));
    private final WindTurbineType type = new WindTurbineType();
    private final RecordingEffects effects = new RecordingEffects(type.model());
    private final TwinBehavior<WindTurbineState> behavior = type.behavior(CONTEXT);
    private final WindTurbineState state = behavior.initial();

    private void play(Recording recording) {
        for (LogEntry entry : recording.entries()) {
            behavior.onSamples(state, ((LogEntry.Samples) entry).batch(), effects);
        }
    }

    /** A sound turbine in turbulent wind, from one minute to another. */
    private static Recording turbine(int from, int to) {
        Recording recording = new Recording(CONTEXT.twin(), new WindTurbineType().model());
        WindSeries wind = new WindSeries(Turbulence.classB(9), 5);
        Turbine turbine = new Turbine(Nrel5Mw.design(), wind.at(from * 60), 1.225);
        for (int i = from * 600; i < to * 600; i++) {
            double speed = wind.at(i * 0.1);
            turbine.advance(speed, 1.225, 0.1);
            recording.samples(BEGIN.plusMillis(i * 100L), moment -> moment.with("WTUR.W", turbine.power() / 1000)
                    .with("WROT.RotSpd", turbine.rotorSpeed() * 30 / Math.PI).with("WROT.PtAngVal", Math.toDegrees(turbine.pitch()))
                    .with("WNAC.WdSpd", speed));
        }
        return recording;
    }

    private double last(String point) {
        return effects.last(point).orElseThrow().value().doubleValue();
    }

    private static String text(double[] values) {
        return DoubleStream.of(values).mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void lifeIsToldOnceAMinuteAndCertainAfterTen() {
        play(turbine(0, 5));
        assertThat(effects.last("WROT.FlapDel").orElseThrow().quality().isGood()).isFalse();
        play(turbine(5, 12));
        for (String component : List.of("WROT.Flap", "WROT.Edge", "WTRM.Shf", "WTRM.Gbx", "WTRM.Brg", "WTOW.Base")) {
            assertThat(effects.last(component + "Del").orElseThrow().quality()).isEqualTo(Quality.GOOD);
            assertThat(last(component + "Dmg")).isBetween(0.0, 0.01);
            assertThat(last(component + "RulLo")).isLessThan(last(component + "Rul"));
            assertThat(last(component + "RulHi")).isGreaterThan(last(component + "Rul"));
        }
        assertThat(last("WROT.EdgeDel")).isCloseTo(6000, within(600.0));
    }

    @Test
    void frictionInTheGearboxIsWarnedOf() {
        var design = ConditionTypes.shipped(Nrel5Mw.NAME).thermal().orElseThrow();
        ThermalNetwork plant = new ThermalNetwork(design);
        double[] heat = plant.losses(5e6 / 0.944, 1);
        double[] temperatures = plant.steady(heat, AIR);
        Recording recording = new Recording(CONTEXT.twin(), type.model());
        for (int second = 0; second < 3000; second++) {
            if (second == 600) {
                heat[Place.GEARBOX_OIL.ordinal()] += 60e3;
                heat[Place.GEARBOX_BEARING.ordinal()] += 4e3;
            }
            plant.advance(temperatures, heat, AIR, 1, 1);
            double wind = 12 + 0.1 * Math.sin(second);
            recording.samples(BEGIN.plusSeconds(second), moment -> moment.with("WMET.EnvTmp", AIR).with("WROT.RotSpd", 12.1)
                    .with("WTRM.GbxOilTmp", temperatures[0]).with("WTRM.GbxBrgTmp", temperatures[1]).with("WGEN.GnTmp", temperatures[2])
                    .with("WGEN.BrgTmp", temperatures[3]).with("WNAC.WdSpd", wind).with("WTUR.W", 5000.0));
        }
        play(recording);
        assertThat(last("WTRM.ResGbxOilTmp")).isBetween(10.0, 30.0);
        assertThat(last("WTRM.FricHeat")).isCloseTo(64, within(8.0));
        assertThat(last("WGEN.ResGnTmp")).isCloseTo(0, within(1.0));
        List<Raised> raised = effects.take().stream().filter(Raised.class::isInstance).map(Raised.class::cast)
                .filter(alarm -> alarm.alarm().equals("gearbox-temperature")).toList();
        assertThat(raised).isNotEmpty();
        assertThat(raised.get(raised.size() - 1).message()).contains("gearbox bearing", "friction", "in ");
    }

    @Test
    void aBearingFaultIsNamedAndABrokenBurstSaid() {
        VibrationSource source = new VibrationSource(ConditionTypes.shipped(Nrel5Mw.NAME).vibration().orElseThrow(), 5);
        Recording recording = new Recording(CONTEXT.twin(), type.model());
        for (int i = 0; i < 5; i++) {
            String burst = text(source.burst(2560, 2048, 12.1 * 97 / 60, 0.9, 0, BearingPart.OUTER_RACE, 3).values());
            recording.samples(BEGIN.plusSeconds(10 * i), moment -> moment.with("WROT.RotSpd", 12.1).with("WTRM.VibBurst", burst));
        }
        recording.samples(BEGIN.plusSeconds(60), moment -> moment.with("WTRM.VibBurst", "[1, 2"));
        play(recording);
        assertThat(last("WTRM.BpfoConf")).isGreaterThan(99);
        assertThat(last("WTRM.VibAcc")).isBetween(0.3, 5.0);
        List<Effect> all = effects.take();
        assertThat(all).anyMatch(effect -> effect instanceof Raised raised && raised.alarm().equals("gearbox-bearing-fault")
                && raised.message().startsWith("outer race of the high-speed shaft bearing"));
        assertThat(all).anyMatch(effect -> effect instanceof Raised raised && raised.alarm().equals("vibration-sensor"));
    }
}
