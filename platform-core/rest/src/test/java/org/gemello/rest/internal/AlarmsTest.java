package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer handle(String user, String body) throws Exception {
        return api.post("/alarms/wt-01/hot/handling", user, body);
    }

    @Test
    void theListShowsWhatStandsOrWhatIsAskedFor() throws Exception {
        assertThat(api.get("/alarms").body().at("/0/state").asText()).isEqualTo("UNACKNOWLEDGED");
        assertThat(api.get("/alarms?source=wt-02").body()).isEmpty();
        assertThat(api.get("/alarms?severity=CRITICAL").body()).isEmpty();
        assertThat(api.get("/alarms?state=SHELVED&state=SUPPRESSED").body()).isEmpty();
        handle("operator", "{\"action\":\"SHELVE\",\"reason\":\"ice\",\"minutes\":90}");
        assertThat(api.get("/alarms").body()).as("put aside").isEmpty();
        assertThat(api.get("/alarms?state=SHELVED&state=SUPPRESSED").body().at("/0/aside/until").asText()).isEqualTo("2026-03-01T13:30:00Z");
    }

    @Test
    void theJournalTellsWhatHappenedPageByPage() throws Exception {
        String noon = "/alarms/journal?from=2026-03-01T12:00:00Z&to=2026-03-01T12:05:00Z";
        assertThat(api.get(noon).body().get("items")).extracting(each -> each.get("event").asText()).containsExactly("RAISED", "ACKNOWLEDGED", "RAISED", "SHELVED");
        assertThat(api.get(noon + "&source=wf-01").body().at("/items/0/severity").asText()).isEqualTo("LOW");
        Answer first = api.get(noon + "&limit=3");
        assertThat(first.body().get("next").asLong()).isEqualTo(14);
        Answer second = api.get(ApiServer.next(first));
        assertThat(second.body().at("/items/0/until").asText()).isEqualTo("2026-03-01T13:02:00Z");
        assertThat(second.header("Link")).isNull();
        assertThat(api.get("/alarms/journal?from=2026-03-01T12:00:00Z&to=2026-03-01T12:00:00Z").status()).isEqualTo(400);
    }

    @Test
    void everyActionDoesWhatItSays() throws Exception {
        assertThat(handle("operator", "{\"action\":\"ACKNOWLEDGE\"}").body().get("acknowledged").asBoolean()).isTrue();
        assertThat(handle("engineer", "{\"action\":\"SUPPRESS\",\"reason\":\"stop\"}").body().get("state").asText()).isEqualTo("SUPPRESSED");
        assertThat(handle("operator", "{\"action\":\"RESTORE\"}").body().has("aside")).isFalse();
        assertThat(handle("engineer", "{\"action\":\"TAKE_OUT_OF_SERVICE\",\"reason\":\"new sensor\"}").body().at("/handling/by").asText())
                .isEqualTo("engineer");
    }

    @Test
    void whatCannotBeDoneSaysWhy() throws Exception {
        assertThat(handle("viewer", "{\"action\":\"ACKNOWLEDGE\"}").status()).isEqualTo(403);
        assertThat(handle("operator", "{\"action\":\"SUPPRESS\",\"reason\":\"stop\"}").status()).isEqualTo(403);
        assertThat(handle("operator", "{\"action\":\"SHELVE\"}").status()).isEqualTo(400);
        assertThat(api.post("/alarms/wt-01/cold/handling", "operator", "{\"action\":\"ACKNOWLEDGE\"}").status()).isEqualTo(404);
        handle("operator", "{\"action\":\"ACKNOWLEDGE\"}");
        assertThat(handle("operator", "{\"action\":\"ACKNOWLEDGE\"}").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"action\":\"HIDE\"}", "{\"action\":\"SHELVE\",\"reason\":\"x\",\"minutes\":1441}"})
    void anActionOfAnotherFormIsABadRequest(String body) throws Exception {
        assertThat(handle("operator", body).status()).isEqualTo(400);
    }
}
