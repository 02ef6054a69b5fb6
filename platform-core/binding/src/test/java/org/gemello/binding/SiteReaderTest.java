package org.gemello.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is right is read right, and what is wrong takes nothing else with it. */
class SiteReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsConnectionsTwinsAndBindings() throws IOException {
        SiteConfiguration site = new ConfigurationFolder(folder)
                .file("connections/plant.yaml", "connection: plant", "kind: opcua", "endpoint: opc.tcp://localhost:4840",
                        "security: {policy: none}", "publishing: 100 ms")
                .file("connections/mast.yml", "connection: mast", "kind: mqtt")
                .file("twins/farm.yaml", "twins:", "  - id: wt-01", "    type: energy/wind-turbine", "    name: Turbine 1",
                        "    configuration: {ratedPower: 5000, curve: {file: nrel.csv}}", "  - {id: mast-1, type: energy/met-mast}")
                .file("bindings/plant.yaml", "connection: plant", "bindings:", "  - twin: wt-01", "    prefix: ns=2;s=WT01.", "    points:",
                        "      - {point: WTUR.W, node: Power, unit: kW, sourceUnit: W}",
                        "      - {point: WROT.PtAng, node: Pitch, unit: deg, scale: 0.1, offset: -5, write: true}",
                        "      - {point: WNAC.Tmp, node: Tmp, unit: Cel, sourceUnit: '[degF]', scale: 0.1, history: low}")
                .file("bindings/mast.yaml", "connection: mast", "bindings:", "  - twin: mast-1", "    topic: site/mast", "    qos: 1",
                        "    points:",
                        "      - {point: WMET.HorWdSpd, pointer: /wind/speed, unit: m/s}")
                .read().orThrow();

        assertThat(site.connections()).extracting(ConnectionDefinition::name).containsExactly("mast", "plant");
        ConnectionDefinition plant = site.connection("plant").orElseThrow();
        assertThat(plant.kind()).isEqualTo("opcua");
        assertThat(plant.settings().text("security.policy")).isEqualTo("none");
        assertThat(plant.settings().duration("publishing", Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
        assertThat(plant.settings().place("security.policy")).isEqualTo(new Place("connections/plant.yaml", 4, 20));
        assertThat(site.connection("absent")).isEmpty();

        assertThat(site.twins()).containsExactly(
                new TwinDefinition(new TwinId("wt-01"), "energy/wind-turbine", "Turbine 1", Map.of("ratedPower", "5000", "curve.file",
                        "nrel.csv"), Map.of(), Set.of(), "twins/farm.yaml:2:9"),
                new TwinDefinition(new TwinId("mast-1"), "energy/met-mast", "mast-1", Map.of(), Map.of(), Set.of(),
                        "twins/farm.yaml:6:10"));

        assertThat(site.bindings("plant")).singleElement().satisfies(binding -> {
            assertThat(binding.twin()).isEqualTo(new TwinId("wt-01"));
            assertThat(binding.settings().text("prefix")).isEqualTo("ns=2;s=WT01.");
            assertThat(binding.points()).extracting(PointBinding::history)
                    .containsExactly(HistoryClass.NORMAL, HistoryClass.NORMAL, HistoryClass.LOW);
        });
        assertThat(site.bindings("mast")).singleElement().satisfies(binding -> {
            assertThat(binding.settings().text("topic")).isEqualTo("site/mast");
            assertThat(binding.settings().integer("qos", 0, 0, 2)).isEqualTo(1);
        });
        assertThat(site.bindings("absent")).isEmpty();

        PointBinding power = site.point(PointId.parse("wt-01/WTUR.W")).orElseThrow();
        assertThat(power.address()).isEqualTo("ns=2;s=WT01.Power");
        assertThat(power.connection()).isEqualTo("plant");
        assertThat(power.point().unit()).isEqualTo("kW");
        assertThat(power.scale()).isEqualTo(new LinearScale(0.001, 0));
        assertThat(power.writable()).isFalse();
        assertThat(power.place()).isEqualTo("bindings/plant.yaml:6:17");
        PointBinding pitch = site.point(PointId.parse("wt-01/WROT.PtAng")).orElseThrow();
        assertThat(pitch.scale()).isEqualTo(new LinearScale(0.1, -5));
        assertThat(pitch.writable()).isTrue();
        assertThat(site.point(PointId.parse("wt-01/WNAC.Tmp")).orElseThrow().scale().apply(500)).isEqualTo(10, within(1e-9));
        assertThat(site.point(PointId.parse("wt-01/absent"))).isEmpty();
    }

    @Test
    void anAbsentOrEmptyFolderIsAnEmptyConfiguration() {
        for (Path empty : List.of(folder, folder.resolve("absent"))) {
            SiteConfiguration site = SiteReader.read(empty).orThrow();
            assertThat(site.connections()).isEmpty();
            assertThat(site.twins()).isEmpty();
        }
    }

    @Test
    void filesOfOtherNamesAreNotRead() throws IOException {
        SiteReport report = new ConfigurationFolder(folder).file("connections/notes.txt", "free text").file("connections/.plant.yaml", "[")
                .file("connections/old/plant.yaml", "[").file("elsewhere/plant.yaml", "[").read();
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void aWrongFileIsLeftOutAndTheRestStands() throws IOException {
        SiteReport report = ConfigurationFolder.plant(folder)
                .file("connections/wrong.yaml", "connection: wrong", "kind: opcau")
                .file("bindings/1.yaml", "connection: plant", "bindings:", "  - twin: wt-01", "    points: [{point: A, node: a, unit: kW}]")
                .file("bindings/2.yaml", "connection: plant", "bindings:", "  - twin: wt-02",
                        "    points: [{point: A, node: a, unit: kWatt}]")
                .file("bindings/3.yaml", "connection: wrong", "bindings:", "  - twin: wt-02", "    points: [{point: B, node: b, unit: kW}]")
                .read();
        assertThat(report.problems()).hasSize(2);
        assertThat(report.configuration().connections()).extracting(ConnectionDefinition::name).containsExactly("mast", "plant");
        assertThat(report.configuration().twins()).hasSize(2);
        assertThat(report.configuration().point(PointId.parse("wt-01/A"))).isPresent();
        assertThat(report.configuration().point(PointId.parse("wt-02/A"))).as("its file has a problem").isEmpty();
        assertThat(report.configuration().point(PointId.parse("wt-02/B"))).as("its connection is left out").isEmpty();
        assertThat(report.configuration().bindings("wrong")).isEmpty();
    }

    @Test
    void bindingsOfALeftOutTwinGoWithIt() throws IOException {
        SiteReport report = ConfigurationFolder.plant(folder)
                .file("twins/more.yaml", "twins:", "  - {id: wt-03, type: turbine}")
                .file("bindings/1.yaml", "connection: plant", "bindings:",
                        "  - {twin: wt-01, points: [{point: A, node: a, unit: kW}]}",
                        "  - {twin: wt-03, points: [{point: A, node: a3, unit: kW}]}")
                .read();
        assertThat(report.problems()).singleElement().asString()
                .startsWith("twins/more.yaml:2:23: type 'turbine' is not of the form industry/kind");
        assertThat(report.configuration().bindings("plant")).extracting(b -> b.twin().value()).containsExactly("wt-01");
    }

    @Test
    void aFileThatCannotBeReadIsOneProblemAndNotOneForEveryUseOfIt() throws IOException {
        SiteReport report = ConfigurationFolder.plant(folder).file("twins/farm.yaml", "twins: [")
                .file("bindings/1.yaml", "connection: plant", "bindings:", "  - {twin: wt-01, points: [{point: A, node: a, unit: kW}]}")
                        .read();
        assertThat(report.problems()).singleElement().asString().startsWith("twins/farm.yaml:2:1: is not YAML: ");
        assertThat(report.configuration().bindings("plant")).isEmpty();
    }

    @Test
    void norIsARefusedFolder(@TempDir Path elsewhere) throws IOException {
        ConfigurationFolder site = new ConfigurationFolder(folder).file("connections/plant.yaml", "connection: plant", "kind: opcua")
                .file("bindings/1.yaml", "connection: plant", "bindings:", "  - {twin: wt-01, points: [{point: A, node: a, unit: kW}]}");
        Files.createSymbolicLink(folder.resolve("twins"), elsewhere);
        assertThat(site.read().problems()).singleElement().asString().startsWith("twins:1:1: leads out of the configuration folder");
    }

    @Test
    void allProblemsOfAllFilesComeTogetherInOrder() throws IOException {
        ConfigurationFolder wrong = new ConfigurationFolder(folder)
                .file("twins/b.yaml", "twins:", "  - {id: WT, type: a/b}", "  - {id: wt}")
                .file("connections/a.yaml", "kind: opcua", "connection: plant", "connection: again");
        assertThat(wrong.read().problems()).extracting(p -> p.substring(0, p.indexOf(": "))).containsExactly(
                "connections/a.yaml:3:1", "twins/b.yaml:2:10", "twins/b.yaml:3:5");
        assertThatThrownBy(() -> wrong.read().orThrow()).isInstanceOfSatisfying(ConfigurationException.class,
                e -> assertThat(e.problems()).isEqualTo(wrong.read().problems()));
    }

    @Test
    void readsPlaceholders() throws IOException {
        SiteConfiguration site = ConfigurationFolder.plant(folder).file("bindings/b.yaml", "connection: mast", "bindings:",
                "  - twin: '{machine}'", "    topic: plant/{line}/{machine}", "    points:",
                "      - {point: '{line}.W', pointer: /p, unit: kW, sourceUnit: W}",
                "  - twin: wt-01", "    topic: site/{mast}", "    format: csv", "    csv: {separator: ';'}", "    points:",
                "      - {point: '{mast}.Spd', column: 2, unit: m/s}").read().orThrow();
        assertThat(site.bindings("mast")).isEmpty();
        assertThat(site.templates("plant")).isEmpty();
        BindingTemplate plant = site.templates("mast").get(0);
        assertThat(plant.twin()).isEqualTo("{machine}");
        PointBinding point = plant.points().get(0).bind("mast", new TwinId("press-1"),
                Placeholders.fill(plant.points().get(0).name(), Map.of("line", "a$1")::get).replace("$", ""));
        assertThat(point.point().id()).hasToString("press-1/a1.W");
        assertThat(point.scale().apply(1500)).isEqualTo(1.5);
        assertThat(site.templates("mast").get(1).points().get(0).address()).isEqualTo("2");
    }
}
