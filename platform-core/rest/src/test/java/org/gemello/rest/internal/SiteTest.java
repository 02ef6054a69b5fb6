package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gemello.api.site.SiteKind;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private static final String EDITS = "{\"dryRun\":%s,\"edits\":[{\"kind\":\"TWIN\",\"name\":\"wt-07\",\"content\":{\"id\":\"wt-07\","
            + "\"type\":\"energy/wind-turbine\"},\"expected\":\"absent\"},{\"kind\":\"BINDING\",\"name\":\"plant/wt-01\"}]}";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndChangesNothing() throws Exception {
        Answer answer = api.post("/site/changes", "engineer", EDITS.formatted(true));
        assertThat(answer.body().get("effects")).extracting(JsonNode::asText).containsExactly("TWIN wt-07 comes", "BINDING plant/wt-01 goes");
        assertThat(api.platform.site.document(SiteKind.TWIN, "wt-07")).isEmpty();
        assertThat(api.security.events).isEmpty();
    }

    @Test
    void severalEditsAreOneChangeAndOneLineOfTheAuditLog() throws Exception {
        Answer answer = api.post("/site/changes", "engineer", EDITS.formatted(false));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/documents/0/name").asText()).isEqualTo("wt-07");
        assertThat(api.platform.site.document(SiteKind.BINDING, "plant/wt-01")).isEmpty();
        assertThat(api.security.events).singleElement().extracting(AuditEvent::reason)
                .isEqualTo("twin wt-07 made; binding plant/wt-01 removed");
        assertThat(api.post("/site/changes", "engineer", EDITS.formatted(false)).status()).isEqualTo(412);
    }

    @Test
    void aWholeFleetFitsIntoOneChange() throws Exception {
        String edits = IntStream.range(0, 2_000).mapToObj(i -> "{\"kind\":\"TWIN\",\"name\":\"t-%d\",\"content\":{\"id\":\"t-%d\",\"type\":\"energy/tank\"}}"
                .formatted(i, i)).collect(Collectors.joining(",", "{\"edits\":[", "]}"));
        assertThat(edits.length()).isGreaterThan(64 << 10);
        assertThat(api.post("/site/changes", "engineer", edits).body().get("documents")).hasSize(2_000);
        assertThat(api.security.events).hasSize(20);
    }

    @Test
    void aConnectionIsShownWholeToEngineersAlone() throws Exception {
        JsonNode seen = api.get("/site/documents").body();
        assertThat(seen).extracting(document -> document.get("kind").asText()).containsExactly("TWIN", "CONNECTION", "BINDING");
        assertThat(seen).extracting(document -> document.has("content")).containsExactly(true, false, true);
        assertThat(api.call("GET", "/site/documents?kind=CONNECTION", "engineer").body().at("/0/content/kind").asText()).isEqualTo("opcua");
    }

    @Test
    void oneDocumentIsAskedForByItsName() throws Exception {
        assertThat(api.get("/site/documents?kind=BINDING&name=plant/wt-01").body()).singleElement()
                .extracting(document -> document.get("name").asText()).isEqualTo("plant/wt-01");
        assertThat(api.get("/site/documents?kind=BINDING&name=plant").body()).isEmpty();
    }

    @Test
    void documentsComeInPages() throws Exception {
        Answer first = api.get("/site/documents?limit=2");
        assertThat(first.body()).hasSize(2);
        Answer second = api.get(ApiServer.next(first));
        assertThat(second.body()).extracting(document -> document.get("name").asText()).containsExactly("plant/wt-01");
        assertThat(second.header("Link")).isNull();
    }

    @Test
    void aFolderThatWasChangedByHandIsReadAgain() throws Exception {
        assertThat(api.call("POST", "/site/reload", "engineer").body().at("/effects/0").asText()).isEqualTo("connection plant is restarted");
        assertThat(api.security.events).singleElement().extracting(AuditEvent::action).isEqualTo("site.reload");
    }

    @Test
    void aConnectionIsTriedAndTheTrialAudited() throws Exception {
        Answer answer = api.post("/connection-probes", "engineer",
                "{\"connection\":{\"connection\":\"new\",\"kind\":\"opcua\",\"endpoint\":\"opc.tcp://x\"},\"bindings\":[{\"twin\":\"wt-01\"}],\"seconds\":5}");
        assertThat(answer.body().get("reached").asBoolean()).isTrue();
        assertThat(answer.body().get("text").asText()).endsWith("waited 5 s");
        assertThat(answer.body().at("/readings/0/value").asDouble()).isEqualTo(1523.4);
        assertThat(answer.body().at("/readings/1/problem").asText()).isEqualTo("there is no such node");
        assertThat(api.security.events).singleElement().extracting(AuditEvent::object).isEqualTo("new");
        Answer wrong = api.post("/connection-probes", "engineer", "{\"connection\":{\"connection\":\"new\",\"kind\":\"opcua\"}}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().at("/errors/0/place").asText()).isEqualTo("connection:1:1");
    }

    @ParameterizedTest
    @CsvSource({"/site/changes,'{\"edits\":[{\"kind\":\"TWIN\",\"name\":\"wt-01\"}]}'", "/site/changes,'{\"dryRun\":true,\"edits\":[{\"kind\":\"TWIN\",\"name\":\"wt-01\"}]}'",
        "/site/reload,''", "/connection-probes,'{\"connection\":{\"connection\":\"a\",\"kind\":\"b\"}}'"})
    void engineersAlone(String path, String json) throws Exception {
        assertThat(api.post(path, "operator", json).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"edits\":[]}", "{\"edits\":[{\"kind\":\"DOG\",\"name\":\"x\"}]}", "{\"edits\":[{\"kind\":\"TWIN\"}]}",
        "{\"edits\":[{\"kind\":\"TWIN\",\"name\":\"\"}]}", "{\"edits\":[{\"kind\":\"TWIN\",\"name\":\"a\",\"expected\":null}]}", "{\"edits\":[null]}"})
    void aChangeOfAnotherFormIsABadRequest(String json) throws Exception {
        assertThat(api.post("/site/changes", "engineer", json).status()).isEqualTo(400);
    }
}
