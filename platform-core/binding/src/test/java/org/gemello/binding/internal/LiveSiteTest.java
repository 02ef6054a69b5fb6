package org.gemello.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.site.SiteChange;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.api.site.SiteRefusedException;
import org.junit.jupiter.api.Test;

/** The site is changed one change at a time, whole or not at all. */
class LiveSiteTest extends WrittenSite {
    @Test
    void showsEveryDocumentWithItsPlaceAndWhatIsWritten() {
        assertThat(site.documents()).extracting(SiteDocument::name).containsExactly("mast-1", "wt-01", "wt-02", "wt-03", "plant", "plant/wt-01",
                "plant/wt-02");
        SiteDocument turbine = site.document(SiteKind.TWIN, "wt-01").orElseThrow();
        assertThat(turbine.place()).isEqualTo("twins/farm.yaml:4");
        assertThat(turbine.content()).isEqualTo(map("id", "wt-01", "type", "energy/wind-turbine", "configuration",
                map("ratedPower", 5000L, "serial", "007")));
        assertThat(site.document(SiteKind.BINDING, "plant/wt-02").orElseThrow().content()).isEqualTo(map("connection", "plant", "twin", "wt-02",
                "bindings", List.of(map("twin", "wt-02", "points", List.of(map("point", "WTUR.W", "node", "ns=2;s=WT02.Power", "unit", "kW"))))));
        assertThat(site.document(SiteKind.TWIN, "none")).isEmpty();
    }

    @Test
    void aTwinWithItsConnectionAndBindingsIsMadeInOneChange() throws Exception {
        SiteChange change = site.change(List.of(
                put(SiteKind.BINDING, "mqtt-1/pump-1", "bindings", List.of(map("topic", "pump/1", "points",
                        List.of(map("unit", "bar", "scale", 0.0001, "pointer", "/p", "point", "P"))))),
                put(SiteKind.TWIN, "pump-1", "type", "plant/pump", "name", "Pump \u2116 1", "configuration", map("version", "5")),
                put(SiteKind.CONNECTION, "mqtt-1", "broker", "tcp://localhost", "kind", "mqtt")), false);

        assertThat(change.effects()).containsExactly("twin pump-1 comes, of type plant/pump", "connection mqtt-1 is started");
        assertThat(change.documents()).extracting(SiteDocument::name).containsExactly("mqtt-1/pump-1", "pump-1", "mqtt-1");
        assertThat(read("twins/pump-1.yaml")).isEqualTo("""
                twins:
                  - id: pump-1
                    type: plant/pump
                    name: Pump \u2116 1
                    configuration:
                      version: '5'
                """);
        assertThat(read("connections/mqtt-1.yaml")).isEqualTo("connection: mqtt-1\nkind: mqtt\nbroker: tcp://localhost\n");
        assertThat(read("bindings/mqtt-1.pump-1.yaml")).isEqualTo("""
                connection: mqtt-1
                bindings:
                  - twin: pump-1
                    topic: pump/1
                    points:
                      - {point: P, pointer: /p, unit: bar, scale: 0.0001}
                """);
        assertThat(told).singleElement().satisfies(difference -> {
            assertThat(difference.twins().added()).containsExactly(new TwinId("pump-1"));
            assertThat(difference.connections().added()).containsExactly("mqtt-1");
        });
        assertThat(site.report().configuration().point(PointId.parse("pump-1/P")).orElseThrow().scale().factor()).isEqualTo(0.0001);
        assertThat(new LiveSite(folder, told::add, Map::of).documents()).isEqualTo(site.documents());
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndDoesNothing() throws Exception {
        Map<String, String> before = files();
        SiteChange change = site.change(List.of(put(SiteKind.TWIN, "wt-02", "type", "energy/other"),
                new SiteEdit(SiteKind.TWIN, "wt-09", Optional.of(map("type", "energy/wind-turbine")), SiteEdit.ABSENT)), true);
        assertThat(change.effects()).containsExactly("twin wt-09 comes, of type energy/wind-turbine",
                "twin wt-02 begins anew, of type energy/other instead of energy/wind-turbine");
        assertThat(change.documents()).extracting(SiteDocument::place).containsExactly("twins/farm.yaml:10", "twins/wt-09.yaml:2");
        assertThat(files()).isEqualTo(before);
        assertThat(told).isEmpty();
        assertThat(site.document(SiteKind.TWIN, "wt-09")).isEmpty();
    }

    @Test
    void refusesWhatWasMadeForAnOlderRevision() throws Exception {
        SiteDocument read = site.document(SiteKind.TWIN, "wt-02").orElseThrow();
        write("twins/farm.yaml", FARM.replace("wt-02, type", "wt-02, name: By hand, type"));
        SiteRefusedException stale = refusal(new SiteEdit(SiteKind.TWIN, "wt-02", Optional.of(map("type", "a/b")), read.revision()));
        assertThat(stale.isStale()).isTrue();
        assertThat(stale.problems()).singleElement().asString().startsWith("twin 'wt-02': has changed since, to revision ");
        assertThat(refusal(new SiteEdit(SiteKind.TWIN, "wt-02", Optional.of(map("type", "a/b")), SiteEdit.ABSENT)).isStale()).isTrue();
        assertThat(refusal(new SiteEdit(SiteKind.TWIN, "gone", Optional.empty(), read.revision())).isStale()).isTrue();
        assertThat(refusal(remove(SiteKind.TWIN, "gone")).isStale()).isFalse();

        site.reload();
        String now = site.document(SiteKind.TWIN, "wt-02").orElseThrow().revision();
        assertThat(now).isNotEqualTo(read.revision());
        site.change(List.of(new SiteEdit(SiteKind.TWIN, "wt-02", Optional.of(map("type", "a/b")), now)), false);
        assertThat(site.report().configuration().twin(new TwinId("wt-02")).orElseThrow().type()).isEqualTo("a/b");
    }

    @Test
    void concurrentChangesComeOneAfterTheOther() throws Exception {
        List<CompletableFuture<Boolean>> all = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try {
                site.change(List.of(put(SiteKind.TWIN, "new-" + i, "type", "a/b"),
                        new SiteEdit(SiteKind.TWIN, "shared", Optional.of(map("type", "a/b", "name", "by " + i)), SiteEdit.ABSENT)), false);
                return true;
            } catch (SiteRefusedException e) {
                return !e.isStale();
            }
        })).toList();
        assertThat(all.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(site.documents()).filteredOn(document -> document.name().startsWith("new-")).hasSize(1);
        assertThat(told).hasSize(1);
    }
}
