package org.gemello.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.site.SiteChange;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.api.site.SiteRefusedException;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.ConfigurationType;
import org.gemello.binding.SiteDifference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site is changed one change at a time, whole or not at all, and its files stay what people have written. */
class LiveSiteTest {
    private static final String FARM = """
            # The farm on the hill
            twins:
              # the oldest one
              - id: wt-01
                type: energy/wind-turbine   # rebuilt in 2019
                configuration:
                  ratedPower: 5000
                  serial: 007
              # bought second-hand
              - {id: wt-02, type: energy/wind-turbine}
              - id: wt-03
                type: energy/wind-turbine
                parts: {mast: [mast-1]}

            # the mast
              - id: mast-1
                type: energy/met-mast
            """;
    private static final String PLANT = """
            connection: plant
            bindings:
              - twin: wt-01
                prefix: ns=2;s=WT01.
                points:
                  - {point: WTUR.W, node: Power, unit: kW, sourceUnit: W} # measured at the terminal
              - twin: wt-02
                points:
                  - {point: WTUR.W, node: ns=2;s=WT02.Power, unit: kW}
            """;
    @TempDir
    Path folder;
    private final List<SiteDifference> told = new ArrayList<>();
    private LiveSite site;

    @BeforeEach
    void writeSite() throws IOException {
        write("connections/plant.yaml", "# ask Ms Park before changing this\nconnection: plant\nkind: opcua\nendpoint: opc.tcp://localhost:4840\n");
        write("twins/farm.yaml", FARM);
        write("bindings/plant.yaml", PLANT);
        site = new LiveSite(folder, told::add, Map::of);
        assertThat(site.report().problems()).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return all;
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static SiteEdit put(SiteKind kind, String name, Object... content) {
        return new SiteEdit(kind, name, Optional.of(map(content)), SiteEdit.ANY);
    }

    private static SiteEdit remove(SiteKind kind, String name) {
        return new SiteEdit(kind, name, Optional.empty(), SiteEdit.ANY);
    }

    private SiteRefusedException refusal(SiteEdit... edits) throws IOException {
        Map<String, String> before = files();
        List<SiteDocument> documents = site.documents();
        SiteRefusedException[] refused = new SiteRefusedException[1];
        assertThatExceptionOfType(SiteRefusedException.class).isThrownBy(() -> site.change(List.of(edits), false))
                .satisfies(e -> refused[0] = e);
        assertThat(files()).isEqualTo(before);
        assertThat(site.documents()).isEqualTo(documents);
        assertThat(told).isEmpty();
        return refused[0];
    }

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
    void refusesWhatWouldMakeTheSiteWrongAndNamesPlaceAndRemedy() throws Exception {
        assertThat(refusal(remove(SiteKind.TWIN, "mast-1")).problems()).containsExactly(
                "twins/farm.yaml:13:20: there is no twin 'mast-1'; define it in twins/");
        assertThat(refusal(remove(SiteKind.CONNECTION, "plant")).problems())
                .containsExactly("bindings/plant.yaml:1:13: there is no connection 'plant'; define it in connections/");
        assertThat(refusal(put(SiteKind.TWIN, "wt-04", "type", "nonsense", "colour", "red")).problems()).containsExactly(
                "twins/wt-04.yaml:3:11: type 'nonsense' is not of the form industry/kind; write one such as energy/wind-turbine",
                "twins/wt-04.yaml:4:5: 'colour' is not known here; known are [accept, configuration, id, name, parts, type]");
        assertThat(refusal(put(SiteKind.BINDING, "plant/wt-03", "bindings", List.of(map("points", List.of(map("point", "P", "node", "n", "unit", "rpm"))))))
                .problems()).singleElement().asString().startsWith("bindings/plant.wt-03.yaml:5:").contains("'rpm' is not a UCUM unit");
        assertThat(refusal(put(SiteKind.TWIN, "mast-1", "type", "energy/met-mast", "parts", map("tower", List.of("wt-03")))).problems())
                .singleElement().asString().contains("would be a part of itself");
    }

    @Test
    void whatWasWrongBeforeDoesNotStandInTheWay() throws Exception {
        write("twins/wrong.yaml", "twins: [{id: x1, type: nonsense}, {id: x2, type: a/b}]\n");
        site.reload();
        assertThat(site.report().problems()).hasSize(1);
        assertThat(site.document(SiteKind.TWIN, "x2")).as("its file is left out").isEmpty();
        told.clear();
        site.change(List.of(put(SiteKind.TWIN, "wt-04", "type", "energy/wind-turbine")), false);
        told.clear();
        assertThat(refusal(put(SiteKind.TWIN, "x9", "type", "nonsense")).problems()).hasSize(1);
        site.change(List.of(put(SiteKind.TWIN, "x1", "type", "a/b")), false);
        assertThat(site.report().problems()).isEmpty();
        assertThat(site.document(SiteKind.TWIN, "x2")).isPresent();
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
    void refusesHostileNamesAndContent() throws Exception {
        Map<String, Object> deep = map("x", "y");
        for (int i = 0; i < 30; i++) {
            deep = map("k", deep);
        }
        assertThat(refusal(put(SiteKind.TWIN, "deep", "type", "a/b", "configuration", deep)).problems())
                .containsExactly("twin 'deep': is nested deeper than 20 levels; make it flatter");
        assertThat(refusal(put(SiteKind.TWIN, "large", "type", "a/b", "name", "x".repeat(2_000_000))).problems())
                .containsExactly("twin 'large': is larger than 1048576 bytes; split it");
        assertThat(refusal(put(SiteKind.TWIN, "key", "type", "a/b", "k".repeat(200), 1)).problems()).singleElement().asString().contains("a key must be");
        for (String name : List.of("../../etc/passwd", "..", ".hidden", "a/b", "", "A", "x\ny")) {
            assertThat(refusal(put(SiteKind.CONNECTION, name, "kind", "push")).problems()).singleElement().asString().contains("is not of the right form");
        }
        assertThat(refusal(put(SiteKind.BINDING, "plant", "bindings", List.of(map("points", List.of())))).problems()).hasSize(1);
        assertThat(refusal(put(SiteKind.TWIN, "a", "id", "b", "type", "a/b")).problems())
                .containsExactly("twin 'a': 'id' is another name than that of the document; write 'a'");
        assertThat(refusal(put(SiteKind.TWIN, "a", "type", null)).problems()).singleElement().asString().contains("a value is missing");
        assertThat(refusal(put(SiteKind.TWIN, "a", "type", "a/b"), put(SiteKind.TWIN, "a", "type", "a/c")).problems()).singleElement().asString()
                .contains("edited twice");
    }

    @Test
    void aConnectionOverTheApiDoesNotReachForForeignFiles() throws Exception {
        write("connections/hand.yaml", "connection: hand\nkind: opcua\nendpoint: opc.tcp://a:1\nusername: u\npasswordFile: /run/secrets/plant\n");
        site.reload();
        told.clear();
        for (Map<String, Object> reach : List.of(map("passwordFile", "/etc/shadow"), map("passwordFile", "security/users.json"),
                map("passwordFile", "secrets/../security/users.json"), map("security", map("keyFile", "a.key")), map("security.caFile", "../x"),
                map("folder", "/var/spool"), map("folder", "inbox/../.."), map("passwordVariable", "HOME"))) {
            Map<String, Object> content = map("kind", "mqtt");
            content.putAll(reach);
            assertThat(refusal(new SiteEdit(SiteKind.CONNECTION, "c", Optional.of(content), SiteEdit.ANY)).problems()).as("%s", reach).singleElement()
                    .asString().startsWith("connection 'c': '").contains("by hand");
        }
        site.change(List.of(put(SiteKind.CONNECTION, "c", "kind", "mqtt", "broker", "tcp://localhost", "username", "u", "passwordFile", "secrets/c",
                "security", map("caFile", "authorities/plant.pem"))), false);
        site.change(List.of(put(SiteKind.CONNECTION, "hand", "kind", "opcua", "endpoint", "opc.tcp://b:1", "username", "u", "passwordFile",
                "/run/secrets/plant")), false);
        assertThat(read("connections/hand.yaml")).as("what was written by hand may stay").contains("opc.tcp://b:1", "passwordFile: /run/secrets/plant");
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

    @Test
    void aLayoutThatCannotBeEditedInPlaceIsRefused() throws Exception {
        write("twins/double.yaml", "twins: [{id: wt-01, type: a/b}]\n");
        SiteRefusedException refused = refusal(remove(SiteKind.TWIN, "wt-01"));
        assertThat(refused.problems()).singleElement().asString().startsWith("twins/double.yaml:1: twin 'wt-01' cannot be written without touching its neighbours");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedClearly() throws Exception {
        write(".change", "a file where the folder would be");
        assertThat(refusal(put(SiteKind.TWIN, "x", "type", "a/b")).problems()).singleElement().asString()
                .contains("cannot be written").contains("give the platform's user the right to write it");
    }

    @Test
    void aTwinIsHeldAgainstWhatItsTypeDeclares() throws Exception {
        ConfigurationKey power = ConfigurationKey.number("power", "Power", "kW", 80, 0, 100);
        ConfigurationKey place = new ConfigurationKey("place", ConfigurationType.NUMBERS, Map.of("en", "Place"), "m", -9, 9, List.of(), "", true, "cell");
        Map<String, ConfigurationSpec> declared = new TreeMap<>(Map.of("a/battery", new ConfigurationSpec(List.of(power, place))));
        site = new LiveSite(folder, told::add, () -> declared);
        Map<String, Object> battery = map("type", "a/battery", "parts", map("cell", List.of("wt-01", "wt-02")),
                "configuration", map("power", 101, "powr", 5, "wt-01", "1, 2", "wt-02", "1,x"));
        SiteEdit edit = new SiteEdit(SiteKind.TWIN, "b-1", Optional.of(battery), SiteEdit.ANY);
        assertThat(refusal(edit).problems()).containsExactly(
                "configuration.power: twin b-1: it is '101'; write a number from 0 to 100 (kW)",
                "configuration.wt-02: twin b-1: it is '1,x'; write numbers separated by commas, each from -9 to 9 (m)",
                "configuration.powr: twin b-1: it is not known; known are power, the id of each cell");
        assertThatExceptionOfType(SiteRefusedException.class).as("a dry run tells the same").isThrownBy(() -> site.change(List.of(edit), true));
        declared.clear(); // its pack has gone
        site.change(List.of(edit), false);
        declared.put("a/battery", new ConfigurationSpec(List.of(power)));
        site.change(List.of(put(SiteKind.TWIN, "other", "type", "a/b")), false); // what was there before is no problem of this change
        told.clear();
        assertThat(refusal(put(SiteKind.TWIN, "b-1", "type", "a/battery", "configuration", map("power", "lots"))).problems()).hasSize(1);
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
