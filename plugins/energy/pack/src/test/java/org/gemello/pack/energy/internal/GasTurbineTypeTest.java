package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.gemello.api.Quality;
import org.gemello.energy.gas.CompressorMap;
import org.gemello.energy.gas.GasTurbine;
import org.gemello.energy.gas.GasTurbineDesign;
import org.gemello.energy.gas.GasTurbineHealth;
import org.gemello.energy.gas.GasTurbineInput;
import org.gemello.energy.gas.GasTurbineState;
import org.gemello.energy.gas.TurbineMap;
import org.gemello.testkit.pack.PackContractTest;
import org.gemello.testkit.pack.PackUnderTest;
import org.gemello.testkit.runtime.TestRuntime;
import org.gemello.testkit.runtime.TestTwin;
import org.junit.jupiter.api.Test;

/** A simulated machine, with noise, beside its twin. */
class GasTurbineTypeTest extends PackContractTest {
    private static final Map<String, String> QUICK = Map.of("window", "10", "memory", "120");
    private static final GasTurbineHealth DIRTY = new GasTurbineHealth(0.95, 0.975, 1, 1);
    private final GasTurbine machine = new GasTurbine(GasTurbineDesign.example(), CompressorMap.generic(), TurbineMap.generic());
    private final Random noise = new Random(4);

    private static TestTwin fresh() {
        return TestRuntime.of(new GasTurbineType()).twin("twin-1", QUICK);
    }

    @Override
    protected PackUnderTest pack() {
        TestTwin twin = fresh();
        run(twin, GasTurbineHealth.NEW, 3);
        run(twin, DIRTY, 90);
        twin.send("T3", null, Quality.BAD_SENSOR_FAILURE);
        run(twin, GasTurbineHealth.NEW, 90);
        return PackUnderTest.of(new GasTurbineType()).configured(QUICK).recording(twin.recording());
    }

    /** Every ten seconds, on a day that gets warmer. */
    private void run(TestTwin twin, GasTurbineHealth health, int windows) {
        for (int i = 0; i < windows; i++) {
            GasTurbineInput input = new GasTurbineInput(288.15 + 0.02 * i, 101_000, 0.97 * machine.designFuel(), 314.159);
            GasTurbineState state = machine.state(input, health);
            twin.send(m -> m.with("T2", input.temperature() - 273.15).with("P2", 1010.0).with("WF", input.fuelFlow()).with("N", 3000.0)
                    .with("W2", state.airFlow() + 0.2 * noise.nextGaussian())
                    .with("T3", state.compressorTemperature() - 273.15 + 0.5 * noise.nextGaussian())
                    .with("P3", state.compressorPressure() / 1000 + noise.nextGaussian())
                    .with("T5", state.exhaustTemperature() - 273.15 + noise.nextGaussian())
                    .with("W", state.electricalPower() / 1000 + 20 * noise.nextGaussian()));
            twin.advance(Duration.ofSeconds(10));
        }
    }

    @Test
    void aNewMachineIsAsExpected() {
        TestTwin twin = fresh();
        run(twin, GasTurbineHealth.NEW, 60);
        assertThat(twin.value("ResW")).isCloseTo(0, within(100.0));
        assertThat(twin.value("CmpFlow")).isCloseTo(0, within(0.3));
        assertThat(twin.value("TrbEff")).isCloseTo(0, within(0.3));
        assertThat(twin.value("HeatRate")).isCloseTo(twin.value("ExpHeatRate"), within(60.0)).isBetween(9000.0, 12_000.0);
        assertThat(twin.alarms()).isEmpty();
        assertThat(twin.bytes().length).as("bytes of state").isLessThan(4096);
    }

    @Test
    void dirtIsFoundWashingIsProposedAndTakenBackAfterIt() {
        TestTwin twin = fresh();
        run(twin, GasTurbineHealth.NEW, 10);
        run(twin, DIRTY, 120);
        assertThat(twin.value("CmpFlow")).isCloseTo(-5, within(0.6));
        assertThat(twin.value("CmpEff")).isCloseTo(-2.5, within(0.6));
        assertThat(twin.alarm("compressor-fouling").orElseThrow().message()).contains("swallows", "washing would bring");
        assertThat(twin.alarm("turbine-erosion")).isEmpty();
        double lost = twin.value("LostW");
        assertThat(twin.value("WashW")).isCloseTo(lost, within(0.25 * lost)).isGreaterThan(500);
        assertThat(twin.proposal("compressor-wash").orElseThrow().gain().expected()).isCloseTo(lost, within(0.3 * lost));
        run(twin, GasTurbineHealth.NEW, 150);
        assertThat(twin.alarms()).isEmpty();
        assertThat(twin.proposals()).isEmpty();
    }

    @Test
    void erosionIsToldApartFromDirt() {
        TestTwin twin = fresh();
        run(twin, new GasTurbineHealth(1, 1, 1.02, 0.96), 120);
        assertThat(twin.value("TrbEff")).isCloseTo(-4, within(0.6));
        assertThat(twin.alarm("turbine-erosion")).isPresent();
        assertThat(twin.alarm("compressor-fouling")).isEmpty();
    }

    @Test
    void aLostSensorIsNamedAndTheTwinGoesOnAfterwards() {
        TestTwin twin = fresh();
        run(twin, GasTurbineHealth.NEW, 3);
        twin.send("T5", null, Quality.BAD_SENSOR_FAILURE).advance(Duration.ofSeconds(10));
        twin.send("T5", null, Quality.BAD_SENSOR_FAILURE).advance(Duration.ofSeconds(10)).send("W", 25_000.0);
        assertThat(twin.alarm("sensor").orElseThrow().message()).contains("T5");
        run(twin, GasTurbineHealth.NEW, 3);
        assertThat(twin.alarm("sensor")).isEmpty();
        twin.send("N", 150.0).advance(Duration.ofSeconds(10)).send("N", 150.0).advance(Duration.ofSeconds(10)).send("N", 3000.0);
        assertThat(twin.alarm("sensor").orElseThrow().message()).contains("do not belong together");
    }

    @Test
    void wrongConfigurationIsRefusedByName() {
        TestRuntime runtime = TestRuntime.of(new GasTurbineType());
        assertThatIllegalArgumentException().isThrownBy(() -> runtime.twin("gt-1", Map.of("airFlow", "-1")))
                .withMessageContaining("gt-1").withMessageContaining("airFlow");
        assertThatIllegalArgumentException().isThrownBy(() -> runtime.twin("gt-1", Map.of("airFlwo", "80")))
                .withMessageContaining("airFlwo");
    }
}
