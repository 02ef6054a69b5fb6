package org.gemello.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.api.site.SiteRefusedException;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.ConfigurationType;
import org.junit.jupiter.api.Test;

/** What may not be done to the site is refused with place and remedy, and changes nothing. */
class SiteRefusalTest extends WrittenSite {
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
}
