package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private List<JsonNode> items(Answer page) {
        JsonNode list = page.body().isArray() ? page.body() : page.body().get("items");
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    private List<JsonNode> pages(String path) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        Answer page = api.call("GET", path, "admin");
        all.addAll(items(page));
        while (page.header("Link") != null) {
            assertThat(items(page)).hasSize(1);
            page = api.call("GET", ApiServer.next(page), "admin");
            all.addAll(items(page));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/twins", "/twins?q=turbine", "/connections", "/users", "/alarms", "/proposals", "/jobs", "/dead-letters", "/exports", "/backups",
        "/pack-operations", "/site/documents", "/keys", "/audit", "/packs", "/packs/energy/log", "/staged-packs", "/publishers", "/pack-offers", "/pack-bindings", "/certificates", "/models",
        "/demo-plants", "/platform/alarms", "/twins/wt-01/annotations?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z", "/twins/wt-01/points/WTUR.W/corrections"})
    void pagesPutTogetherAreTheWholeList(String path) throws Exception {
        api.call("POST", "/backups", "admin");
        api.post("/keys", "admin", "{\"name\":\"a\",\"role\":\"VIEWER\",\"days\":1}");
        List<JsonNode> whole = items(api.call("GET", path, "admin"));
        assertThat(whole).as("something to see").isNotEmpty();
        assertThat(pages(path + (path.contains("?") ? "&" : "?") + "limit=1")).isEqualTo(whole);
    }

    @Test
    void commandsThatComeMeanwhileMoveNoOtherOne() throws Exception {
        String command = "{\"name\":\"set-power-limit\",\"arguments\":{\"limit\":%d}}";
        for (int i = 0; i < 4; i++) {
            api.post("/twins/wt-01/commands", "operator", command.formatted(1000 + i));
        }
        Answer first = api.get("/twins/wt-01/commands?limit=2");
        api.post("/twins/wt-01/commands", "operator", command.formatted(900));
        assertThat(first.body()).extracting(each -> each.get("id").asText()).containsExactly("c-4", "c-3");
        assertThat(api.get(ApiServer.next(first)).body()).extracting(each -> each.get("id").asText()).containsExactly("c-2", "c-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs?cursor=eA", "/jobs?cursor=x", "/jobs?cursor=a%20b", "/jobs?limit=0", "/users?limit=1001", "/alarms?cursor=bm9uZQ"})
    void aCursorThatNoPageHasNamedIsABadRequest(String path) throws Exception {
        Answer answer = api.call("GET", path, "admin");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/violations/0/field").asText()).isIn("cursor", "limit");
    }

    @Test
    void aUserIsChangedForWhatWasRead() throws Exception {
        Answer read = api.call("GET", "/users/operator", "admin");
        assertThat(read.body().at("/roles/0").asText()).isEqualTo("OPERATOR");
        Answer changed = put("{\"roles\":[\"VIEWER\"]}", read.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo(api.call("GET", "/users/operator", "admin").header("ETag"));
        assertThat(put("{\"roles\":[\"ENGINEER\"]}", read.header("ETag")).status()).isEqualTo(412);
        assertThat(api.send(api.request("/users/operator", "admin").header("If-Match", read.header("ETag")).DELETE().build()).status()).isEqualTo(412);
        assertThat(api.call("GET", "/users/nobody", "admin").status()).isEqualTo(404);
        assertThat(api.call("GET", "/users/operator", "engineer").status()).isEqualTo(403);
    }

    private Answer put(String json, String tag) throws Exception {
        return api.send(HttpRequest.newBuilder(api.uri("/users/operator")).header("Authorization", ApiServer.basic("admin")).header("If-Match", tag)
                .header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)).build());
    }
}
