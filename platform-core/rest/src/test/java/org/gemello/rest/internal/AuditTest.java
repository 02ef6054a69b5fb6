package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.gemello.api.TraceId;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final ApiServer api = new ApiServer();

    @BeforeEach
    void write() {
        api.security.record(new AuditEvent("olga", "command.submit", "wt-01/stop", Outcome.ALLOWED, "Storm", FakePlatform.TRACE));
        api.security.record(new AuditEvent("eve", "login", "eve", Outcome.REFUSED, "failure 1 in a row", TraceId.NONE));
        api.security.record(new AuditEvent("olga", "command.submit", "wt-02/stop", Outcome.FAILED, "no such twin", TraceId.NONE));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private JsonNode items(String query) throws Exception {
        return api.call("GET", "/audit" + query, "admin").body().get("items");
    }

    @Test
    void itIsReadNewestFirstAndEveryFilterNarrows() throws Exception {
        assertThat(items("")).hasSize(3);
        assertThat(items("").at("/2/traceId").asText()).isEqualTo(FakePlatform.TRACE.toString());
        assertThat(items("").at("/0/target").asText()).isEqualTo("wt-02/stop");
        assertThat(items("?caller=olga&action=command.")).hasSize(2);
        assertThat(items("?outcome=REFUSED").at("/0/caller").asText()).isEqualTo("eve");
        assertThat(items("?q=STORM")).hasSize(1);
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        JsonNode page = api.call("GET", "/audit?limit=2", "admin").body();
        assertThat(page.get("items")).hasSize(2);
        JsonNode last = api.call("GET", "/audit?limit=2&cursor=" + page.get("next").asLong(), "admin").body();
        assertThat(last.at("/items/0/sequence").asInt()).isZero();
        assertThat(last.has("next")).isFalse();
    }

    @Test
    void aBreakIsTold() throws Exception {
        assertThat(api.call("POST", "/audit/verification", "admin").body().get("whole").asBoolean()).isTrue();
        api.security.problem = "audit.log, line 7: has the number 8";
        Answer broken = api.call("POST", "/audit/verification", "admin");
        assertThat(broken.body().get("whole").asBoolean()).isFalse();
        assertThat(broken.body().get("problem").asText()).contains("line 7");
    }

    @Test
    void onlyAdministratorsRead() throws Exception {
        assertThat(api.call("GET", "/audit", "engineer").status()).isEqualTo(403);
        assertThat(api.call("POST", "/audit/verification", "engineer").status()).isEqualTo(403);
    }
}
