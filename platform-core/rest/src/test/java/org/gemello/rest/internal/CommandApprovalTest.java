package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpRequest.BodyPublishers;
import org.gemello.api.Role;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.Policy.Effect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that a policy lets nobody give alone. */
class CommandApprovalTest {
    private static final String LIMIT = "{\"name\":\"set-power-limit\",\"arguments\":{\"limit\":1500}}";
    private static final String STOP = "{\"name\":\"stop\"}";
    private static final String YES = "{\"decision\":\"accept\",\"reason\":\"seen on site\"}";
    private static final String NO = "{\"decision\":\"decline\",\"reason\":\"crew at work\"}";
    private final ApiServer api = new ApiServer();

    @BeforeEach
    void twoPairsOfEyes() {
        api.policies.add("two-pairs-of-eyes", Effect.REQUIRE_APPROVAL, Role.OPERATOR, Action.COMMAND, Globs.of("wt-*"), Globs.NONE, Globs.ALL);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private String waiting(String command) throws Exception {
        Answer asked = api.post("/twins/wt-01/commands", "operator", command);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().get("state").asText()).isEqualTo("WAITING");
        assertThat(asked.body().get("approveBy").asText()).isEqualTo("2026-03-01T13:00:00Z");
        return asked.body().get("id").asText();
    }

    private Answer decide(String id, String user, String decision) throws Exception {
        return api.post("/commands/" + id + "/decision", user, decision);
    }

    @Test
    void itWaitsUntilSomebodyElseApproves() throws Exception {
        String id = waiting(LIMIT);
        assertThat(api.get("/commands/" + id).body().get("reason").asText()).contains("two-pairs-of-eyes");
        assertThat(decide(id, "operator", YES).status()).isEqualTo(403);
        assertThat(decide(id, "viewer", YES).status()).isEqualTo(403);
        Answer approved = decide(id, "engineer", YES);
        assertThat(approved.status()).isEqualTo(202);
        assertThat(approved.header("Location")).endsWith("/commands/" + id);
        assertThat(approved.body().get("state").asText()).isEqualTo("ACCEPTED");
        assertThat(approved.body().has("approveBy")).isFalse();
        assertThat(decide(id, "engineer", YES).status()).isEqualTo(409);
        assertThat(api.security.events).filteredOn(event -> event.action().startsWith("command.")).extracting(AuditEvent::caller, AuditEvent::action,
                AuditEvent::outcome).contains(tuple("operator", "command.submit", Outcome.ALLOWED), tuple("operator", "command.approve", Outcome.REFUSED),
                tuple("viewer", "command.approve", Outcome.REFUSED), tuple("engineer", "command.approve", Outcome.ALLOWED));
        assertThat(api.security.events).extracting(AuditEvent::reason).anyMatch(reason -> reason.contains("two-pairs-of-eyes")).contains("seen on site");
    }

    @Test
    void whoNeedsNoApprovalWaitsForNobody() throws Exception {
        assertThat(api.post("/twins/wt-01/commands", "engineer", LIMIT).body().get("state").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void aRefusalNeedsAReasonAndWhoAskedMayTakeItBack() throws Exception {
        String id = waiting(LIMIT);
        assertThat(decide(id, "engineer", "{\"decision\":\"decline\"}").status()).isEqualTo(400);
        Answer takenBack = decide(id, "operator", NO);
        assertThat(takenBack.status()).isEqualTo(200);
        assertThat(takenBack.body().get("state").asText()).isEqualTo("REJECTED");
    }

    @Test
    void whatWouldBeRefusedNowGoesOnWaiting() throws Exception {
        String id = waiting(STOP);
        Answer refused = decide(id, "engineer", YES);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").asText()).contains("goes on waiting");
        assertThat(api.get("/commands?state=WAITING").body()).hasSize(1);
    }

    @Test
    void thoseThatWaitAreListedForWhoSeesTheirTwins() throws Exception {
        String first = waiting(LIMIT);
        String second = waiting(STOP);
        api.post("/twins/wt-02/commands", "engineer", LIMIT);
        assertThat(api.get("/commands?state=WAITING").body().findValuesAsText("id")).containsExactly(second, first);
        assertThat(api.get("/commands").body()).hasSize(3);
        assertThat(api.get("/commands?twin=wt-02").body()).hasSize(1);
        Answer page = api.get("/commands?limit=2");
        assertThat(page.body()).hasSize(2);
        assertThat(page.header("Link")).contains("/commands?", "rel=\"next\"");
        api.policies.add("hidden", Effect.DENY, Role.VIEWER, Action.READ, "wt-01");
        assertThat(api.get("/commands").body()).hasSize(1);
    }

    @Test
    void aPolicyMayKeepSomebodyFromApproving() throws Exception {
        String id = waiting(LIMIT);
        api.policies.add("no-approval", Effect.DENY, Role.ENGINEER, Action.APPROVE, "*");
        assertThat(decide(id, "engineer", YES).body().get("detail").asText()).contains("no-approval");
    }

    @Test
    void aKeyApprovesNothing() throws Exception {
        String id = waiting(LIMIT);
        String secret = api.post("/keys", "admin", "{\"name\":\"robot\",\"role\":\"ADMINISTRATOR\",\"days\":30}").body().get("secret").asText();
        Answer refused = api.send(api.request("/commands/" + id + "/decision", null).header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(YES)).build());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("detail").asText()).contains("key");
    }

    @Test
    void aProposalWhoseCommandNeedsApprovalIsAcceptedByWhoNeedsNone() throws Exception {
        api.policies.add("all", Effect.REQUIRE_APPROVAL, Role.OPERATOR, Action.COMMAND, "*");
        String id = api.get("/proposals").body().get("items").get(0).get("id").asText();
        assertThat(api.post("/proposals/" + id + "/decision", "operator", YES).body().get("detail").asText()).contains("somebody else's approval");
        assertThat(api.post("/proposals/" + id + "/decision", "engineer", YES).status()).isEqualTo(200);
    }
}
