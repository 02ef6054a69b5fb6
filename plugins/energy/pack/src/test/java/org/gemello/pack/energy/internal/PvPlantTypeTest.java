package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.gemello.api.Quality;
import org.gemello.energy.live.JsonObject;
import org.gemello.energy.solar.CellTemperature;
import org.gemello.energy.solar.Inverter;
import org.gemello.energy.solar.Irradiance;
import org.gemello.energy.solar.PvModule;
import org.gemello.energy.solar.PvPlant;
import org.gemello.energy.solar.SingleDiode;
import org.gemello.energy.solar.SunPosition;
import org.gemello.energy.solar.Transposition;
import org.gemello.testkit.pack.PackContractTest;
import org.gemello.testkit.pack.PackUnderTest;
import org.gemello.testkit.runtime.TestRuntime;
import org.gemello.testkit.runtime.TestTwin;
import org.junit.jupiter.api.Test;

/** Simulated days of a plant in Korea, with noise, beside its twin; the first begins at local midnight of 2026-05-01. */
class PvPlantTypeTest extends PackContractTest {
    private static final Map<String, String> CONFIGURATION = Map.of("latitude", "36", "longitude", "127", "elevation", "50",
            "inverterPower", "20", "measuredStrings", "8", "window", "600");
    private static final Instant BEGIN = Instant.parse("2026-04-30T15:00:00Z");
    private static final int STEP = 600;
    private final PvPlant plant = new PvPlant(new SunPosition.Site(36, 127, 50), new Transposition(30, 180, 0.2),
            new PvModule(new SingleDiode(5.11426, 8.10251e-10, 2.63593, 1.06602, 381.254), 0.004539), 10, 8, new Inverter(20_000, 0.97),
            CellTemperature.faiman());
    private final Random noise = new Random(6);

    private static TestTwin fresh() {
        return TestRuntime.of(new PvPlantType(), BEGIN).twin("twin-1", CONFIGURATION);
    }

    @Override
    protected PackUnderTest pack() {
        TestTwin twin = fresh();
        day(twin, 0.98, string -> 1);
        twin.send("MMXU.TotW", null, Quality.BAD_SENSOR_FAILURE).send("FCST.Weather", "nonsense");
        day(twin, 0.9, string -> string == 3 ? 0 : 1);
        return PackUnderTest.of(new PvPlantType()).configured(CONFIGURATION).recording(twin.recording());
    }

    /** A day of few clouds; the sky over the sensor is what the plant sees. */
    private void day(TestTwin twin, double share, IntToDoubleFunction string) {
        for (int i = 0; i < 86_400 / STEP; i++) {
            Instant time = twin.recording().isEmpty() ? BEGIN : last;
            last = time.plusSeconds(STEP);
            double cloud = i % 12 == 5 ? 0.5 : 1;
            PvPlant.Weather weather = new PvPlant.Weather(time.plusSeconds(STEP / 2),
                    cloud * Irradiance.clearSky(plant.sun(time.plusSeconds(STEP / 2), 20)),
                    20, 2);
            PvPlant.Output output = plant.output(weather);
            double working = 0;
            for (int s = 0; s < 8; s++) {
                working += string.applyAsDouble(s) / 8;
            }
            double dc = output.dc() * share * working;
            twin.send(m -> {
                m.with("MMET.HorInsol", weather.global() + noise.nextGaussian())
                        .with("MMET.PlnInsol", output.onPlane() * (1 + 0.005 * noise.nextGaussian()))
                        .with("MMET.EnvTmp", 20.0).with("MMET.HorWdSpd", 2.0).with("MMXU.TotW", plant.inverter().output(dc) / 1000);
                for (int s = 0; s < 8; s++) {
                    m.with("DPVC.A0" + (s + 1), output.dc() * share * string.applyAsDouble(s) / 450 / 8);
                }
            });
            twin.advance(Duration.ofSeconds(STEP));
        }
    }

    private Instant last = BEGIN;

    @Test
    void aHealthyPlantIsAsExpected() {
        TestTwin twin = fresh();
        day(twin, 1, string -> 1);
        day(twin, 1, string -> 1);
        assertThat(twin.value("DPVA.PR")).isBetween(78.0, 95.0);
        assertThat(twin.value("DPVA.Soil")).isCloseTo(0, within(0.5));
        assertThat(twin.value("DPVA.DayWh")).isBetween(80.0, 140.0);
        assertThat(twin.derived("DPVA.ResPct")).allSatisfy(each -> assertThat(each.value().doubleValue()).isCloseTo(0, within(4.0)));
        assertThat(twin.alarms()).isEmpty();
        assertThat(twin.bytes().length).as("bytes of state").isLessThan(8192);
    }

    @Test
    void dirtIsFoundAndCleaningProposedUntilItRains() {
        TestTwin twin = fresh();
        for (int day = 0; day < 8; day++) {
            day(twin, 1 - 0.012 * day, string -> 1);
        }
        day(twin, 0.91, string -> 1);
        assertThat(twin.value("DPVA.Soil")).isCloseTo(8.4, within(1.5));
        assertThat(twin.alarm("soiling").orElseThrow().message()).contains("less than on their cleanest day");
        assertThat(twin.proposal("clean-modules").orElseThrow().gain().expected()).isBetween(3.0, 15.0);
        day(twin, 1, string -> 1);
        day(twin, 1, string -> 1);
        assertThat(twin.alarms()).isEmpty();
        assertThat(twin.proposals()).isEmpty();
    }

    @Test
    void aDeadStringIsNamedOnTheSameDayAndIsNoDirt() {
        TestTwin twin = fresh();
        day(twin, 1, string -> 1);
        day(twin, 1, string -> string == 5 ? 0 : 1);
        assertThat(twin.alarm("string-fault").orElseThrow().message()).contains("no current in string 6");
        day(twin, 1, string -> string == 5 ? 0 : 1);
        assertThat(twin.value("DPVA.Soil")).isLessThan(1);
        assertThat(twin.alarm("soiling")).isEmpty();
    }

    @Test
    void tomorrowIsForecastFromWeatherOrFromTheSkyOfLate() {
        TestTwin twin = fresh();
        day(twin, 0.95, string -> 1);
        day(twin, 0.95, string -> 1);
        assertThat(twin.state("FCST.Power").quality().isUncertain()).isTrue();
        double today = twin.value("DPVA.DayWh");
        assertThat(twin.value("FCST.Wh24")).isCloseTo(today, within(0.15 * today));
        StringBuilder zeros = new StringBuilder("0");
        zeros.append(", 0".repeat(47));
        twin.send("FCST.Weather", "{\"start\": \"2026-05-02T15:00:00Z\", \"step\": \"PT1H\", \"ghi\": [" + zeros + "], \"air\": [" + zeros
                + "], \"wind\": [" + zeros + "]}");
        day(twin, 0.95, string -> 1);
        assertThat(twin.value("FCST.Wh24")).isZero();
        assertThat(twin.state("FCST.Power").quality()).isEqualTo(Quality.GOOD);
        Map<?, ?> hours = (Map<?, ?>) JsonObject.of(twin.text("FCST.Power")).get("hours");
        assertThat((List<?>) hours.get("time")).hasSizeBetween(20, 48);
        twin.send("FCST.Weather", "{\"start\": 1}");
        day(twin, 0.95, string -> 1);
        assertThat(twin.alarm("forecast").orElseThrow().message()).contains("cannot be used");
    }

    @Test
    void lossWithoutAReasonIsAnAlarm() {
        TestTwin twin = fresh();
        day(twin, 0.6, string -> 1);
        assertThat(twin.value("DPVA.PR")).as("no day is over").isNaN();
        assertThat(twin.derived("DPVA.ResPct")).anySatisfy(each -> assertThat(each.value().doubleValue()).isLessThan(-30));
        assertThat(twin.alarm("underperformance").orElseThrow().message()).contains("where this light should give");
    }

    @Test
    void theSiteMustBeGiven() {
        assertThatIllegalArgumentException().isThrownBy(() -> TestRuntime.of(new PvPlantType()).twin("pv", Map.of()))
                .withMessageContaining("latitude");
    }
}
