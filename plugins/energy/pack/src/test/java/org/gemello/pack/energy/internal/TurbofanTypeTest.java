package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.gemello.api.Quality;
import org.gemello.energy.rul.TurbofanTwin;
import org.gemello.testkit.pack.PackContractTest;
import org.gemello.testkit.pack.PackUnderTest;
import org.gemello.testkit.runtime.TestRuntime;
import org.gemello.testkit.runtime.TestTwin;
import org.junit.jupiter.api.Test;

/** An engine made up after C-MAPSS: sensors that move by about as much as there from new to worn, with noise. */
class TurbofanTypeTest extends PackContractTest {
    /**
     * New and worn values in the order of {@link TurbofanTwin#SENSORS}: means of first and last cycles of the training engines of FD001.
     */
    private static final double[] NEW = {518.67, 642.2, 1587.5, 1402.6, 14.62, 21.61, 554.0, 2388.05, 9050.0, 1.3, 47.25, 521.9, 2388.05,
            8133.0,
        8.415, 0.03, 391.6, 2388, 100.0, 38.93, 23.36};
    private static final double[] WORN = {518.67, 643.6, 1602.5, 1428.0, 14.62, 21.61, 551.6, 2388.18, 9075.0, 1.3, 48.10, 519.7, 2388.18,
            8155.0,
        8.52, 0.03, 396.2, 2388, 100.0, 38.45, 23.08};
    private static final double[] NOISE = {0, 0.33, 5, 5, 0, 0.001, 0.4, 0.03, 8, 0, 0.12, 0.35, 0.03, 7, 0.018, 0, 0.8, 0, 0, 0.09, 0.055};
    private final Random noise = new Random(12);

    private static TestTwin fresh() {
        return TestRuntime.of(new TurbofanType()).twin("twin-1", Map.of());
    }

    @Override
    protected PackUnderTest pack() {
        TestTwin twin = fresh();
        fly(twin, 1, 40, 190);
        twin.send("T30", null, Quality.BAD_SENSOR_FAILURE);
        fly(twin, 160, 188, 190);
        fly(twin, 1, 12, 190);
        return PackUnderTest.of(new TurbofanType()).recording(twin.recording());
    }

    /** A flight an hour; wear grows with the fourth power of the life used up. */
    private void fly(TestTwin twin, int from, int to, int life) {
        for (int cycle = from; cycle <= to; cycle++) {
            double wear = Math.pow(cycle / (double) life, 4);
            int number = cycle;
            twin.send(m -> {
                m.with("CYCLE", (long) number);
                for (int k = 0; k < NEW.length; k++) {
                    double value = NEW[k] + wear * (WORN[k] - NEW[k]) + NOISE[k] * noise.nextGaussian();
                    // temperatures of the data set are in degrees Rankine
                    m.with(TurbofanTwin.SENSORS.get(k), k < 4 ? value / 1.8 : value);
                }
            });
            twin.advance(Duration.ofSeconds(10));
        }
    }

    @Test
    void aNewEngineHasLongToGo() {
        TestTwin twin = fresh();
        fly(twin, 1, 40, 190);
        assertThat(twin.value("RUL")).isGreaterThan(95);
        assertThat(twin.value("RULHigh")).isEqualTo(125);
        assertThat(twin.alarms()).isEmpty();
        assertThat(twin.bytes().length).as("bytes of state").isLessThan(8192);
    }

    @Test
    void theEndIsForetoldWithAnIntervalAndAnOverhaulProposed() {
        TestTwin twin = fresh();
        fly(twin, 1, 178, 190);
        assertThat(twin.value("RUL")).isCloseTo(12, within(15.0));
        assertThat(twin.value("RULLow")).isLessThanOrEqualTo(twin.value("RUL"));
        assertThat(twin.value("RULHigh")).isGreaterThan(twin.value("RUL"));
        assertThat(twin.alarm("overhaul").orElseThrow().message()).contains("cycles left after cycle");
        assertThat(twin.proposal("overhaul")).isPresent();
        fly(twin, 1, 15, 190);
        assertThat(twin.alarm("overhaul")).as("another engine").isEmpty();
        assertThat(twin.value("RUL")).isGreaterThan(80);
    }

    @Test
    void aLostSensorIsNamedAndThePredictionIsUncertain() {
        TestTwin twin = fresh();
        fly(twin, 1, 20, 190);
        assertThat(twin.state("RUL").quality()).isEqualTo(Quality.GOOD);
        twin.send(m -> m.with("CYCLE", 21L).with("T24", 356.8).with("T30", null, Quality.BAD_SENSOR_FAILURE))
                .advance(Duration.ofSeconds(2));
        assertThat(twin.alarm("sensor").orElseThrow().message()).startsWith("cycle 21 came without T2, T30");
        assertThat(twin.state("RUL").quality().isUncertain()).isTrue();
        fly(twin, 22, 23, 190);
        assertThat(twin.alarm("sensor")).isEmpty();
    }

    @Test
    void theSameRowsInAnyOrderGiveTheSame() {
        TestTwin together = fresh();
        fly(together, 1, 12, 190);
        TestTwin late = fresh();
        for (int cycle = 1; cycle <= 12; cycle++) {
            late.send("CYCLE", (long) cycle);
        }
        assertThat(late.derived("RUL")).as("numbers of cycles without sensors").isEmpty();
        assertThat(together.derived("RUL")).hasSize(12);
    }
}
