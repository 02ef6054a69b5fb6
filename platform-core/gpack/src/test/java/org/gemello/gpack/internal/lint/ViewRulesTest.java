package org.gemello.gpack.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.ManifestReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewRulesTest {
    private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final String TITLE = "'title': {'en': 'a', 'ko': 'b'}";
    private static final String MANIFEST = """
            gpack: 1
            id: energy
            version: 1.0.0
            publisher: acme
            title: {en: Energy, ko: 에너지}
            description: {en: Energy, ko: 에너지}
            licence: Apache-2.0
            platform: "[0.1,0.2)"
            twinTypes: [{id: energy/wind-turbine, schema: 1}]
            permissions: {commands: ["energy/wind-turbine: set-power-limit"]}
            views:
              - {id: nacelle, file: views/nacelle.svg, title: {en: Nacelle, ko: 나셀}}
              - {id: rose, file: views/rose.mjs, title: {en: Rose, ko: 나침반}}
              - {id: hub, file: views/hub.glb, title: {en: Hub, ko: 허브}}
            changelog: [{version: 1.0.0, text: {en: First, ko: 처음}}]
            """;

    private static void check(String json) throws PackRefusedException {
        new ViewRules(ManifestReader.read(MANIFEST.getBytes(StandardCharsets.UTF_8)))
                .check("views/a.json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String view(String widgets) {
        return "{'view': 1, 'twin': 'energy/wind-turbine', 'widgets': [" + widgets + "]}";
    }

    @Test
    void everyExampleOfThePageIsAView() throws IOException {
        List<String> examples = JSON.matcher(Files.readString(Path.of("../../docs/pack-views.md"))).results()
                .map(MatchResult::group).map(text -> text.substring("```json\n".length(), text.length() - "```".length()).strip())
                .filter(text -> text.contains("\"type\"")).map(text -> text.startsWith("{\"type\"")
                        ? view(text.replace("\n{\"type\"", ",\n{\"type\"")) : text).toList();
        assertThat(examples).hasSizeGreaterThan(10);
        assertThat(examples).allSatisfy(example -> assertThatCode(() -> check(example)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "{'type': 'gauge', TITLE}|'type' is none that is known",
            "{'type': 'values', TITLE, 'pionts': []}|'pionts' is not known here",
            "{'type': 'values'}|'title' is missing",
            "{'type': 'values', 'title': {'en': 'a'}}|'title' is missing in 'ko'",
            "{'type': 'trend', TITLE, 'series': [{'pont': 'a'}]}|is not known here",
            "{'type': 'table', TITLE, 'table': 'a', 'columns': [{'column': 'a'}]}|'title' is missing",
            "{'type': 'mimic', TITLE, 'file': 'views/other.svg'}|listed under 'views'",
            "{'type': 'module', TITLE, 'file': 'views/nacelle.svg'}|must be a module (.mjs)",
            "{'type': 'module', TITLE, 'file': 'views/rose.mjs', 'commands': ['set-pitch']}|ask for it under 'permissions'",
            "{'type': 'values', TITLE, '__proto__': {'x': 1}}|'__proto__' is not known here",
            "{'type': 'scene', TITLE}|'nodes' is missing",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'torus'}]}|'shape' is none that is known",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'box', 'radius': 1}]}|'radius' is not known here",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'box'}]}|'size' is missing",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'box', 'size': [1, 2]}]}|list of 3 numbers",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'box', 'size': [1, 2, 1e9]}]}|none larger than",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'sphere', 'radius': 1e999}]}|must be a finite number",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'sphere', 'radius': -1}]}|from 0 to",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'tube', 'radius': 1, 'path': [[0, 0, 0]]}]}|write 2 to 500",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'model', 'file': 'views/nacelle.svg'}]}|must be a body (.glb)",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'model', 'file': 'https://example.com/hub.glb'}]}|listed under 'views'",
            "{'type': 'scene', TITLE, 'nodes': [{'title': {'en': 'a'}}]}|missing in 'ko'",
            "{'type': 'scene', TITLE, 'nodes': [{'look': 'red'}]}|'look' is none that is known",
            "{'type': 'scene', TITLE, 'nodes': [{'spin': {'point': 'a', 'axis': 'w'}}]}|'axis' is none that is known",
            "{'type': 'scene', TITLE, 'nodes': [{'onclick': 'x'}]}|'onclick' is not known here",
            "{'type': 'scene', TITLE, 'nodes': [], 'cameras': [{'title': {'en': 'a', 'ko': 'b'}, 'from': [1, 2, 3]}]}|'to' is missing",
            "{'type': 'scene', TITLE, 'nodes': [{'repeat': {'table': 'A', 'twin': 't', 'east': 'e'}}]}|'north' is missing",
            "{'type': 'scene', TITLE, 'nodes': [{'repeat': {'table': 'A', 'twin': 't', 'east': 'e', 'north': 'n', 'up': 'u'}}]}|'up' is not known here",
            "{'type': 'scene', TITLE, 'nodes': [{'children': [{'repeat': {}}]}]}|only at the top of 'nodes'",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'plume'}]}|'rings' is missing",
            "{'type': 'scene', TITLE, 'nodes': [{'shape': 'plume', 'rings': {'table': 'A', 'z': 'z', 'radius': 'r', 'strength': 's'}}]}|'range' is missing",
            "{'type': 'scene', TITLE, 'nodes': [{'rings': {}}]}|'rings' is not known here",
            "{'type': 'scene', TITLE, 'nodes': [], 'ground': {'vector': {'direction': 'a'}}}|'speed' is missing",
            "{'type': 'scene', TITLE, 'nodes': [], 'ground': {'colour': 'green'}}|'colour' is not known here",
            "{'type': 'scene', TITLE, 'nodes': [], 'cameras': [{'title': {'en': 'a', 'ko': 'b'}, 'from': [1, 2, 3], 'to': [0, 0, 0], 'fit': 1}]}|true or false",
            "{'type': 'xy', TITLE, 'x': {'point': 'a'}}|'y' is missing",
            "{'type': 'xy', TITLE, 'x': {}, 'y': {}, 'interval': 'ten minutes'}|'interval' is no duration",
            "{'type': 'xy', TITLE, 'x': {}, 'y': {}, 'bins': -0.5}|'bins' is -0.5",
            "{'type': 'histogram', TITLE, 'point': 'a'}|'bin' is missing",
            "{'type': 'histogram', TITLE, 'point': 'a', 'bin': 1, 'limits': [{'value': 1, 'severity': 'RED'}]}|'severity' is none that is known",
            "{'type': 'histogram', TITLE, 'point': 'a', 'bin': 1, 'colour': 'red'}|'colour' is not known here",
            "{'type': 'heatmap', TITLE}|either 'point' or 'table'",
            "{'type': 'heatmap', TITLE, 'table': 'a', 'x': {'column': 'b', TITLE}, 'y': {'column': 'c', TITLE}}|'value' is missing",
            "{'type': 'heatmap', TITLE, 'point': 'a', 'low': 5, 'high': 5}|'high' must be above",
            "{'type': 'rose', TITLE, 'direction': 'a', 'step': 3}|'speed' is missing",
            "{'type': 'rose', TITLE, 'direction': 'a', 'speed': 'b', 'step': 3, 'sectors': 3}|'sectors' is 3.0",
            "{'type': 'values', TITLE|is not YAML"})
    void whatIsWrongIsNamedWithItsPlace(String widget, String sentence) {
        assertThatThrownBy(() -> check(view(widget.replace("TITLE", TITLE)))).isInstanceOf(PackRefusedException.class)
                .hasMessageContaining("views/a.json:1:").hasMessageContaining(sentence);
    }

    @Test
    void aSceneThatIsTooDeepOrHasTooManyBodies() {
        String scene = "{'type': 'scene', " + TITLE + ", 'nodes': [NODES]}";
        String deep = "{'children': [".repeat(7) + "{}" + "]}".repeat(7);
        assertThatThrownBy(() -> check(view(scene.replace("NODES", deep)))).hasMessageContaining("7 levels");
        assertThatThrownBy(() -> check(view(scene.replace("NODES", "{},".repeat(1000) + "{}")))).hasMessageContaining("1000 bodies");
        assertThatThrownBy(() -> check(view("{'type': 'values', " + TITLE + ", 'points': " + "[".repeat(5000) + "]".repeat(5000) + "}")))
                .hasMessageContaining("more than 20 levels");
    }

    @Test
    void aViewOfAnotherPacksTwin() {
        assertThatThrownBy(() -> check(view("{'type': 'values', " + TITLE + "}").replace("wind-turbine", "boiler")))
                .hasMessageContaining("it brings [energy/wind-turbine]");
    }

    @Test
    void aViewWithoutWidgets() {
        assertThatThrownBy(() -> check(view(""))).hasMessageContaining("0 elements");
    }
}
