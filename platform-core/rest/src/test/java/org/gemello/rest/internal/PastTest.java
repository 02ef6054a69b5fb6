package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.gemello.api.Quality;
import org.gemello.api.history.Correction;
import org.gemello.api.log.LogEntry;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the history knows beside plain samples. */
class PastTest {
    private static final String POWER = "/twins/wt-01/points/WTUR.W";
    private static final String HOUR = "from=2026-03-01T12:00:00Z&to=2026-03-01T13:00:00Z";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aHistoryIsThinnedOutAsAsked() throws Exception {
        assertThat(api.get(POWER + "/history?method=lttb").body().get("downsampled").asBoolean()).isTrue();
        assertThat(api.get(POWER + "/history").body().get("downsampled").asBoolean()).isFalse();
        assertThat(api.get(POWER + "/history?method=average").status()).isEqualTo(400);
    }

    @Test
    void aggregatesLeaveOutWhatCannotBeTold() throws Exception {
        JsonNode aggregates = api.get(POWER + "/aggregates?interval=PT1M&" + HOUR).body();
        assertThat(aggregates.at("/0/timeWeighted").doubleValue()).isEqualTo(2.5);
        assertThat(aggregates.at("/0/length").asText()).isEqualTo("PT1M");
        assertThat(aggregates.at("/0/first/unit").asText()).isEqualTo("kW");
        assertThat(aggregates.at("/1").has("mean")).isFalse();
        assertThat(aggregates.at("/1/bad").doubleValue()).isEqualTo(1);
    }

    @Test
    void aggregatesAreBounded() throws Exception {
        assertThat(api.get(POWER + "/aggregates?interval=PT0.1S&" + HOUR).body().get("detail").asText()).contains("more than 10000 intervals");
        assertThat(api.get(POWER + "/aggregates?interval=PT0S&" + HOUR).status()).isEqualTo(400);
        assertThat(api.get(POWER + "/aggregates?interval=a+day&" + HOUR).status()).isEqualTo(400);
        assertThat(api.get(POWER + "/aggregates?" + HOUR).status()).isEqualTo(400);
        assertThat(api.get("/twins/wt-01/points/nonsense/aggregates?interval=PT1M&" + HOUR).status()).isEqualTo(404);
    }

    @Test
    void aValueAndAWholeTwinAtAPastTime() throws Exception {
        assertThat(api.get(POWER + "/value?at=2026-03-01T12:30:00Z").body().at("/quality/symbol").asText()).isEqualTo("Good");
        assertThat(api.get(POWER + "/value?at=2026-03-01T12:30:00Z&interpolation=linear").body().at("/quality/symbol").asText())
                .isEqualTo("Uncertain_SubNormal");
        assertThat(api.get(POWER + "/value?at=2026-03-01T11:30:00Z").status()).isEqualTo(404);
        assertThat(api.get(POWER + "/value?at=2026-03-01T11:30:00Z&interpolation=cubic").status()).isEqualTo(400);
        assertThat(api.get("/twins/wt-01/state?at=2026-03-01T12:30:00Z").body()).singleElement()
                .satisfies(sample -> assertThat(sample.get("value").doubleValue()).isEqualTo(1500));
    }

    @Test
    void aCorrectionGoesIntoTheLogUnderTheNameOfWhoMadeIt() throws Exception {
        Answer answer = api.post(POWER + "/corrections", "engineer",
                "{\"sourceTime\":\"2026-03-01T12:00:00Z\",\"value\":1200,\"reason\":\"wrong scale\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("author").asText()).isEqualTo("engineer");
        Correction correction = ((LogEntry.Corrected) api.platform.log.last()).correction();
        assertThat(correction.definition().unit()).isEqualTo("kW");
        assertThat(correction.value()).isEqualTo(1200.0);
        assertThat(correction.quality()).isEqualTo(Quality.GOOD);
        assertThat(api.security.events).extracting(AuditEvent::action, AuditEvent::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("history.correct", Outcome.ALLOWED));
    }

    @Test
    void aWithdrawnValueIsBad() throws Exception {
        api.post(POWER + "/corrections", "engineer", "{\"sourceTime\":\"2026-03-01T12:00:00Z\",\"reason\":\"sensor off\"}");
        assertThat(((LogEntry.Corrected) api.platform.log.last()).correction().quality()).isEqualTo(Quality.BAD);
        JsonNode corrections = api.get(POWER + "/corrections?" + HOUR).body();
        assertThat(corrections.at("/0/originals/0/value").doubleValue()).isEqualTo(1500);
        assertThat(corrections.at("/0").has("value")).isFalse();
    }

    @Test
    void anOperatorCorrectsNothing() throws Exception {
        String body = "{\"sourceTime\":\"2026-03-01T12:00:00Z\",\"value\":1,\"reason\":\"x\"}";
        assertThat(api.post(POWER + "/corrections", "operator", body).status()).isEqualTo(403);
        assertThat(api.post("/twins/wt-01/points/nonsense/corrections", "engineer", body).status()).isEqualTo(404);
        assertThat(api.post(POWER + "/corrections", "engineer", "{\"sourceTime\":\"2026-03-01T12:00:00Z\",\"value\":{}}").status()).isEqualTo(400);
        assertThat(api.platform.log.end()).isZero();
        assertThat(api.security.events).extracting(AuditEvent::outcome).containsExactly(Outcome.REFUSED);
    }

    @Test
    void notesAreWrittenAndShown() throws Exception {
        Answer answer = api.post("/twins/wt-01/annotations", "operator",
                "{\"point\":\"WTUR.W\",\"from\":\"2026-03-01T12:00:00Z\",\"to\":\"2026-03-01T12:10:00Z\",\"text\":\"storm\"}");
        assertThat(answer.status()).isEqualTo(201);
        var note = ((LogEntry.Annotated) api.platform.log.last()).annotation();
        assertThat(note.id()).isEqualTo(answer.body().get("id").asText()).isNotEmpty();
        assertThat(note.to()).isEqualTo(Instant.parse("2026-03-01T12:10:00Z"));
        assertThat(api.get("/twins/wt-01/annotations").body().at("/0/text").asText()).isEqualTo("storm");
        assertThat(api.post("/twins/wt-01/annotations", "operator",
                "{\"from\":\"2026-03-01T12:00:00Z\",\"to\":\"2026-03-01T11:00:00Z\",\"text\":\"x\"}").status()).isEqualTo(400);
        assertThat(api.post("/twins/wt-77/annotations", "operator",
                "{\"from\":\"2026-03-01T12:00:00Z\",\"to\":\"2026-03-01T12:00:00Z\",\"text\":\"x\"}").status()).isEqualTo(404);
    }
}
