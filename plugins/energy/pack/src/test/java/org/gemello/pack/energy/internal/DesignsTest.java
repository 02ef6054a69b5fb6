package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gemello.energy.condition.ConditionDesign;
import org.gemello.energy.turbine.type.TurbineTypes;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.runtime.TestRuntime;
import org.gemello.testkit.runtime.TestTwin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twins of other turbines than the usual one. */
class DesignsTest {
    private final WindTurbineType type = new WindTurbineType();

    private static String shipped(String file) throws IOException {
        try (InputStream in = TurbineTypes.class.getResourceAsStream("nrel-5mw/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> described() throws IOException {
        return new HashMap<>(Map.of("design", shipped("turbine.yaml"), "blade.csv", shipped("blade.csv"), "polars.csv",
                shipped("polars.csv")));
    }

    private TestTwin twin(Map<String, String> configuration) {
        return TestRuntime.of(type).twin("wt-01", configuration);
    }

    private static double expected(TestTwin twin, double wind) {
        for (int second = 0; second < 60; second++) {
            double now = wind + 0.01 * (second % 2);
            twin.advance(Duration.ofSeconds(1)).send(m -> m.with("WTUR.W", 9000.0).with("WNAC.WdSpd", now));
        }
        return twin.value("WTUR.ExpW");
    }

    @Test
    void aTwinOfThe15MegawattTurbineExpects15MegawattsAndMayBeLimitedToThem() {
        TestTwin twin = twin(Map.of("type", "iea-15mw"));
        assertThat(expected(twin, 15)).isCloseTo(15_000, within(20.0));
        twin.send("WTUR.SetW", 15_000.0).command("set-power-limit", Map.of("limit", 9000.0));
        assertThat(twin.writes()).singleElement().satisfies(write -> assertThat(write.value()).isEqualTo(9000));
        twin.advance(Duration.ofSeconds(5)).command("set-power-limit", Map.of("limit", 16_000.0));
        assertThat(twin.rejections()).singleElement().asString().contains("15000 kW at most");
    }

    @Test
    void aShippedTypeIsJudgedByItsOwnCondition() {
        GivenContext context = new GivenContext(GivenContext.of("wt-01").twin(), Map.of("type", "iea-15mw"));
        Designs.Named named = Given.read(context, type.model().configuration().orElseThrow(), Designs.Named::read);
        ConditionDesign condition = new Designs().of(context.twin(), named).condition();
        assertThat(condition.loads().hubHeight()).isEqualTo(150);
        assertThat(condition.thermal()).as("a direct drive, its heat is not described").isEmpty();
    }

    @Test
    void aSmallTurbineIsNotMovedAsFarAsALargeOne() {
        TestTwin twin = twin(Map.of());
        twin.send("WTUR.SetW", 5000.0).command("set-power-limit", Map.of("limit", 1000.0));
        assertThat(twin.rejections()).singleElement().asString().contains("at once, 2500 kW are allowed");
    }

    @Test
    void anotherTurbineIsDescribedInTheConfigurationOfItsTwin() throws IOException {
        Map<String, String> texts = described();
        texts.put("design", texts.get("design").replace("ratedPower: 5296610", "ratedPower: 4237288"));
        assertThat(expected(twin(texts), 15)).isCloseTo(4000, within(5.0));
    }

    @Test
    void tablesOfAShippedTypeNeedNotBeRepeated() throws IOException {
        String design = shipped("turbine.yaml").replace("blade.csv", "nrel-5mw/blade.csv").replace("polars.csv", "nrel-5mw/polars.csv");
        assertThat(expected(twin(Map.of("design", design)), 8)).isCloseTo(1793, within(10.0));
    }

    @ParameterizedTest
    @CsvSource({
        "polars.csv, 'Cylinder1,0,0,0.5', 'Cylinder1,0,0', 'polars.csv'':5', 3 columns",
        "polars.csv, 'Cylinder1,180,0,0.5', 'Cylinder1,170,0,0.5', polars.csv, must reach",
        "blade.csv, 'NACA64_A17', 'NACA65', blade.csv, has no airfoil",
        "design, 'gearRatio: 97', 'gearRatio: ninety', 'design'':', it must be a number",
        "design, 'blade: blade.csv', 'blade: none.csv', none.csv, not there"})
    void aBrokenTableIsNamedWithTwinKeyAndLine(String key, String from, String to, String place, String message) throws IOException {
        Map<String, String> texts = described();
        assertThat(texts.get(key)).contains(from);
        texts.put(key, texts.get(key).replace(from, to));
        assertThatThrownBy(() -> type.behavior(new GivenContext(GivenContext.of("wt-01").twin(), texts)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("twin wt-01").hasMessageContaining(place)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"type, vestas, 'write one of nrel-5mw, iea-15mw'", "blade.csv, x, no 'design'"})
    void whatIsNotATypeIsRefused(String key, String value, String message) {
        assertThatThrownBy(() -> type.behavior(new GivenContext(GivenContext.of("wt-01").twin(), Map.of(key, value))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("wt-01").hasMessageContaining(message);
    }
}
