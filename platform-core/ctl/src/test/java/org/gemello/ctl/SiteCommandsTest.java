package org.gemello.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SiteCommandsTest extends AtATerminal {
    private Path site() throws IOException {
        Path site = Files.createDirectories(folder.resolve("site/twins")).getParent();
        Files.writeString(site.resolve("twins/farm.yaml"), "twins:\n  - {id: wt-01, type: energy/wind-turbine}\n  - {id: farm, type: energy/wind-farm, parts: {turbine: [wt-01]}}\n");
        Files.writeString(site.resolve("connection.yaml"), "connection: plant\nkind: opcua\nendpoint: opc.tcp://plant:4840\n");
        Files.writeString(site.resolve("bindings.yaml"), """
                connection: plant
                bindings:
                  - {twin: wt-01, points: [{point: WTUR.W, node: s=W, unit: kW}]}
                  - {twin: farm, points: [{point: W, node: s=F, unit: kW}]}
                  - {twin: wt-01, queueSize: 10, points: [{point: WTUR.V, node: s=V, unit: m/s}]}
                """);
        Files.writeString(site.resolve("notes.txt"), "no document");
        return site;
    }

    private JsonNode sent() throws IOException {
        String request = platform.asked.get(platform.asked.size() - 1);
        assertThat(request).startsWith("POST /site/changes ");
        return new ObjectMapper().readTree(request.substring("POST /site/changes ".length()));
    }

    @Test
    void aFolderIsOneChange() throws IOException {
        platform.answers("POST /site/changes", "{\"documents\": [], \"effects\": [\"twin wt-01 begins\", \"connection plant is started\"]}");

        assertThat(run("apply", "-f", site().toString(), "--dry-run")).isZero();
        assertThat(sent().get("dryRun").asBoolean()).isTrue();
        assertThat(run("apply", "-f", site().toString())).isZero();

        assertThat(out.lines()).containsExactly("site, 5 documents: ", "  twin wt-01 begins", "  connection plant is started");
        JsonNode change = sent();
        assertThat(change.get("dryRun").asBoolean()).isFalse();
        assertThat(change.get("edits")).extracting(edit -> edit.get("kind").asText() + ' ' + edit.get("name").asText())
                .containsExactly("BINDING plant/wt-01", "BINDING plant/farm", "CONNECTION plant", "TWIN wt-01", "TWIN farm");
        assertThat(change.at("/edits/0/content/bindings")).hasSize(2);
        assertThat(change.at("/edits/2/content/kind").asText()).isEqualTo("opcua");
        assertThat(change.at("/edits/4/content/parts/turbine/0").asText()).isEqualTo("wt-01");
        assertThat(platform.asked).hasSize(2);
    }

    @Test
    void aSiteThatWouldBeWrongIsToldWithItsPlaces() throws IOException {
        platform.answers("POST /site/changes", 422, "{\"title\": \"The site would be wrong\", \"detail\": \"twins/farm.yaml:3:7: type is not installed\"}");
        assertThat(run("apply", "-f", site().toString())).isEqualTo(Gemelloctl.FAILED);
        assertThat(err).contains("twins/farm.yaml:3:7: type is not installed");
    }

    @Test
    void whatStandsTwiceOrIsNothingIsNotSent() throws IOException {
        Path site = site();
        Files.writeString(site.resolve("again.yaml"), "twins: [{id: wt-01, type: energy/wind-turbine}]");
        assertThat(run("apply", "-f", site.toString())).isEqualTo(Gemelloctl.USAGE);
        assertThat(err).contains("twin 'wt-01' stands in another document too");
        Files.writeString(site.resolve("again.yaml"), "connection: plant");
        assertThat(run("apply", "-f", site.resolve("again.yaml").toString())).isEqualTo(Gemelloctl.USAGE);
        Files.writeString(site.resolve("again.yaml"), "twins: [{name: x}]");
        assertThat(run("apply", "-f", site.resolve("again.yaml").toString())).isEqualTo(Gemelloctl.USAGE);
        assertThat(err).contains("'id' is missing");
        assertThat(platform.asked).isEmpty();
    }

    @Test
    void whatIsDeletedGoesTogetherOrNotAtAll() throws IOException {
        platform.answers("POST /site/changes", "{\"documents\": [], \"effects\": [\"twin wt-01 goes\"]}");
        assertThat(run("delete", "twin", "wt-01", "wt-02", "--dry-run")).isZero();
        assertThat(out).contains("twin wt-01, wt-02:").contains("  twin wt-01 goes");
        assertThat(sent().get("dryRun").asBoolean()).isTrue();
        assertThat(run("delete", "binding", "plant/wt-01")).isZero();
        assertThat(sent().at("/edits/0").has("content")).isFalse();
        assertThat(sent().at("/edits/0/kind").asText()).isEqualTo("BINDING");
        assertThat(run("delete", "history", "wt-01")).isEqualTo(Gemelloctl.USAGE);
    }

    @Test
    void theFolderIsReadAgain() {
        platform.answers("POST /site/reload", "{\"documents\": [], \"effects\": []}");
        assertThat(run("reload")).isZero();
        assertThat(out).contains("site: unchanged");
    }

    @Test
    void alarmsAreShownAndHandled() {
        String alarm = "{\"source\": \"wt-01\", \"name\": \"overspeed\", \"severity\": \"HIGH\", \"state\": \"SHELVED\", \"aside\": {\"until\": \"2026-03-01T13:00:00Z\"}}";
        platform.page("GET /alarms?state=SHELVED", "[" + alarm + "]", "/alarms?state=SHELVED&cursor=YQ").answers("GET /alarms?state=SHELVED&cursor=YQ", "[" + alarm + "]")
                .answers("POST /alarms/wt-01/overspeed/handling", alarm);

        assertThat(run("get", "alarms", "-f", "state=SHELVED")).isZero();
        assertThat(out.lines()).hasSize(3).last().asString().contains("overspeed  HIGH      SHELVED").contains("2026-03-01T13:00:00Z");
        assertThat(run("alarm", "shelve", "wt-01", "overspeed", "--reason", "crew at work", "--minutes", "30", "-o", "json")).isZero();
        assertThat(platform.asked).last().asString().endsWith("{\"action\":\"SHELVE\",\"reason\":\"crew at work\",\"minutes\":30}");
        assertThat(run("alarm", "ack", "wt-01", "overspeed")).isZero();
        assertThat(platform.asked).last().asString().endsWith("{\"action\":\"ACKNOWLEDGE\"}");
        for (String action : new String[] {"suppress", "out-of-service", "restore"}) {
            assertThat(run("alarm", action, "wt-01", "overspeed", "--reason", "maintenance")).isZero();
        }
        assertThat(platform.asked).last().asString().contains("RESTORE");
    }

    @Test
    void modelsRelationsAndBindingsAreTables() {
        platform.answers("GET /models", "[{\"type\": \"energy/wind-turbine\", \"model\": {\"title\": \"Wind turbine\", \"schema\": 3}}]")
                .answers("GET /twins/farm/relations", "{\"parts\": [{\"role\": \"turbine\", \"twin\": \"wt-01\"}], \"partOf\": [{\"role\": \"farm\", \"twin\": \"grid\"}]}")
                .answers("GET /connections/plant/bindings", "[{\"connection\": \"plant\", \"twin\": \"wt-01\", \"bindings\": []}]");
        assertThat(run("get", "models")).isZero();
        assertThat(out).contains("energy/wind-turbine  Wind turbine  3");
        platform.answers("GET /models/energy/battery", "{\"type\": \"energy/battery\", \"model\": {}, \"configuration\": [{\"key\": \"wear\", \"type\": \"NUMBER\","
                + " \"title\": {\"en\": \"Wear\"}, \"unit\": \"1\", \"low\": 0.0, \"default\": \"20\", \"required\": false}]}");
        assertThat(run("get", "model", "energy/battery")).isZero();
        assertThat(out).contains("KEY").contains("wear  NUMBER  1     0.0        20       false");
        assertThat(run("get", "relations", "-f", "twin=farm")).isZero();
        assertThat(out).contains("has part    wt-01  turbine").contains("is part of  grid   farm");
        assertThat(run("get", "bindings", "-f", "connection=plant")).isZero();
        assertThat(out).contains("plant       wt-01");
        assertThat(run("get", "bindings")).isEqualTo(Gemelloctl.USAGE);
        assertThat(err).contains("--filter connection=NAME");
    }

    @Test
    void policiesAreMadeChangedForWhatWasReadAndRemoved() throws IOException {
        Path file = Files.writeString(site().resolve("policy.yaml"), """
                kind: policy
                id: acme
                effect: ALLOW
                subjects: {users: [acme]}
                actions: [READ]
                twins: ["north-*"]
                """);
        String same = "{\"id\": \"acme\", \"effect\": \"ALLOW\", \"subjects\": {\"users\": [\"acme\"], \"roles\": [], \"keys\": []}, \"actions\": [\"READ\"],"
                + " \"twins\": [\"north-*\"], \"points\": [], \"commands\": [], \"revision\": 3}";
        platform.answers("GET /policies/acme", 404, "{\"title\": \"no such policy\"}").answers("PUT /policies/acme", same);
        assertThat(run("apply", "-f", file.toString())).isZero();
        assertThat(out).contains("policy acme: made");
        assertThat(platform.asked).last().asString().contains("\"twins\":[\"north-*\"]").doesNotContain("\"id\"");

        platform.answers("GET /policies/acme", same).answers("GET /policies/acme", same).answers("GET /policies", "[" + same + "]").answers("DELETE /policies/acme", 204, "");
        assertThat(run("apply", "-f", file.toString(), "--dry-run")).isZero();
        assertThat(out).contains("policy acme: would be made");
        assertThat(run("apply", "-f", file.toString())).isZero();
        assertThat(out).contains("policy acme: unchanged");
        assertThat(run("get", "policies")).isZero();
        assertThat(out).contains("acme  ALLOW");
        assertThat(run("get", "policy", "acme")).isZero();
        assertThat(run("delete", "policy", "acme")).isZero();
        assertThat(out).contains("policy acme: removed");
    }

    @Test
    void anAuditLogThatWasTouchedIsAFailure() {
        platform.answers("POST /audit/verification", "{\"whole\": true, \"lines\": 4711}").answers("POST /audit/verification", "{\"whole\": false, \"lines\": 12}");
        assertThat(run("audit", "verify")).isZero();
        assertThat(out).contains("4711");
        assertThat(run("audit", "verify")).isEqualTo(Gemelloctl.FAILED);
    }
}
