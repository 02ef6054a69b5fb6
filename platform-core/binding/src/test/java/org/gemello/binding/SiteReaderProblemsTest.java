package org.gemello.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that an integrator may get wrong, with the exact place and words of the answer. */
class SiteReaderProblemsTest {
    @TempDir
    Path folder;

    private void connection(String line, String problem) throws IOException {
        SiteReport report = new ConfigurationFolder(folder).file("connections/c.yaml", line.split("\n")).read();
        assertThat(report.problems()).containsExactly("connections/c.yaml:" + problem);
        assertThat(report.configuration().connections()).isEmpty();
    }

    private void twins(String text, String problem) throws IOException {
        SiteReport report = new ConfigurationFolder(folder).file("twins/t.yaml", text.split("\n")).read();
        assertThat(report.problems()).containsExactly("twins/t.yaml:" + problem);
        assertThat(report.configuration().twins()).isEmpty();
    }

    /** One point at line 5, from column 9 on. */
    private void point(String connection, String point, String... problems) throws IOException {
        binding("connection: " + connection + "\nbindings:\n  - twin: wt-01\n    points:\n      - " + point, problems);
    }

    private void binding(String text, String... problems) throws IOException {
        SiteReport report = ConfigurationFolder.plant(folder).file("bindings/b.yaml", text.split("\n")).read();
        assertThat(report.problems()).extracting(p -> p.replaceFirst("^bindings/b.yaml:", "")).containsExactly(problems);
        assertThat(report.configuration().bindings("plant")).isEmpty();
    }

    @Test
    void connections() throws IOException {
        connection("kind: mqtt", "1:1: 'connection' is missing; add it");
        connection("connection: a", "1:1: 'kind' is missing; add it");
        connection("connection: a\nkind: opcau", "2:7: there is no connector of kind 'opcau'; did you mean 'opcua'?");
        connection("connection: a\nkind: modbus", "2:7: there is no connector of kind 'modbus'; known are [folder, mqtt, opcua, push]");
        connection("connection: My Plant\nkind: mqtt", "1:13: connection 'My Plant' is not of the form [a-z0-9][a-z0-9._-]{0,63}; "
                + "use lower-case letters, digits, '.', '_' and '-'");
        connection("connection: [a]\nkind: mqtt", "1:13: 'connection' must be a single value, not a list or keys of its own");
        connection("connection:\nkind: mqtt", "1:12: 'connection' has no value; write one or remove the key");
        connection("connection: a\nkind: mqtt\nhosts: [a, b]", "3:8: 'hosts' must be a single value, not a list or keys of its own");
        connection("connection: a\nkind: mqtt\na.b: 1\na: {b: 2}",
                "4:8: 'a.b' is written twice, first at connections/c.yaml:3:6; remove one");
        connection("connection: a\nkind: mqtt\nkind: mqtt", "3:1: 'kind' is written twice, first at connections/c.yaml:2:1; remove one");
        connection("? [a]\n: b\nconnection: a\nkind: mqtt", "1:3: a key must be a word");
        connection("connection: a\nkind: push\noverload: drop", "3:11: 'overload' must have keys of its own; write 'key: value' below it");
        connection("connection: a\nkind: push\noverload: {policy: drop-oldst}", "3:20: 'policy' is 'drop-oldst'; did you mean 'drop-oldest'?");
        connection("connection: a\nkind: push\noverload: {policy: block, buffer: 1}",
                "3:35: 'buffer' must be a whole number of samples from 1000 to 5000000");
        connection("connection: a\nkind: push\noverload: {policy: block, bufer: 1000}",
                "3:27: 'bufer' is not known here; did you mean 'buffer'?");
        connection("- connection: a", "1:1: has no keys at the top; write 'key: value' lines");
        connection("# nothing yet", "1:1: is empty; write its keys or remove the file");
    }

    @Test
    void connectionDefinedTwice() throws IOException {
        SiteReport report = ConfigurationFolder.plant(folder).file("connections/z.yaml", "kind: mqtt", "connection: plant").read();
        assertThat(report.problems()).containsExactly(
                "connections/z.yaml:2:13: connection 'plant' is defined twice, first at connections/plant.yaml:1:13; remove one");
        assertThat(report.configuration().connection("plant").orElseThrow().kind()).isEqualTo("opcua");
    }

    @Test
    void twinsUnderAnotherKey() throws IOException {
        assertThat(new ConfigurationFolder(folder).file("twins/t.yaml", "twin: []").read().problems()).containsExactly(
                "twins/t.yaml:1:1: 'twin' is not known here; did you mean 'twins'?", "twins/t.yaml:1:1: 'twins' is missing; add it");
    }

    @Test
    void twinsOfTheWrongForm() throws IOException {
        twins("twins: {id: a}", "1:8: 'twins' must be a list; begin each element with '- '");
        twins("twins: []", "1:8: 'twins' is empty; write at least one element, or remove the file or element");
        twins("twins: [wt-01]", "1:9: an element of 'twins' must have keys of its own; write 'key: value' below it");
        twins("twins:\n  - type: a/b", "2:5: 'id' is missing; add it");
        twins("twins:\n  - id: a", "2:5: 'type' is missing; add it");
        twins("twins:\n  - {id: WT, type: a/b}", "2:10: twin id 'WT' is not of the form [a-z0-9][a-z0-9._-]{0,63}; "
                + "use lower-case letters, digits, '.', '_' and '-'");
        twins("twins:\n  - {id: a, type: turbine}",
                "2:19: type 'turbine' is not of the form industry/kind; write one such as energy/wind-turbine");
        twins("twins:\n  - {id: a, type: a/b, configuraton: {}}", "2:24: 'configuraton' is not known here; did you mean 'configuration'?");
        twins("twins:\n  - {id: a, type: a/b, configuration: 5}",
                "2:39: 'configuration' must have keys of its own; write 'key: value' below it");
    }

    @Test
    void twinDefinedTwice() throws IOException {
        SiteReport report = ConfigurationFolder.plant(folder).file("twins/more.yaml", "twins: [{id: wt-02, type: a/b}]").read();
        assertThat(report.problems())
                .containsExactly("twins/more.yaml:1:14: twin 'wt-02' is defined twice, first at twins/farm.yaml:3:10; remove one");
    }

    @Test
    void bindings() throws IOException {
        binding("connection: plant\nbindings: []", "2:11: 'bindings' is empty; write at least one element, or remove the file or element");
        binding("connection: plant", "1:1: 'bindings' is missing; add it");
        binding("bindings:\n  - {twin: wt-01, points: [{point: A, node: a, unit: kW}]}", "1:1: 'connection' is missing; add it");
        binding("connection: plnat\nbindings:\n  - {twin: wt-01, points: [{point: A, node: a, unit: kW}]}",
                "1:13: there is no connection 'plnat'; did you mean 'plant'?");
        binding("connection: plant\nbindings:\n  - {twin: wt-1, points: [{point: A, node: a, unit: kW}]}",
                "3:12: there is no twin 'wt-1'; did you mean 'wt-01'?");
        binding("connection: plant\nbindings:\n  - {twin: pump-station, points: [{point: A, node: a, unit: kW}]}",
                "3:12: there is no twin 'pump-station'; define it in twins/");
        binding("connection: plant\nbindings:\n  - {twin: wt-01}", "3:5: 'points' is missing; add it");
        binding("connection: plant\nbindings:\n  - {points: [{point: A, node: a, unit: kW}]}", "3:5: 'twin' is missing; add it");
        binding("connection: plant\nbindings:\n  - {twin: wt-01, topic: a, points: [{point: A, node: a, unit: kW}]}",
                "3:19: 'topic' is not known here; known are [condition, events, method, points, prefix, queueSize, "
                        + "samplingInterval, source, twin]");
        binding("connection: mast\nbindings:\n  - {twin: wt-01, topik: a, points: [{point: A, pointer: /a, unit: kW}]}",
                "3:19: 'topik' is not known here; did you mean 'topic'?");
    }

    @Test
    void points() throws IOException {
        point("plant", "{node: a, unit: kW}", "5:9: 'point' is missing; add it");
        point("plant", "{point: A, node: a}", "5:9: 'unit' is missing; add it");
        point("plant", "{point: A, unit: kW}", "5:9: 'node' is missing; it says where in the source the point is");
        point("mast", "{point: A, unit: kW}", "5:9: 'pointer' or 'column' or 'metric' is missing; it says where in the source the point is");
        point("plant", "{point: A, node: a, unit: kW, history: lo}", "5:48: 'history' is 'lo'; did you mean 'low'?");
        point("mast", "{point: A, node: a, unit: kW}",
                "5:26: 'node' does not fit connection 'mast' of kind mqtt; write 'pointer' or 'column' or 'metric'");
        point("plant", "{point: A, pointer: /a, unit: kW}", "5:29: 'pointer' does not fit connection 'plant' of kind opcua; write 'node'");
        point("plant", "{point: A B, node: a, unit: kW}",
                "5:17: point name 'A B' is not of the form [A-Za-z0-9][A-Za-z0-9._-]{0,127}; use letters, digits, '.', '_' and '-'");
        point("plant", "{point: A, node: a, unit: kW, writable: true}",
                "5:39: 'writable' is not known here; known are [history, node, offset, point, scale, sourceUnit, unit, write]");
        point("plant", "{point: A, node: a, unit: kW, write: yes}", "5:46: 'write' is 'yes'; write true or false");
        point("plant", "{point: A, node: a, unit: kW, scale: 0}",
                "5:46: 'scale' is 0, which makes every value the same; write another number");
        point("plant", "{point: A, node: a, unit: kW, scale: 1/10}", "5:46: 'scale' is '1/10', not a number; write one such as 0.001");
        point("plant", "{point: A, node: a, unit: kW, offset: .inf}", "5:47: 'offset' is '.inf', not a number; write one such as 0.001");
        point("plant", "{point: A, node: a, unit: kW, scale: 1e999}", "5:46: 'scale' is '1e999', not a number; write one such as 0.001");
    }

    @Test
    void units() throws IOException {
        point("plant", "{point: A, node: a, unit: kWatt}",
                "5:35: 'kWatt' is not a UCUM unit; write one such as kW, m/s, Cel, %, /min, or 1 for none");
        point("plant", "{point: A, node: a, unit: kW, sourceUnit: rpm}",
                "5:51: 'rpm' is not a UCUM unit; write one such as kW, m/s, Cel, %, /min, or 1 for none");
        point("plant", "{point: A, node: a, unit: kW, sourceUnit: bar}",
                "5:51: 'bar' cannot become 'kW': they do not measure the same quantity");
        point("plant", "{point: A, node: a, unit: W, scale: 1e300, sourceUnit: GW}",
                "5:64: a scale needs a finite factor other than 0 and a finite offset, not Infinity and 0.0");
    }

    @Test
    void samePointBoundTwice() throws IOException {
        ConfigurationFolder site = ConfigurationFolder.plant(folder)
                .file("bindings/1.yaml", "connection: plant", "bindings:", "  - {twin: wt-01, points: [{point: A, node: a, unit: kW}]}")
                .file("bindings/2.yaml", "connection: mast", "bindings:",
                        "  - {twin: wt-01, topic: t, points: [{point: A, pointer: /a, unit: kW}]}");
        SiteReport report = site.read();
        assertThat(report.problems())
                .containsExactly("bindings/2.yaml:3:46: point 'wt-01/A' is bound twice, first at bindings/1.yaml:3:36; remove one");
        assertThat(report.configuration().bindings("plant")).hasSize(1);
        assertThat(report.configuration().bindings("mast")).isEmpty();
    }

    @Test
    void everyProblemOfOnePointIsNamed() throws IOException {
        point("plant", "{point: '', node: {}, unit: x, scale: a, write: 1}",
                "5:17: point name '' is not of the form [A-Za-z0-9][A-Za-z0-9._-]{0,127}; use letters, digits, '.', '_' and '-'",
                "5:27: 'node' must be a single value, not a list or keys of its own",
                "5:37: 'x' is not a UCUM unit; write one such as kW, m/s, Cel, %, /min, or 1 for none",
                "5:57: 'write' is '1'; write true or false");
    }

    @Test
    void placeholders() throws IOException {
        String head = "connection: mast\nbindings:\n  - twin: ";
        binding(head + "wt-09\n    points:\n      - {point: '{x}', pointer: '', unit: '1'}",
                "3:11: there is no twin 'wt-09'; did you mean 'wt-01'?");
        binding(head + "'{m}'\n    points:\n      - {point: '{x} y', pointer: '', unit: '1'}", "5:17: point name 'x y' is not of the form"
                + " [A-Za-z0-9][A-Za-z0-9._-]{0,127}; use letters, digits, '.', '_' and '-'");
        binding(head + "wt-01\n    points:\n      - {point: y, pointer: /v, column: 1, unit: '1'}",
                "5:41: 'column' and 'pointer' both say where the point is; remove one");
        binding("connection: plant\nbindings:\n  - twin: '{m}'\n    points:\n      - {point: y, node: a, unit: '1'}",
                "3:11: twin id '{m}' is not of the form [a-z0-9][a-z0-9._-]{0,63}; use lower-case letters, digits, '.', '_' and '-'");
    }
}
