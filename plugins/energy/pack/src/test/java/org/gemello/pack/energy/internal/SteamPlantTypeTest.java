package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.gemello.api.Quality;
import org.gemello.energy.steam.SteamPlant;
import org.gemello.energy.steam.SteamPlant.Balance;
import org.gemello.energy.steam.SteamPlant.Condition;
import org.gemello.testkit.pack.PackContractTest;
import org.gemello.testkit.pack.PackUnderTest;
import org.gemello.testkit.runtime.TestRuntime;
import org.gemello.testkit.runtime.TestTwin;
import org.junit.jupiter.api.Test;

/** A simulated plant, with noise, beside its twin. */
class SteamPlantTypeTest extends PackContractTest {
    private static final Map<String, String> QUICK = Map.of("window", "10", "memory", "100");
    private static final Condition NEW = new Condition(0.005, 0.88, 0.90, 0.01);
    private final Random noise = new Random(3);

    private static TestTwin fresh() {
        return TestRuntime.of(new SteamPlantType()).twin("twin-1", QUICK);
    }

    @Override
    protected PackUnderTest pack() {
        TestTwin twin = fresh();
        run(twin, NEW, 0.9, 2);
        run(twin, new Condition(0.009, 0.88, 0.90, 0.01), 0.9, 70);
        twin.send("LBC.T", null, Quality.BAD_SENSOR_FAILURE);
        run(twin, NEW, 0.9, 75);
        return PackUnderTest.of(new SteamPlantType()).configured(QUICK).recording(twin.recording());
    }

    /** Every ten seconds, at changing load. */
    private void run(TestTwin twin, Condition condition, double boiler, int windows) {
        for (int i = 0; i < windows; i++) {
            double flow = 95 + 5 * Math.sin(i * 0.1);
            Balance balance = new SteamPlant(flow, 15, 811.15, 3.5, 811.15, boiler, 0.8, 0.985).balance(condition);
            twin.send(m -> m.with("LBA.F", flow).with("LBA.P", 15.0).with("LBA.T", 538.0).with("LBB.P", 3.5).with("LBB.T", 538.0)
                    .with("MAA.T", celsius(balance.highExhaust().temperature(), 0.3))
                    .with("LBC.T", celsius(balance.coldReheat().temperature(), 0.3))
                    .with("LCA.T", celsius(balance.condensate().temperature(), 0.2))
                    .with("MKA.W", balance.netPower() / 1000 + 0.1 * noise.nextGaussian())
                    .with("PAB.F", 4000.0).with("PAB.T1", 18.0).with("PAB.T2", 18 + balance.rejectedHeat() / 4000 / 4.184)
                    .with("FUEL.Q", balance.fuelHeat() / 1000));
            twin.advance(Duration.ofSeconds(10));
        }
    }

    private double celsius(double kelvin, double deviation) {
        return kelvin - 273.15 + deviation * noise.nextGaussian();
    }

    @Test
    void aNewPlantIsAsExpected() {
        TestTwin twin = fresh();
        run(twin, NEW, 0.9, 40);
        assertThat(twin.value("ResW")).isCloseTo(0, within(0.5));
        assertThat(twin.value("HeatRate")).isCloseTo(twin.value("ExpHeatRate"), within(40.0)).isBetween(8000.0, 11_000.0);
        assertThat(twin.value("BoilerEff")).isCloseTo(90, within(0.3));
        assertThat(twin.value("CondP")).isCloseTo(5, within(0.2));
        assertThat(twin.alarms()).isEmpty();
        assertThat(twin.bytes().length).as("bytes of state").isLessThan(2048);
    }

    @Test
    void aDirtyCondenserIsFoundAndNamed() {
        TestTwin twin = fresh();
        run(twin, new Condition(0.009, 0.88, 0.90, 0.01), 0.9, 80);
        assertThat(twin.value("CondP")).isCloseTo(9, within(0.3));
        assertThat(twin.value("CostCondP")).isGreaterThan(5 * Math.abs(twin.value("CostLp")));
        assertThat(twin.alarm("heat-rate").orElseThrow().message()).contains("most of it", "condenser pressure of 9.");
    }

    @Test
    void wornBladesALeakAndABadBoilerAreToldApart() {
        TestTwin blades = fresh();
        run(blades, new Condition(0.005, 0.88, 0.85, 0.01), 0.9, 80);
        assertThat(blades.value("LpEff")).isCloseTo(85, within(0.7));
        assertThat(blades.alarm("heat-rate").orElseThrow().message()).contains("low-pressure section at 85");
        TestTwin leak = fresh();
        run(leak, new Condition(0.005, 0.88, 0.90, 0.05), 0.9, 80);
        assertThat(leak.value("Leak")).isCloseTo(5, within(0.8));
        TestTwin boiler = fresh();
        run(boiler, NEW, 0.86, 80);
        assertThat(boiler.value("BoilerEff")).isCloseTo(86, within(0.5));
        assertThat(boiler.alarm("heat-rate").orElseThrow().message()).contains("boiler at 86");
    }

    @Test
    void whatIsMissingOrImpossibleIsNamed() {
        TestTwin twin = fresh();
        run(twin, NEW, 0.9, 2);
        twin.send("PAB.F", null, Quality.BAD_SENSOR_FAILURE).advance(Duration.ofSeconds(10)).send("PAB.F", null, Quality.BAD_SENSOR_FAILURE)
                .advance(Duration.ofSeconds(10)).send("LBA.P", 15.0);
        assertThat(twin.alarm("sensor").orElseThrow().message()).contains("PAB.F");
        twin.send("PAB.F", 4000.0).send("LBA.P", 1.0).advance(Duration.ofSeconds(10)).send("LBA.P", 1.0).advance(Duration.ofSeconds(10))
                .send("LBA.P", 15.0);
        assertThat(twin.alarm("sensor").orElseThrow().message()).contains("do not belong together", "live pressure above reheat pressure");
        run(twin, NEW, 0.9, 3);
        assertThat(twin.alarm("sensor")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> TestRuntime.of(new SteamPlantType()).twin("s", Map.of("leakage", "50")))
                .withMessageContaining("leakage");
    }
}
