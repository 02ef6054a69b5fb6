package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.gemello.api.command.CommandRequest;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final String PATH = "/twins/wt-01/commands";
    private static final String LIMIT = "{\"name\":\"set-power-limit\",\"arguments\":{\"limit\":1500},\"timeToLive\":\"PT5S\"}";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aCommandIsAuditedLetInAndCanBeFollowed() throws Exception {
        Answer answer = api.post(PATH, "operator", LIMIT);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo(api.uri("/commands/c-1").toString());
        assertThat(answer.body().get("state").asText()).isEqualTo("ACCEPTED");
        assertThat(answer.body().get("traceId").asText()).isEqualTo(answer.header("Trace-Id"));
        CommandRequest request = api.platform.commands.submitted.get(0);
        assertThat(request.arguments()).isEqualTo(Map.of("limit", 1500.0));
        assertThat(request.timeToLive()).isEqualTo(Duration.ofSeconds(5));
        assertThat(api.security.events).containsExactly(new AuditEvent("operator", "command.submit", "wt-01/set-power-limit",
                Outcome.ALLOWED, "{limit=1500.0}", request.trace()));
        assertThat(api.get("/commands/c-1").body()).isEqualTo(answer.body());
        assertThat(api.get(PATH).body().get(0)).isEqualTo(answer.body());
    }

    @Test
    void theCallersTraceIsContinued() throws Exception {
        Answer answer = api.send(api.request(PATH, "operator").header("Content-Type", "application/json")
                .header("traceparent", "00-" + FakePlatform.TRACE + "-b7ad6b7169203331-01").POST(BodyPublishers.ofString(LIMIT)).build());
        assertThat(answer.header("Trace-Id")).isEqualTo(FakePlatform.TRACE.toString());
        assertThat(api.platform.commands.submitted.get(0).trace()).isEqualTo(FakePlatform.TRACE);
    }

    @Test
    void argumentsAndTimeToLiveMayBeLeftOut() throws Exception {
        assertThat(api.post(PATH, "operator", "{\"name\":\"stop\"}").status()).isEqualTo(202);
        assertThat(api.platform.commands.submitted.get(0).timeToLive()).isEqualTo(Duration.ofSeconds(10));
        assertThat(api.platform.commands.submitted.get(0).arguments()).isEmpty();
    }

    @Test
    void aRefusalTellsTheReasonAndTheRecordOfIt() throws Exception {
        Answer answer = api.post(PATH, "operator", LIMIT.replace("1500", "9000"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("detail").asText()).isEqualTo("limit is 9000 kW, at most 5000 kW is let through");
        assertThat(answer.body().get("commandId").asText()).isEqualTo("c-1");
        assertThat(api.security.events).extracting(AuditEvent::outcome).containsExactly(Outcome.ALLOWED, Outcome.REFUSED);
    }

    @Test
    void aViewerSendsNoCommand() throws Exception {
        Answer answer = api.post(PATH, "viewer", LIMIT);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().get("detail").asText()).contains("OPERATOR");
        assertThat(api.platform.commands.submitted).isEmpty();
        assertThat(api.security.events).extracting(AuditEvent::outcome).containsExactly(Outcome.REFUSED);
    }

    @Test
    void withoutAuditThereIsNoCommand() throws Exception {
        api.security.full = true;
        assertThat(api.post(PATH, "operator", LIMIT).status()).isEqualTo(503);
        assertThat(api.platform.commands.submitted).isEmpty();
    }

    @Test
    void aTwinThatIsOrGoesMissingIsNotFound() throws Exception {
        assertThat(api.post("/twins/wt-99/commands", "operator", LIMIT).status()).isEqualTo(404);
        assertThat(api.post(PATH, "operator", "{\"name\":\"vanish\"}").status()).isEqualTo(404);
        assertThat(api.security.events).extracting(AuditEvent::outcome).containsExactly(Outcome.ALLOWED, Outcome.FAILED);
    }
}
