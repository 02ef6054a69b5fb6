package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Policy.Effect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a pack has logged: who may read it, and which part of it. */
class PackLogTest {
    private static final String LOG = "/packs/energy/log";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer get(String path) throws Exception {
        return api.call("GET", path, "engineer");
    }

    private static List<String> messages(Answer answer) {
        List<String> messages = new ArrayList<>();
        answer.body().forEach(line -> messages.add(line.get("message").asText()));
        return messages;
    }

    @Test
    void linesOfAllVersionsAreThereTheNewestFirst() throws Exception {
        Answer log = get(LOG);
        assertThat(messages(log)).containsExactly("cannot go on", "starts");
        JsonNode line = log.body().get(0);
        assertThat(line.toString()).isEqualTo("{\"id\":2,\"time\":\"2026-03-01T12:00:01Z\",\"level\":\"ERROR\",\"version\":\"0.1.0\","
                + "\"logger\":\"org.gemello.Turbine\",\"message\":\"cannot go on\",\"trace\":\"java.io.IOException: broken\",\"twin\":\"wt-01\"}");
    }

    @Test
    void filtersLeaveLinesOut() throws Exception {
        assertThat(messages(get(LOG + "?level=WARN"))).containsExactly("cannot go on");
        assertThat(messages(get(LOG + "?level=INFO"))).hasSize(2);
        assertThat(messages(get(LOG + "?since=2026-03-01T12:00:01Z"))).containsExactly("cannot go on");
        assertThat(messages(get(LOG + "?text=STARTS"))).containsExactly("starts");
        assertThat(messages(get(LOG + "?version=0.0.9"))).containsExactly("starts");
        assertThat(get(LOG + "?level=SEVERE").body().at("/violations/0/field").asText()).isEqualTo("level");
    }

    @Test
    void aPageGoesOnWhereTheLastOneEndedAlsoWhenItsLastLineHasBeenForgotten() throws Exception {
        Answer page = get(LOG + "?limit=1");
        assertThat(messages(page)).containsExactly("cannot go on");
        api.platform.packs.lines.remove(0);
        assertThat(messages(get(ApiServer.next(page)))).containsExactly("starts");
    }

    @Test
    void itIsForEngineersWhoSeeEveryTwin() throws Exception {
        assertThat(api.get(LOG).status()).isEqualTo(403);
        assertThat(api.call("GET", LOG, "operator").body().get("detail").asText()).contains("ENGINEER");
        api.policies.add("hidden", Effect.DENY, Role.ENGINEER, Action.READ, "wt-02");
        assertThat(get(LOG).body().get("detail").asText()).contains("some that you may not read");
    }

    @Test
    void aPackThatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/packs/steel/log").status()).isEqualTo(404);
        assertThat(get("/packs/Steel/log").status()).isEqualTo(400);
    }
}
