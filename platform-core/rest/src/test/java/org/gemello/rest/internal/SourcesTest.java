package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What sources have and bring. */
class SourcesTest {
    private static final String PUSH = "/connections/lab/samples";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer push(String path, String user, String mediaType, String body) throws Exception {
        return api.send(api.request(path, user).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)).build());
    }

    @Test
    void samplesArePushedAsJsonOrCsv() throws Exception {
        Answer answer = push(PUSH, "operator", "application/json", "[{\"name\":\"T\",\"value\":1}]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("stored").asInt()).isEqualTo(1);
        push(PUSH + "?late=true", "operator", "text/csv", "time,name,value\n");
        assertThat(api.platform.lab.pushed).containsExactly("application/json 24", "text/csv late 16");
    }

    @Test
    void aPushMayBeLargerThanOtherBodiesButNotEndless() throws Exception {
        assertThat(push(PUSH, "operator", "text/csv", "x".repeat(3 << 20)).status()).isEqualTo(200);
        assertThat(push(PUSH, "operator", "text/csv", "x".repeat((4 << 20) + 1)).status()).isEqualTo(413);
    }

    @Test
    void whatCannotBeTakenIsSaidWithTheStatusThatFits() throws Exception {
        assertThat(push(PUSH, "viewer", "application/json", "[]").status()).isEqualTo(403);
        assertThat(push("/connections/nowhere/samples", "operator", "application/json", "[]").status()).isEqualTo(404);
        assertThat(push("/connections/mast/samples", "operator", "application/json", "[]").status()).isEqualTo(409);
        assertThat(push(PUSH, "operator", "application/xml", "<a/>").status()).isEqualTo(415);
        assertThat(push(PUSH, "operator", "application/json", "not json").body().get("detail").asText()).isEqualTo("body: not JSON at line 1");
        assertThat(push(PUSH, "operator", "application/json", "[{\"name\":\"unknown\"}]").body().get("detail").asText())
                .isEqualTo("sample 0: 'unknown' is not bound");
        api.platform.lab.diskIsFull = true;
        assertThat(push(PUSH, "operator", "application/json", "[]").status()).isEqualTo(503);
    }

    @Test
    void sourcesAreBrowsedPageByPage() throws Exception {
        JsonNode first = api.get("/connections/lab/browse?limit=1").body();
        assertThat(first.at("/items/0/node").asText()).isEqualTo("ns=2;s=A");
        JsonNode second = api.get("/connections/lab/browse?limit=1&cursor=" + first.get("next").asText()).body();
        assertThat(second.at("/items/0/type").asText()).isEqualTo("Double");
        assertThat(second.has("next")).isFalse();
        assertThat(api.get("/connections/lab/browse?node=ns%3D9%3Bs%3Dx").status()).isEqualTo(400);
        assertThat(api.get("/connections/mast/browse").status()).isEqualTo(409);
        assertThat(api.get("/connections/lab/proposal?node=ns%3D2%3Bs%3DA&twin=wt-01").body().at("/notes/0").asText()).isEqualTo("B has no unit");
    }

    @Test
    void waysIntoAServerAreForEngineers() throws Exception {
        assertThat(api.get("/endpoints?url=opc.tcp://plant:4840").status()).isEqualTo(403);
        assertThat(api.call("GET", "/endpoints?url=opc.tcp://plant:4840", "engineer").body().at("/0/policy").asText()).isEqualTo("Basic256Sha256");
        assertThat(api.call("GET", "/endpoints?url=opc.tcp://gone:4840", "engineer").status()).isEqualTo(409);
        assertThat(api.call("GET", "/endpoints?url=http://plant", "engineer").status()).isEqualTo(400);
    }

    @Test
    void trustIsForAdministratorsAndAudited() throws Exception {
        String approval = "/certificates/" + FakeOffice.THUMBPRINT + "/approval";
        assertThat(api.get("/certificates").body().at("/0/standing").asText()).isEqualTo("REJECTED");
        assertThat(api.call("PUT", approval, "engineer").status()).isEqualTo(403);
        assertThat(api.call("PUT", approval, "admin").status()).isEqualTo(204);
        assertThat(api.call("DELETE", approval, "admin").status()).isEqualTo(204);
        assertThat(api.call("PUT", approval.replace("0123", "3210"), "admin").status()).isEqualTo(404);
        assertThat(api.platform.office.done).containsExactly("approve", "revoke");
        assertThat(api.security.events).extracting(AuditEvent::action).startsWith("certificate.approve", "certificate.approve", "certificate.revoke");
        api.security.full = true;
        assertThat(api.call("PUT", approval, "admin").status()).isEqualTo(503);
        assertThat(api.platform.office.done).hasSize(2);
    }

    @Test
    void lettersAreShownAndReplayed() throws Exception {
        JsonNode letters = api.get("/dead-letters").body();
        assertThat(letters.at("/1/payload").binaryValue()).containsExactly(1, 2, 3);
        assertThat(api.call("POST", "/dead-letters/7/replay", "operator").status()).isEqualTo(403);
        assertThat(api.call("POST", "/dead-letters/7/replay", "engineer").body().get("stored").asInt()).isEqualTo(3);
        assertThat(api.call("POST", "/dead-letters/8/replay", "engineer").body().get("detail").asText()).isEqualTo("still not JSON");
        assertThat(api.call("POST", "/dead-letters/9/replay", "engineer").status()).isEqualTo(409);
        assertThat(api.call("POST", "/dead-letters/1/replay", "engineer").status()).isEqualTo(404);
    }
}
