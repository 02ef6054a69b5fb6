package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.proposal.ProposalState;
import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalsTest {
    private static final String OPEN = "/proposals/wf-01:wake-steering:4713";
    private static final String YES = "{\"decision\":\"accept\",\"reason\":\"wind stays\"}";
    private static final String NO = "{\"decision\":\"decline\",\"reason\":\"crew in the nacelle\"}";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        api.get(path).body().get("items").forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }

    @Test
    void theyComeNewestFirstAndEveryFilterNarrows() throws Exception {
        assertThat(ids("/proposals")).containsExactly("wf-01:wake-steering:4713", "wt-02:forbidden:4712", "wf-01:wake-steering:4711");
        assertThat(ids("/proposals?twin=wf-01")).hasSize(2);
        assertThat(ids("/proposals?twin=wf-01&state=OPEN")).containsExactly("wf-01:wake-steering:4713");
        assertThat(ids("/proposals?state=FAILED")).isEmpty();
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        JsonNode first = api.get("/proposals?limit=2").body();
        assertThat(first.get("items")).hasSize(2);
        JsonNode second = api.get("/proposals?limit=2&cursor=" + first.get("next").asText()).body();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void aPageAfterAProposalThatIsGoneSaysSo() throws Exception {
        Answer answer = api.get("/proposals?cursor=wf-01:wake-steering:1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asText()).contains("begin again");
    }

    @Test
    void oneSaysWhyAndWhatItBroughtAndWhoDecided() throws Exception {
        JsonNode proposal = api.get("/proposals/wf-01:wake-steering:4711").body();
        assertThat(proposal.at("/gain/low").asDouble()).isEqualTo(0.4);
        assertThat(proposal.at("/measured/expected").asDouble()).isEqualTo(1.8);
        assertThat(proposal.at("/commands/0/arguments/offset").asDouble()).isEqualTo(12.5);
        assertThat(proposal.at("/history/0/by").asText()).isEqualTo("wf-01");
        assertThat(api.get("/proposals/wf-01:wake-steering:1").status()).isEqualTo(404);
    }

    @Test
    void yesIsAuditedByTheServiceAloneSoOnce() throws Exception {
        Answer answer = api.post(OPEN + "/decision", "operator", YES);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("state").asText()).isEqualTo("ACCEPTED");
        assertThat(answer.body().at("/history/1/by").asText()).isEqualTo("operator");
        assertThat(api.platform.proposals.audited).containsExactly("proposal.accept wf-01:wake-steering:4713 wind stays");
        assertThat(api.security.events).isEmpty();
    }

    @Test
    void withoutAuditNothingIsDecided() throws Exception {
        api.platform.proposals.auditIsFull = true;
        assertThat(api.post(OPEN + "/decision", "operator", YES).status()).isEqualTo(503);
        assertThat(api.platform.proposals.all.get(0).state()).isEqualTo(ProposalState.OPEN);
    }

    @Test
    void noNeedsAReason() throws Exception {
        assertThat(api.post(OPEN + "/decision", "operator", "{\"decision\":\"decline\",\"reason\":\" \"}").status()).isEqualTo(400);
        assertThat(api.post(OPEN + "/decision", "operator", NO).body().get("state").asText()).isEqualTo("DECLINED");
    }

    @Test
    void whatIsDecidedIsDecided() throws Exception {
        assertThat(api.post("/proposals/wf-01:wake-steering:4711/decision", "operator", YES).status()).isEqualTo(409);
    }

    @Test
    void aCommandThatTheUserMayNotGiveIsNotGivenThisWayEither() throws Exception {
        Answer answer = api.post("/proposals/wt-02:forbidden:4712/decision", "operator", YES);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().get("detail").asText()).contains("ENGINEER");
        assertThat(api.security.events).isEmpty();
    }

    @Test
    void aViewerDecidesNothing() throws Exception {
        assertThat(api.post(OPEN + "/decision", "viewer", YES).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"decision\":\"maybe\"}", "{\"decision\":null}", "{\"decision\":\"accept\",\"reason\":null}",
        "{\"decision\":\"accept\",\"force\":true}"})
    void aDecisionOfAnotherFormIsABadRequest(String body) throws Exception {
        assertThat(api.post(OPEN + "/decision", "operator", body).status()).isEqualTo(400);
    }

    @Test
    void aTwinShowsItsPartsAndTheyAreFound() throws Exception {
        api.platform.twins.add(FakePlatform.farm("wf-01", "wt-01", "wt-02"));

        assertThat(api.get("/twins/wf-01").body().at("/parts/turbine/1").asText()).isEqualTo("wt-02");
        assertThat(api.get("/twins/wf-01").body().at("/model/parts/0/points/0/name").asText()).isEqualTo("WTUR.W");
        assertThat(api.get("/twins/wt-01").body().has("parts")).isFalse();
        assertThat(ids("/twins?partOf=wf-01&role=turbine&alarm=*")).containsExactly("wt-01", "wt-02");
        assertThat(ids("/twins?part=wt-01")).containsExactly("wf-01");
        assertThat(ids("/twins?part.alarm=underperformance&part.status=RUNNING")).containsExactly("wf-01");
        assertThat(ids("/twins?partOf=wf-01&where=WTUR.W%3E1500&where=WTUR.TurSt=running&alarmState=UNACKNOWLEDGED")).containsExactly("wt-01");
        assertThat(ids("/twins?part.alarmState=UNACKNOWLEDGED&part.where=WTUR.W%3C1600")).containsExactly("wf-01");
        assertThat(ids("/twins?part.alarmState=SHELVED")).isEmpty();
        assertThat(api.get("/twins?where=WTUR.TurSt%3Erunning").status()).isEqualTo(400);
        assertThat(api.get("/twins?partOf=NOT").status()).isEqualTo(400);
        assertThat(api.get("/twins?part.alarm=a%20b").status()).isEqualTo(400);
    }
}
