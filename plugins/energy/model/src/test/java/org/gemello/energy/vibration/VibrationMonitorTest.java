package org.gemello.energy.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.energy.signal.AlarmChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VibrationMonitorTest {
    private static final VibrationDesign DESIGN = new VibrationDesign(Bearing.of("high-speed shaft bearing", 13, 34, 200, 0),
            new GearMesh("high-speed stage", 24), 19.55);
    private final VibrationMonitor monitor = new VibrationMonitor(DESIGN);
    private final VibrationState state = new VibrationState();
    private final List<AlarmChange> alarms = new ArrayList<>();

    private VibrationReport run(VibrationSource source, int bursts, double shaft, BearingPart part, double blow) {
        VibrationReport report = null;
        for (int i = 0; i < bursts; i++) {
            report = monitor.burst(state, source.burst(2560, 2048, shaft, 0.8, 0, part, blow), shaft);
            report.alarm().ifPresent(alarms::add);
        }
        return report;
    }

    @Test
    void aHealthyGearboxHasNoFault() {
        for (int seed = 0; seed < 20; seed++) {
            run(new VibrationSource(DESIGN, seed), 25, 13 + 0.35 * seed, null, 0);
        }
        assertThat(alarms).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OUTER_RACE, 12", "OUTER_RACE, 16.3", "OUTER_RACE, 19.55", "INNER_RACE, 19.55", "INNER_RACE, 15", "ROLLING_ELEMENT, 19.55"})
    void aFaultIsFoundAtItsFrequency(BearingPart part, double shaft) {
        VibrationReport report = run(new VibrationSource(DESIGN, 1), 5, shaft, part, 2.5);
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0).message()).startsWith(part.title() + " of the high-speed shaft bearing");
        FaultLine line = report.lines().get(part.ordinal());
        assertThat(line.expected()).isCloseTo(DESIGN.bearing().order(part) * shaft, within(1e-9));
        assertThat(line.frequency()).isCloseTo(0.992 * line.expected(), within(2.0));
        assertThat(line.confidence()).isGreaterThan(0.999);
    }

    /** The example: 105 Hz at 1173 revolutions a minute. */
    @Test
    void namesPartFrequencyAndSpeed() {
        run(new VibrationSource(DESIGN, 4), 3, 19.55, BearingPart.OUTER_RACE, 2.5);
        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.alarm()).isEqualTo(VibrationMonitor.BEARING_FAULT);
            assertThat(alarm.active()).isTrue();
            assertThat(alarm.message()).contains("expected 105.5 Hz at 1173 /min", "in 3 of the last 5 bursts");
        });
        System.out.println(alarms.get(0).message());
    }

    @Test
    void aRepairedBearingClears() throws IOException {
        VibrationSource source = new VibrationSource(DESIGN, 2);
        run(source, 5, 18, BearingPart.OUTER_RACE, 2.5);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(new DataOutputStream(bytes));
        state.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        run(source, 5, 18, null, 0);
        assertThat(alarms).extracting(AlarmChange::active).containsExactly(true, false);
    }

    @Test
    void bandsMeshAndShapeAreMeasured() {
        VibrationReport sound = run(new VibrationSource(DESIGN, 3), 1, 19.55, null, 0);
        VibrationReport damaged = run(new VibrationSource(DESIGN, 3), 1, 19.55, BearingPart.OUTER_RACE, 8);
        assertThat(sound.mesh()).isCloseTo(0.9 * 0.8, within(0.12));
        assertThat(sound.kurtosis()).isLessThan(4);
        assertThat(damaged.kurtosis()).isGreaterThan(sound.kurtosis());
        assertThat(damaged.crest()).isGreaterThan(sound.crest());
        assertThat(damaged.acceleration()).isGreaterThan(1.5 * sound.acceleration());
        assertThat(sound.velocity()).isBetween(1e-4, 5e-3);
    }

    @Test
    void withoutSpeedThereAreBandsOnly() {
        VibrationReport report = monitor.burst(state, new VibrationSource(DESIGN, 3).burst(2560, 2048, 19, 0.8, 0, null, 0), Double.NaN);
        assertThat(report.lines()).isEmpty();
        assertThat(report.mesh()).isNaN();
        assertThat(report.acceleration()).isPositive();
    }
}
