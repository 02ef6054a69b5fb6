package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gemello.api.Quality;
import org.gemello.energy.grid.Bus;
import org.gemello.energy.grid.FlowResult;
import org.gemello.energy.grid.GridCase;
import org.gemello.energy.grid.PowerFlow;
import org.gemello.energy.grid.ShippedCases;
import org.gemello.testkit.pack.PackContractTest;
import org.gemello.testkit.pack.PackUnderTest;
import org.gemello.testkit.runtime.TestRuntime;
import org.gemello.testkit.runtime.TestTwin;
import org.junit.jupiter.api.Test;

/** Meters on solved IEEE cases, with noise, beside the twin. */
class GridTypeTest extends PackContractTest {
    private static final Map<String, String> IEEE_14 = Map.of("case", "ieee-14", "rating", "165");
    private final Random noise = new Random(9);

    @Override
    protected PackUnderTest pack() {
        TestTwin twin = TestRuntime.of(new GridType()).twin("twin-1", IEEE_14);
        measure(twin, ShippedCases.of("ieee-14"), 1, 3);
        twin.send("P03", null, Quality.BAD_SENSOR_FAILURE).send("V02", 1.4);
        measure(twin, ShippedCases.of("ieee-14"), 1.3, 8);
        return PackUnderTest.of(new GridType()).configured(IEEE_14).recording(twin.recording());
    }

    /** The meters that the twin assumes where none are named, every ten seconds, at a share of the case's load. */
    private FlowResult measure(TestTwin twin, GridCase grid, double share, int windows) {
        List<Bus> buses = grid.buses().stream().map(bus -> bus.withLoad(share * bus.load(), share * bus.reactiveLoad())).toList();
        FlowResult flow = PowerFlow.solve(grid.withBuses(buses));
        for (int k = 0; k < windows; k++) {
            twin.send(m -> {
                int slot = 0;
                for (int i = 0; i < buses.size(); i++) {
                    slot++;
                    FlowResult.BusState state = flow.buses().get(i);
                    m.with(name("V", slot), state.voltage() + 0.002 * noise.nextGaussian());
                    m.with(name("P", slot), state.generation() - buses.get(i).load() + 0.3 * noise.nextGaussian());
                    m.with(name("Q", slot), state.reactive() - buses.get(i).reactiveLoad() + 0.3 * noise.nextGaussian());
                }
                for (FlowResult.BranchState branch : flow.branches()) {
                    slot++;
                    m.with(name("P", slot), branch.activeFrom() + 0.3 * noise.nextGaussian());
                    m.with(name("Q", slot), branch.reactiveFrom() + 0.3 * noise.nextGaussian());
                }
            });
            twin.advance(Duration.ofSeconds(10));
        }
        return flow;
    }

    private static String name(String kind, int slot) {
        return String.format("%s%02d", kind, slot);
    }

    @Test
    void theLiveStateIsThatOfThePowerFlow() {
        for (String name : ShippedCases.NAMES) {
            TestTwin twin = TestRuntime.of(new GridType()).twin("grid-1", Map.of("case", name));
            FlowResult flow = measure(twin, ShippedCases.of(name), 1, 3);
            for (int i = 0; i < flow.buses().size(); i++) {
                assertThat(twin.value(name("BUS.V", i + 1))).isCloseTo(flow.buses().get(i).voltage(), within(0.005));
                assertThat(twin.value(name("BUS.A", i + 1))).isCloseTo(flow.buses().get(i).angle(), within(0.2));
            }
            assertThat(twin.value("GRD.Loss")).isCloseTo(flow.loss(), within(1.5));
            assertThat(twin.value("GRD.Fit")).isBetween(0.1, 1.5);
            assertThat(twin.alarm("bad-data")).isEmpty();
            assertThat(twin.alarm("estimation")).isEmpty();
            assertThat(twin.bytes().length).as("bytes of state").isLessThan(24_576);
        }
    }

    @Test
    void aMeterThatLiesIsNamedAndDoesNoHarm() {
        TestTwin twin = TestRuntime.of(new GridType()).twin("grid-1", IEEE_14);
        FlowResult flow = measure(twin, ShippedCases.of("ieee-14"), 1, 2);
        for (int k = 0; k < 3; k++) {
            measure(twin, ShippedCases.of("ieee-14"), 1, 1);
            twin.send("P20", 40.0);
        }
        measure(twin, ShippedCases.of("ieee-14"), 1, 0);
        assertThat(twin.derived("GRD.Bad")).anySatisfy(each -> assertThat(each.value().doubleValue()).isEqualTo(1));
        assertThat(twin.alarm("bad-data").orElseThrow().message()).startsWith("P20 reads");
        assertThat(twin.value("BUS.V05")).isCloseTo(flow.buses().get(4).voltage(), within(0.005));
    }

    @Test
    void overloadLowVoltageAndWhatALossWouldDoAreTold() {
        TestTwin twin = TestRuntime.of(new GridType()).twin("grid-1", IEEE_14);
        measure(twin, ShippedCases.of("ieee-14"), 1, 9);
        assertThat(twin.alarm("overload")).isEmpty();
        assertThat(twin.value("GRD.N1")).as("the loss of 1-2 overloads 1-5").isPositive();
        assertThat(twin.alarm("n-1").orElseThrow().message()).contains("the loss of");
        assertThat(twin.text("GRD.Outages")).contains("{\"branch\":[", "\"1-2\"", "\"loads 1-5 to");
        measure(twin, ShippedCases.of("ieee-14"), 1.3, 3);
        assertThat(twin.alarm("overload").orElseThrow().message()).contains("1-2 at");
        assertThat(twin.value("GRD.MaxLd")).isGreaterThan(100);
        measure(twin, ShippedCases.of("ieee-14"), 1, 3);
        assertThat(twin.alarm("overload")).isEmpty();
    }

    @Test
    void tooFewMetersAreSaid() {
        TestTwin twin = TestRuntime.of(new GridType())
                .twin("grid-1", Map.of("case", "ieee-9", "meters", "V01: bus 1 0.004; P01: branch 1-4 0.5"));
        twin.send(m -> m.with("V01", 1.0).with("P01", 70.0)).advance(Duration.ofSeconds(10)).send("V01", 1.0);
        assertThat(twin.alarm("estimation").orElseThrow().message()).contains("do not determine");
    }

    @Test
    void aCaseAsTextAndItsMetersAreCheckedByName() {
        String text = "mpc.baseMVA = 100;\nmpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 50 10 0 0 1 1 0 110 1 1.1 0.9 ];\n"
                + "mpc.gen = [ 1 0 0 99 -99 1 100 1 ];\nmpc.branch = [ 1 2 0.01 0.1 0 40 0 0 0 0 1; 1 2 0.01 0.1 0 40 0 0 0 0 1 ];\n";
        TestTwin twin = TestRuntime.of(new GridType()).twin("grid-1", Map.of("case", text, "meters",
                "V01: bus 1 0.001\nP01: branch 1-2 0.1\nQ01: branch 1-2#2 at 2 0.1\nP02: bus 2 0.1\nQ02: bus 2 0.1"));
        twin.send(m -> m.with("V01", 1.0).with("P01", 25.06).with("Q01", -5.0).with("P02", -50.0).with("Q02", -10.0))
                .advance(Duration.ofSeconds(10))
                .send("V01", 1.0);
        assertThat(twin.value("BUS.V02")).isCloseTo(0.991, within(0.003));
        TestRuntime runtime = TestRuntime.of(new GridType());
        assertThatIllegalArgumentException().isThrownBy(() -> runtime.twin("a", Map.of("case", "ieee-15"))).withMessageContaining("twin a");
        assertThatIllegalArgumentException().isThrownBy(() -> runtime.twin("a", Map.of("meters", "P01: branch 1-9 0.5")))
                .withMessageContaining("1-9");
        assertThatIllegalArgumentException().isThrownBy(() -> runtime.twin("a", Map.of("meters", "P01 branch")))
                .withMessageContaining("not of the form");
    }
}
