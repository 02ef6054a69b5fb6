package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.util.List;
import org.gemello.api.site.SiteKind;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {
    private static final String NEW = "{\"id\":\"wt-09\",\"type\":\"energy/wind-turbine\",\"name\":\"Nine\",\"parts\":{\"blade\":[\"b-1\"]}}";
    private static final String CHANGED = "{\"id\":\"wt-01\",\"type\":\"energy/wind-turbine\",\"configuration\":{\"vibrationRate\":1280}}";
    private static final String DEFINITION = "/twins/wt-01/definition";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer change(String method, String path, String json, String... headers) throws Exception {
        HttpRequest.Builder request = api.request(path, "engineer").header("Content-Type", "application/json");
        return api.send((headers.length == 0 ? request : request.headers(headers))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)).build());
    }

    @Test
    void aTwinThatIsMadeIsThereForEveryQueryAtOnce() throws Exception {
        Answer made = change("POST", "/twins", NEW);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/twins/wt-09/definition");
        assertThat(made.body().at("/parts/blade/0").asText()).isEqualTo("b-1");
        assertThat(api.get("/twins/wt-09").body().get("name").asText()).isEqualTo("Nine");
        JsonNode page = api.get("/twins?q=nine&view=brief").body();
        assertThat(page.at("/items/0/id").asText()).isEqualTo("wt-09");
        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(api.get("/twins/wt-09/definition").header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(change("POST", "/twins", NEW).status()).isEqualTo(409);
    }

    @Test
    void aChangeIsMadeForWhatWasReadAndAuditedWithItsValues() throws Exception {
        String tag = api.get(DEFINITION).header("ETag");
        Answer changed = change("PUT", DEFINITION, CHANGED, "If-Match", tag);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo(api.get(DEFINITION).header("ETag")).isNotEqualTo(tag);
        assertThat(api.security.events).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("twin.change");
            assertThat(event.object()).isEqualTo("wt-01");
            assertThat(event.reason()).contains("configuration.vibrationRate: 2560 -> 1280", "accept: [wake-steering] -> none");
        });
        assertThat(change("PUT", DEFINITION, CHANGED, "If-Match", tag).status()).isEqualTo(412);
        assertThat(change("PUT", DEFINITION, CHANGED, "If-Match", "\"x\", " + changed.header("ETag")).status()).isEqualTo(200);
        assertThat(change("PUT", DEFINITION, CHANGED, "If-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void aChangeWithoutAConditionIsRefused() throws Exception {
        assertThat(change("PUT", DEFINITION, CHANGED).status()).isEqualTo(428);
        assertThat(change("DELETE", "/twins/wt-01", null).status()).isEqualTo(428);
        assertThat(change("PUT", DEFINITION, CHANGED, "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(change("PUT", DEFINITION, CHANGED, "If-None-Match", "\"x\"").status()).isEqualTo(400);
        assertThat(change("PUT", "/twins/wt-09/definition", NEW, "If-Match", "*").status()).isEqualTo(404);
        Answer made = change("PUT", "/twins/wt-09/definition", NEW, "If-None-Match", "*");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/twins/wt-09/definition");
    }

    @Test
    void whatIsRemovedIsGone() throws Exception {
        assertThat(change("DELETE", "/twins/wt-01", null, "If-Match", "\"other\"").status()).isEqualTo(412);
        assertThat(change("DELETE", "/twins/wt-01", null, "If-Match", api.get(DEFINITION).header("ETag")).status()).isEqualTo(204);
        assertThat(api.get(DEFINITION).status()).isEqualTo(404);
        assertThat(change("DELETE", "/twins/wt-01", null, "If-Match", "*").status()).isEqualTo(404);
    }

    @Test
    void aSiteThatWouldBeWrongSaysWhere() throws Exception {
        Answer refused = change("POST", "/twins", NEW.replace("energy/", "unknown/"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("type").asText()).isEqualTo("urn:gemello:problem:site-refused");
        assertThat(refused.body().at("/errors/0/place").asText()).isEqualTo("twins/wt-09.yaml:3:7");
        assertThat(refused.body().at("/errors/0/text").asText()).startsWith("type 'unknown/wind-turbine' is not installed");
        assertThat(refused.body().at("/errors/1/place").asText()).isEmpty();
        assertThat(api.security.events).extracting(AuditEvent::outcome).containsExactly(Outcome.ALLOWED, Outcome.REFUSED);
    }

    @Test
    void aWrongValueOfTheConfigurationIsNamedByItsKey() throws Exception {
        Answer refused = change("PUT", DEFINITION, CHANGED.replace("vibrationRate", "powr"), "If-Match", "*");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/place").asText()).isEqualTo("configuration.powr");
        assertThat(refused.body().at("/errors/0/text").asText()).isEqualTo("twin wt-01: it is not known");
    }

    @Test
    void withoutAuditNothingIsChanged() throws Exception {
        api.security.full = true;
        assertThat(change("POST", "/twins", NEW).status()).isEqualTo(503);
        assertThat(change("PUT", DEFINITION, CHANGED, "If-Match", "*").status()).isEqualTo(503);
        assertThat(change("DELETE", "/twins/wt-01", null, "If-Match", "*").status()).isEqualTo(503);
        assertThat(api.platform.site.document(SiteKind.TWIN, "wt-01")).isPresent();
        assertThat(api.platform.site.document(SiteKind.TWIN, "wt-09")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"POST,/twins", "PUT,/twins/wt-01/definition", "DELETE,/twins/wt-01", "DELETE,/connections/plant/definition", "GET,/connections/plant/definition",
        "DELETE,/connections/plant/bindings/wt-01"})
    void whoIsNoEngineerChangesNothing(String method, String path) throws Exception {
        HttpRequest request = api.request(path, "operator").header("Content-Type", "application/json").header("If-Match", "*")
                .method(method, method.startsWith("P") ? BodyPublishers.ofString(CHANGED) : BodyPublishers.noBody()).build();
        assertThat(api.send(request).status()).isEqualTo(403);
        assertThat(api.security.events).singleElement().extracting(AuditEvent::outcome).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"WT\",\"type\":\"energy/x\"}", "{\"id\":\"wt-09\",\"type\":\"energy\"}", "{\"id\":\"wt-09\",\"type\":\"energy/x\",\"color\":1}",
        "{\"id\":\"wt-09\",\"type\":\"energy/x\",\"parts\":{\"r\":[\"A B\"]}}", "{\"id\":\"wt-09\",\"type\":\"energy/x\",\"accept\":[\"a b\"]}",
        "{\"id\":\"wt-09\",\"type\":\"energy/x\",\"configuration\":{\"a\":null}}"})
    void aTwinOfAnotherFormIsABadRequest(String json) throws Exception {
        assertThat(change("POST", "/twins", json).status()).isEqualTo(400);
    }

    @Test
    void theBodyIsAboutWhatThePathNames() throws Exception {
        assertThat(change("PUT", "/twins/wt-02/definition", CHANGED, "If-None-Match", "*").status()).isEqualTo(400);
        assertThat(change("PUT", "/connections/x/definition", "{\"connection\":\"y\",\"kind\":\"opcua\"}", "If-None-Match", "*").status()).isEqualTo(400);
        assertThat(change("POST", "/connections", "{\"kind\":\"opcua\",\"endpoint\":\"x\"}").status()).isEqualTo(400);
    }

    @Test
    void aConnectionIsMadeChangedAndRemovedAndItsValuesAreNotAudited() throws Exception {
        Answer made = change("POST", "/connections", "{\"connection\":\"lab\",\"kind\":\"opcua\",\"endpoint\":\"opc.tcp://a:b@lab\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/connections/lab/definition");
        Answer changed = change("PUT", "/connections/lab/definition", "{\"connection\":\"lab\",\"kind\":\"opcua\",\"endpoint\":\"opc.tcp://c:d@lab\"}",
                "If-Match", made.header("ETag"));
        assertThat(changed.body().get("endpoint").asText()).isEqualTo("opc.tcp://c:d@lab");
        assertThat(api.security.events).extracting(AuditEvent::reason).containsExactly("connection lab made", "connection lab endpoint");
        assertThat(change("DELETE", "/connections/lab/definition", null, "If-Match", changed.header("ETag")).status()).isEqualTo(204);
        assertThat(change("GET", "/connections/plant/definition", null).body().get("kind").asText()).isEqualTo("opcua");
    }

    @Test
    void bindingsAreThoseOfOneTwinToOneConnection() throws Exception {
        String binding = "{\"connection\":\"plant\",\"twin\":\"%s\",\"bindings\":[{\"points\":[{\"point\":\"WTUR.W\",\"node\":\"s=W\",\"unit\":\"kW\"}]}]}";
        for (String twin : List.of("wt-02", "wt-03")) {
            assertThat(change("PUT", "/connections/plant/bindings/" + twin, binding.formatted(twin), "If-None-Match", "*").status()).isEqualTo(201);
        }
        Answer first = api.get("/connections/plant/bindings?limit=2");
        assertThat(first.body()).extracting(each -> each.get("twin").asText()).containsExactly("wt-01", "wt-02");
        assertThat(api.get(ApiServer.next(first)).body()).extracting(each -> each.get("twin").asText()).containsExactly("wt-03");
        assertThat(api.get("/connections/plant/bindings/wt-01").body().at("/bindings/0/points/0/unit").asText()).isEqualTo("kW");
        assertThat(change("DELETE", "/connections/plant/bindings/wt-03", null, "If-Match", "*").status()).isEqualTo(204);
        assertThat(api.get("/connections/none/bindings").status()).isEqualTo(404);
        assertThat(api.get("/connections/plant/bindings/wt-03").status()).isEqualTo(404);
    }

    @Test
    void relationsAreSeenFromBothSides() throws Exception {
        api.platform.twins.add(FakePlatform.farm("wf-01", "wt-01", "wt-02"));
        assertThat(api.get("/twins/wf-01/relations").body().at("/parts/1/twin").asText()).isEqualTo("wt-02");
        JsonNode part = api.get("/twins/wt-01/relations").body();
        assertThat(part.at("/partOf/0/twin").asText()).isEqualTo("wf-01");
        assertThat(part.at("/partOf/0/role").asText()).isEqualTo("turbine");
        assertThat(part.get("parts")).isEmpty();
        assertThat(api.get("/twins/none/relations").status()).isEqualTo(404);
    }

    @Test
    void aTwinSaysWhichProposalsArePreaccepted() throws Exception {
        assertThat(api.get("/twins/wt-01").body().at("/accept/0").asText()).isEqualTo("wake-steering");
        assertThat(api.get("/twins/wt-02").body().has("accept")).isFalse();
        api.platform.siteIsThere = false;
        assertThat(api.get("/twins/wt-01").body().has("accept")).isFalse();
        assertThat(api.get(DEFINITION).status()).isEqualTo(503);
    }

    @Test
    void installedTypesAreToldWithTheirModels() throws Exception {
        assertThat(api.get("/models").body().at("/0/type").asText()).isEqualTo("energy/wind-turbine");
        assertThat(api.get("/models/energy/wind-turbine").body().at("/model/points/0/unit").asText()).isEqualTo("kW");
        JsonNode configuration = api.get("/models/energy/wind-turbine").body().get("configuration");
        assertThat(configuration.get(0).toString()).isEqualTo("{\"key\":\"vibrationRate\",\"type\":\"NUMBER\",\"title\":{\"en\":\"Sampling rate\"},"
                + "\"required\":false,\"unit\":\"/s\",\"low\":1.0,\"default\":\"2560\"}");
        assertThat(configuration.at("/1/choices").toString()).isEqualTo("[\"gauss\",\"jensen\"]");
        assertThat(api.get("/models/energy/none").status()).isEqualTo(404);
        assertThat(api.get("/models/En/none").status()).isEqualTo(400);
    }
}
