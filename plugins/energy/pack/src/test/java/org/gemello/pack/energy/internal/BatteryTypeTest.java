package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.gemello.api.Quality;
import org.gemello.energy.storage.Battery;
import org.gemello.spi.ProposalDraft;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.PackContractTest;
import org.gemello.testkit.pack.PackUnderTest;
import org.gemello.testkit.runtime.TestRuntime;
import org.gemello.testkit.runtime.TestTwin;
import org.junit.jupiter.api.Test;

/** A simulated battery, with noise, beside its twin. The test's clock begins on 2026-01-01. */
class BatteryTypeTest extends PackContractTest {
    private static final double[] OPEN = {3.0, 3.44, 3.54, 3.60, 3.65, 3.71, 3.80, 3.90, 3.99, 4.08, 4.19};
    private static final int SERIES = 200;
    private static final int STEP = 30;
    private static final Map<String, String> CONFIGURATION = Map.of("power", "80", "wear", "5");
    private final Battery battery = new Battery(200, Arrays.stream(OPEN).map(v -> v * SERIES).toArray(), 0.06, 0.03, 20, 0.045, 900);
    private final Random noise = new Random(8);
    private Battery.State truth = new Battery.State(0.8, 0, 0);
    private double direction = 1;

    private static TestTwin fresh() {
        return TestRuntime.of(new BatteryType()).twin("twin-1", CONFIGURATION);
    }

    @Override
    protected PackUnderTest pack() {
        TestTwin twin = fresh();
        twin.send("PLAN.Signal", signal(new double[] {50, 20, 90, 40})).send("PLAN.Event", event("01:30:00", "01:45:00", "\"cap\": 0.01"));
        cycle(twin, 1, 0.5);
        twin.command("set-power", "power", 40).send("PLAN.Signal", "nonsense");
        twin.send("ZBAT.Vol", null, Quality.BAD_SENSOR_FAILURE);
        cycle(twin, 1, 0.5);
        return PackUnderTest.of(new BatteryType()).configured(CONFIGURATION).recording(twin.recording());
    }

    /** Between 15 and 95 %, with a current that is never the same. */
    private void cycle(TestTwin twin, double health, double hours) {
        for (int i = 0; i < hours * 3600 / STEP; i++) {
            direction = truth.charge() < 0.15 ? -1 : truth.charge() > 0.95 ? 1 : direction;
            double current = direction * 100 * (1 + 0.5 * Math.sin(i * STEP / 200.0));
            truth = battery.after(truth, current, STEP, health);
            double voltage = battery.voltage(truth, current, battery.series()) + 0.4 * noise.nextGaussian();
            twin.send(m -> m.with("ZBAT.Vol", voltage).with("ZBAT.Amp", current).with("ZBAT.InBatTmp", 28.0));
            twin.advance(Duration.ofSeconds(STEP));
        }
    }

    private static String signal(double[] hourly) {
        return "{\"start\": \"2026-01-01T00:00:00Z\", \"step\": \"PT1H\", \"unit\": \"EUR/MWh\", \"values\": ["
                + Arrays.stream(hourly).mapToObj(Double::toString).collect(Collectors.joining(", ")) + "]}";
    }

    private static String event(String from, String to, String what) {
        return "{\"from\": \"2026-01-01T" + from + "Z\", \"to\": \"2026-01-01T" + to + "Z\", " + what + "}";
    }

    @Test
    void chargeIsFoundAndAnAgedBatteryIsFoundAndNamed() {
        TestTwin twin = fresh();
        cycle(twin, 0.75, 30);
        assertThat(twin.value("ZBAT.SoC")).isCloseTo(100 * truth.charge(), within(3.0));
        assertThat(twin.value("ZBAT.SoH")).isCloseTo(75, within(3.0));
        assertThat(twin.value("ZBAT.Res")).isCloseTo(100, within(15.0));
        assertThat(twin.alarm("worn").orElseThrow().message()).contains("of what it held new");
        assertThat(twin.value("ZBAT.AgeTm")).isPositive();
        assertThat(twin.value("ZBAT.AgeCyc")).isPositive();
        assertThat(twin.value("ZBAT.Life")).isZero();
        assertThat(twin.bytes().length).as("bytes of state").isLessThan(16_384);
    }

    @Test
    void aNewBatteryLivesAsLongAsItsUseLetsIt() {
        TestTwin twin = fresh();
        cycle(twin, 1, 30);
        assertThat(twin.value("ZBAT.SoH")).isCloseTo(100, within(3.0));
        assertThat(twin.alarms()).isEmpty();
        // a fifth is lost after beta sqrt(2 * 0.8 * 2.05 n) = 0.2 with beta 4.02e-3: 750 cycles of 80 %, of which a day has seven
        assertThat(twin.value("ZBAT.Life")).isBetween(70.0, 130.0);
    }

    @Test
    void buysCheapSellsDearAndProposesThePresentStep() {
        TestTwin twin = fresh();
        cycle(twin, 1, 1.5);
        twin.send("PLAN.Signal", signal(new double[] {50, 50, 10, 90, 30, 90})).advance(Duration.ofMinutes(40));
        assertThat(twin.value("PLAN.SetW")).as("drawn at 10 EUR/MWh").isNegative();
        ProposalDraft draft = twin.proposal("set-power").orElseThrow();
        assertThat(draft.commands().get(0).command()).isEqualTo("set-power");
        assertThat(draft.commands().get(0).arguments().get("power")).isEqualTo(twin.value("PLAN.SetW"));
        assertThat(draft.gain().unit()).isEqualTo("{EUR}");
        assertThat(draft.gain().expected()).isCloseTo(twin.value("PLAN.Saving"), within(0.01)).isPositive();
        twin.advance(Duration.ofMinutes(60));
        assertThat(twin.value("PLAN.SetW")).as("delivered at 90 EUR/MWh").isPositive();
        assertThat(twin.text("PLAN.Steps")).startsWith("{\"unit\":\"EUR/MWh\",\"steps\":{\"time\":[\"2026-01-01T03:00:00Z\"");
        twin.advance(Duration.ofHours(4));
        assertThat(twin.alarm("plan").orElseThrow().message()).contains("not of now");
        assertThat(twin.proposals()).isEmpty();
    }

    @Test
    void demandResponseIsMetWhateverThePrice() {
        TestTwin twin = fresh();
        cycle(twin, 1, 0.5);
        twin.send("PLAN.Signal", signal(new double[] {10, 80, 80, 10, 80}));
        twin.send("PLAN.Event", event("00:00:00", "01:00:00", "\"deliver\": 0.02")).advance(Duration.ofSeconds(2));
        assertThat(twin.value("PLAN.SetW")).as("at the cheapest hour").isGreaterThanOrEqualTo(20);
        twin.send("PLAN.Event", event("00:00:00", "01:00:00", "\"deliver\": 2")).advance(Duration.ofSeconds(2));
        assertThat(twin.alarm("plan").orElseThrow().message()).contains("no plan meets");
        twin.send("PLAN.Event", "").advance(Duration.ofSeconds(2));
        assertThat(twin.alarm("plan")).isEmpty();
        assertThat(twin.value("PLAN.SetW")).isNegative();
    }

    @Test
    void brokenDocumentsAndSensorsAreNamed() {
        TestTwin twin = fresh();
        cycle(twin, 1, 0.5);
        twin.send("PLAN.Signal", "{\"start\": \"soon\", \"step\": \"PT1H\", \"unit\": \"EUR/MWh\", \"values\": [1]}")
                .advance(Duration.ofSeconds(2));
        assertThat(twin.alarm("plan").orElseThrow().message()).contains("the signal cannot be used", "soon");
        for (int i = 0; i < 8; i++) {
            twin.send(m -> m.with("ZBAT.Vol", 300.0).with("ZBAT.Amp", 10.0)).advance(Duration.ofSeconds(5));
        }
        assertThat(twin.alarm("sensor").orElseThrow().message()).contains("300.0 V", "cannot be");
        assertThat(twin.state("ZBAT.SoC").quality().isGood()).isFalse();
        cycle(twin, 1, 0.2);
        assertThat(twin.alarm("sensor")).isEmpty();
        assertThat(twin.state("ZBAT.SoC").quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void theCommandWritesTheSetPoint() {
        TestTwin twin = fresh();
        twin.command("set-power", "power", -35);
        assertThat(twin.writes()).containsExactly(new Effect.Written("DBAT.SetW", -35));
        twin.advance(Duration.ofSeconds(2)).command("set-power", "power", 81);
        assertThat(twin.rejections()).singleElement().asString().contains("delivers 80.0 kW at most");
    }

    @Test
    void wrongConfigurationIsRefusedByName() {
        TestRuntime runtime = TestRuntime.of(new BatteryType());
        assertThatIllegalArgumentException().isThrownBy(() -> runtime.twin("b", Map.of("cellVoltages", "3.0, 4.0, 3.9")))
                .withMessageContaining("does not rise");
        assertThatIllegalArgumentException().isThrownBy(() -> runtime.twin("b", Map.of("cellVoltages", "a")))
                .withMessageContaining("cellVoltages");
    }
}
