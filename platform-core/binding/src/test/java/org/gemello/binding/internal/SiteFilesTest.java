package org.gemello.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.site.SiteChange;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.junit.jupiter.api.Test;

/** The files of the site stay what people have written: a change touches its own entry and nothing else. */
class SiteFilesTest extends WrittenSite {
    @Test
    void anEntryIsReplacedWhereItStandsAndTheOthersKeepTheirComments() throws Exception {
        SiteChange change = site.change(List.of(
                put(SiteKind.TWIN, "wt-01", "type", "energy/wind-turbine", "configuration", map("ratedPower", 6000)),
                put(SiteKind.TWIN, "wt-02", "type", "energy/wind-turbine", "name", "Two"),
                put(SiteKind.BINDING, "plant/wt-02", "bindings", List.of(
                        map("points", List.of(map("point", "WTUR.W", "node", "ns=2;s=WT02.P", "unit", "kW"))),
                        map("prefix", "ns=3;s=", "points", List.of(map("point", "WROT.Spd", "node", "Spd", "unit", "rad/s")))))), false);

        assertThat(read("twins/farm.yaml")).isEqualTo("""
                # The farm on the hill
                twins:
                  # the oldest one
                  - id: wt-01
                    type: energy/wind-turbine
                    configuration:
                      ratedPower: 6000
                  # bought second-hand
                  - id: wt-02
                    type: energy/wind-turbine
                    name: Two
                  - id: wt-03
                    type: energy/wind-turbine
                    parts: {mast: [mast-1]}

                # the mast
                  - id: mast-1
                    type: energy/met-mast
                """);
        assertThat(read("bindings/plant.yaml")).isEqualTo("""
                connection: plant
                bindings:
                  - twin: wt-01
                    prefix: ns=2;s=WT01.
                    points:
                      - {point: WTUR.W, node: Power, unit: kW, sourceUnit: W} # measured at the terminal
                  - twin: wt-02
                    points:
                      - {point: WTUR.W, node: ns=2;s=WT02.P, unit: kW}
                  - twin: wt-02
                    prefix: ns=3;s=
                    points:
                      - {point: WROT.Spd, node: Spd, unit: rad/s}
                """);
        assertThat(change.effects()).containsExactly("twin wt-01 goes on with its state as described now", "twin wt-02 goes on with its state as described now",
                "connection plant is restarted");
    }

    @Test
    void aConnectionKeepsTheCommentsAtItsHead() throws Exception {
        site.change(List.of(put(SiteKind.CONNECTION, "plant", "kind", "opcua", "endpoint", "opc.tcp://other:4840")), false);
        assertThat(read("connections/plant.yaml")).isEqualTo("""
                # ask Ms Park before changing this
                connection: plant
                kind: opcua
                endpoint: opc.tcp://other:4840
                """);
        assertThat(told).singleElement().satisfies(difference -> assertThat(difference.connections().changed()).containsExactly("plant"));
    }

    @Test
    void anEntryIsRemovedAndAFileOfWhichNothingIsLeft() throws Exception {
        site.change(List.of(remove(SiteKind.TWIN, "wt-02"), remove(SiteKind.BINDING, "plant/wt-02")), false);
        assertThat(read("twins/farm.yaml")).isEqualTo(FARM.replace("  - {id: wt-02, type: energy/wind-turbine}\n", ""));
        assertThat(read("bindings/plant.yaml")).isEqualTo(PLANT.substring(0, PLANT.indexOf("  - twin: wt-02")));

        site.change(List.of(remove(SiteKind.BINDING, "plant/wt-01"), remove(SiteKind.CONNECTION, "plant")), false);
        assertThat(files()).containsOnlyKeys("twins/farm.yaml");
        assertThat(told.get(1).inWords()).containsExactly("twin wt-01 has other points bound to it", "connection plant is stopped");
    }

    @Test
    void aListInBracketsIsEditedInBrackets() throws Exception {
        write("twins/more.yaml", "twins: [{id: a, type: x/y}, {id: b, type: x/y, name: 'B, or [not]'}, {id: c, type: x/y}] # all three\n");
        write("twins/lines.yaml", "twins: [\n  {id: d, type: x/y},\n  {id: e, type: x/y}\n]\n");
        assertThat(site.reload().effects()).hasSize(5);
        site.change(List.of(remove(SiteKind.TWIN, "a"), put(SiteKind.TWIN, "c", "type", "x/z", "configuration", map("k", "v w")),
                remove(SiteKind.TWIN, "d")), false);
        assertThat(read("twins/more.yaml")).isEqualTo(
                "twins: [{id: b, type: x/y, name: 'B, or [not]'}, {id: c, type: x/z, configuration: {k: v w}}] # all three\n");
        assertThat(read("twins/lines.yaml")).isEqualTo("twins: [{id: e, type: x/y}]\n");
    }

    @Test
    void bindingsOfOneTwinInSeveralPlacesAreOneDocument() throws Exception {
        write("bindings/second.yaml", """
                connection: plant
                bindings:
                  - twin: wt-01
                    points: [{point: WROT.Spd, node: ns=2;s=Spd, unit: rad/s}]
                  - twin: wt-03
                    points: [{point: WTUR.W, node: ns=2;s=W3, unit: kW}]
                """);
        site.reload();
        SiteDocument both = site.document(SiteKind.BINDING, "plant/wt-01").orElseThrow();
        assertThat((List<?>) both.content().get("bindings")).hasSize(2);
        site.change(List.of(new SiteEdit(SiteKind.BINDING, "plant/wt-01", Optional.of(both.content()), both.revision())), false);
        assertThat(read("bindings/plant.yaml")).as("unchanged content changes no file").isEqualTo(PLANT);

        site.change(List.of(put(SiteKind.BINDING, "plant/wt-01", "bindings", List.of(map("points", List.of(map("point", "A", "node", "ns=2;s=A", "unit", "1")))))),
                false);
        assertThat(read("bindings/second.yaml")).isEqualTo("""
                connection: plant
                bindings:
                  - twin: wt-03
                    points: [{point: WTUR.W, node: ns=2;s=W3, unit: kW}]
                """);
        assertThat(site.report().configuration().point(PointId.parse("wt-01/A"))).isPresent();
        assertThat(site.report().configuration().point(PointId.parse("wt-01/WROT.Spd"))).isEmpty();
    }

    @Test
    void aNameThatLooksLikeANumberIsAName() throws Exception {
        write("twins/number.yaml", "twins:\n  - {id: 7, type: a/b}\n");
        site.reload();
        SiteDocument seven = site.document(SiteKind.TWIN, "7").orElseThrow();
        Map<String, Object> renamed = new LinkedHashMap<>(seven.content());
        renamed.put("name", "Seven");
        site.change(List.of(new SiteEdit(SiteKind.TWIN, "7", Optional.of(renamed), seven.revision())), false);
        assertThat(site.report().configuration().twin(new TwinId("7")).orElseThrow().name()).isEqualTo("Seven");
    }

    @Test
    void textsThatLookLikeSomethingElseStayTexts() throws Exception {
        Map<String, Object> odd = map("a", "true", "b", "1e5", "c", "*alias", "d", "- x: y", "e", "two\nlines\n", "f", " # no comment", "g", "null", "h", "",
                "i", "\u0000\u2028", "j", "'\"", "k", 12345678901234567L, "l", -0.5, "m", false);
        site.change(List.of(put(SiteKind.TWIN, "odd", "type", "a/b", "configuration", odd), put(SiteKind.TWIN, "wt-01", "type", "a/b", "configuration", odd)), false);
        assertThat(site.document(SiteKind.TWIN, "odd").orElseThrow().content().get("configuration")).isEqualTo(odd);
        assertThat(site.document(SiteKind.TWIN, "wt-01").orElseThrow().content().get("configuration")).isEqualTo(odd);
        assertThat(new LiveSite(folder, told::add, Map::of).documents()).isEqualTo(site.documents());
    }
}
