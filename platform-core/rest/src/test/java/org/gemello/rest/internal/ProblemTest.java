package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/twins?limit=0|limit|greater than or equal to 1",
        "/twins?limit=1001|limit|less than or equal to 1000",
        "/twins?limit=many|limit|many",
        "/twins?status=HAPPY|status|HAPPY",
        "/twins?cursor=%22|cursor|must match",
        "/twins/WT-01|twinId|must match",
        "/twins/wt-01/points/WTUR.W/history?maxPoints=1|maxPoints|greater than or equal to 2",
        "/twins/wt-01/points/WTUR.W/history?from=yesterday|from|2026-03-01T12:00:00Z",
        "/twins/wt-01/points/WTUR.W/history?from=2026-03-01T12:00:00Z&to=2026-03-01T12:00:00Z|from|not before",
        "/traces/0AF7|traceId|must match",
        "/events?since=-2|since|greater than or equal to -1",
        "/events?since=5|since|past the end",
        "/events?twin=wt/01|twin|not of the form",
        "/events?point=a/b/c|point|not of the form",
        "/events?kind=sample|kind|samples"})
    void aQueryThatBreaksTheContractIsToldWhere(String path, String field, String message) throws Exception {
        Answer answer = api.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:gemello:problem:invalid-request");
        assertThat(answer.body().at("/violations/0/field").asText()).isEqualTo(field);
        assertThat(answer.body().at("/violations/0/message").asText()).contains(message);
        assertThat(answer.body().get("traceId").asText()).isEqualTo(answer.header("Trace-Id"));
        assertThat(answer.body().get("instance").asText()).isEqualTo(api.uri(path).getRawPath());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"name\": \"x\", \"force\": true}|force|is not known here; known are",
        "{\"name\": \"x\", \"arguments\": {\"a\": null}}|arguments.a|must not be null",
        "{\"name\": \"x\", \"arguments\": null}|arguments|must not be null",
        "{\"name\": \"x\", \"arguments\": {\"a\": \"1\"}}|arguments.a|",
        "{\"name\": \"x\", \"arguments\": {\"a\": 1e999}}|arguments.a|too large",
        "{\"name\": \"x\", \"arguments\": [1]}|arguments|wrong type",
        "{\"name\": \"x\", \"timeToLive\": \"PT0.05S\"}|timeToLive|from PT0.1S to PT10M",
        "{\"name\": \"x\", \"timeToLive\": \"PT11M\"}|timeToLive|from PT0.1S to PT10M",
        "{\"name\": \"x\", \"timeToLive\": \"5 s\"}|timeToLive|must match",
        "{\"name\": \"../x\"}|name|must match",
        "{}|name|missing",
        "[]|body|wrong type",
        "null|body|must not be null",
        "{\"name\": \"x\",~  \"arguments\": {1}}|body|line 2, column",
        "{\"name\": \"x\", \"name\": \"y\"}|body|Duplicate",
        "{\"name\": \"x\"} {}|body|"})
    void aBodyThatBreaksTheContractIsToldWhere(String body, String field, String message) throws Exception {
        Answer answer = api.post("/twins/wt-01/commands", "operator", body.replace('~', '\n'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/violations/0/field").asText()).isEqualTo(field);
        assertThat(answer.body().at("/violations/0/message").asText()).contains(message == null ? "" : message)
                .doesNotContain("org.gemello");
        assertThat(api.platform.commands.submitted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/nowhere", "/twins/wt-99", "/twins/wt-99/state", "/twins/wt-99/commands", "/commands/c-99", "/application.wadl",
        "/traces/00000000000000000000000000000001", "/"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        Answer answer = api.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("type").asText()).isEqualTo("about:blank");
        assertThat(answer.body().has("violations")).isFalse();
    }

    @Test
    void otherMethodsAndMediaTypesAreRefused() throws Exception {
        Answer method = api.send(api.request("/twins", "operator").DELETE().build());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET");
        assertThat(api.send(api.request("/twins", "viewer").header("Accept", "text/html").build()).status()).isEqualTo(406);
        assertThat(api.send(api.request("/twins/wt-01/commands", "operator").header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")).build()).status()).isEqualTo(415);
    }

    @Test
    void aBodyHasAnEnd() throws Exception {
        String body = "{\"name\": \"" + "x".repeat(70_000) + "\"}";
        assertThat(api.post("/twins/wt-01/commands", "operator", body).status()).isEqualTo(413);
    }

    @Test
    void anEmptyBodyIsABadRequest() throws Exception {
        assertThat(api.post("/twins/wt-01/commands", "operator", "").status()).isEqualTo(400);
    }

    @Test
    void aFaultOfOursTellsNothingOfTheInside() throws Exception {
        api.platform.failure = new IllegalStateException("secret inside");
        Answer answer = api.get("/twins");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.response().body()).doesNotContain("secret", "Exception", "org.gemello");
    }

    @Test
    void aServiceThatIsAwayIsUnavailable() throws Exception {
        api.platform.historyIsThere = false;
        assertThat(api.get("/twins/wt-01/points/WTUR.W/history").status()).isEqualTo(503);
        api.platform.failure = new LogUnavailableException("disk full");
        assertThat(api.get("/twins").body().get("detail").asText()).contains("disk full");
    }
}
