package org.gemello.energy.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.twin.PointRole;
import org.gemello.api.twin.PointSpec;
import org.gemello.binding.PointBinding;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteReader;
import org.gemello.binding.SiteReport;
import org.gemello.binding.TwinDefinition;
import org.gemello.pack.energy.internal.MetMastType;
import org.gemello.pack.energy.internal.WindFarmType;
import org.gemello.pack.energy.internal.WindTurbineType;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.junit.jupiter.api.Test;

/** The demo's configuration fits the plant's nodes on one side and the twins' models on the other. */
class DemoConfigurationTest {
    private static final String PREFIX = "nsu=" + PlantNamespace.URI + ";s=";
    /** What the plant does not have: load sensors, for the twin counts the loads of its model. */
    private static final Set<String> ABSENT = Set.of("WROT.EdgeMom", "WTRM.ShfTq", "WTOW.BaseMom");
    private final SiteReport report = SiteReader.read(Path.of("src/main/config"));
    private final SiteConfiguration site = report.configuration();

    /** What the platform tells a behaviour of its twin. */
    private record Context(TwinId twin, Map<String, String> configuration, Map<String, List<TwinId>> parts) implements TwinContext {
    }

    private Stream<PointBinding> points(String connection) {
        return site.bindings(connection).stream().flatMap(binding -> binding.points().stream());
    }

    @Test
    void isFreeOfProblems() {
        assertThat(report.problems()).isEmpty();
        assertThat(site.twins()).extracting(twin -> twin.id().value())
                .containsExactlyInAnyOrder("wt-01", "wt-02", "wt-03", "mast-1", "farm");
    }

    @Test
    void everyNodeIsThereAndWritableWhereItMustBe() {
        Map<String, PlantVariable> nodes = new Farm(new Weather(9, 1), 10, 0, 1).variables().stream()
                .collect(Collectors.toMap(variable -> PREFIX + variable.tag().name(), Function.identity()));
        assertThat(points("plant")).hasSize(94).allSatisfy(point -> {
            String node = point.address().replace("#[]", "");
            assertThat(nodes).containsKey(node);
            assertThat(nodes.get(node).isWritable()).isEqualTo(point.writable());
        });
    }

    @Test
    void everyPointOfTheModelsIsBoundInItsUnit() {
        Map<String, TwinType<?>> types = Stream.of(new WindTurbineType(), new MetMastType(), new WindFarmType())
                .collect(Collectors.toMap(type -> type.id().value(), type -> type));
        Set<PointDefinition> bound = Stream.concat(points("plant"), points("mast")).map(PointBinding::point).collect(Collectors.toSet());
        for (TwinDefinition twin : site.twins()) {
            Set<PointDefinition> wanted = types.get(twin.type()).model().points().stream().filter(spec -> spec.role() != PointRole.DERIVED)
                    .filter(spec -> !ABSENT.contains(spec.name()))
                    .map(spec -> definition(twin, spec)).collect(Collectors.toSet());
            assertThat(bound).containsAll(wanted);
        }
    }

    @Test
    void theFarmsTwinKnowsThePlacesOfThePlant() {
        TwinDefinition farm = site.twins().stream().filter(twin -> twin.id().value().equals("farm")).findFirst().orElseThrow();
        assertThat(farm.parts().get("turbine")).hasSameSizeAs(PlantWakes.LAYOUT);
        for (int i = 0; i < PlantWakes.LAYOUT.size(); i++) {
            PlantWakes.Place place = PlantWakes.LAYOUT.get(i);
            assertThat(farm.configuration().get(farm.parts().get("turbine").get(i).value()))
                    .isEqualTo(String.format("%.0f,%.0f", place.east(), place.north()));
        }
        assertThat(new WindFarmType().behavior(new Context(farm.id(), farm.configuration(), farm.parts()))).isNotNull();
    }

    private static PointDefinition definition(TwinDefinition twin, PointSpec spec) {
        return new PointDefinition(new PointId(twin.id(), spec.name()), spec.unit());
    }

    @Test
    void whatThePlantSpeaksIsConverted() {
        assertThat(site.point(PointId.parse("wt-01/WTUR.SetW")).orElseThrow().scale().invert(3000)).isCloseTo(3e6, within(1e-6));
        assertThat(site.point(PointId.parse("wt-02/WROT.RotSpd")).orElseThrow().scale().apply(1.2671)).isCloseTo(12.1, within(0.001));
        assertThat(site.point(PointId.parse("wt-03/WGEN.GnTmp")).orElseThrow().scale().apply(300)).isCloseTo(26.85, within(1e-9));
        assertThat(site.point(PointId.parse("wt-01/WMET.EnvPres")).orElseThrow().scale().apply(101_325)).isCloseTo(1013.25, within(1e-9));
    }
}
