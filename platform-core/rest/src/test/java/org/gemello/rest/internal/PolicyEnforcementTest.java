package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gemello.api.Role;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.Policy.Effect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What policies take away and give, wherever a twin can be met. */
class PolicyEnforcementTest {
    private static final String LIMIT = "{\"name\":\"set-power-limit\",\"arguments\":{\"limit\":1500}}";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private static List<String> ids(Answer answer, String name) {
        var items = answer.body().isArray() ? answer.body() : answer.body().get("items");
        return StreamSupport.stream(items.spliterator(), false).map(each -> each.get(name).asText()).toList();
    }

    private void hide(Role role, String twin) {
        api.policies.add("hidden", Effect.DENY, role, Action.READ, twin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/twins/wt-01", "/twins/wt-01/state", "/twins/wt-01/state?at=2026-03-01T12:00:00Z", "/twins/wt-01/points/WTUR.W/history",
        "/twins/wt-01/points/WTUR.W/aggregates?interval=PT1M", "/twins/wt-01/points/WTUR.W/value?at=2026-03-01T12:00:00Z",
        "/twins/wt-01/points/WTUR.W/corrections", "/twins/wt-01/annotations", "/twins/wt-01/commands"})
    void aHiddenTwinIsNotThere(String path) throws Exception {
        assertThat(api.get(path).status()).isEqualTo(200);
        hide(Role.VIEWER, "wt-01");
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.call("GET", path, "operator").status()).as("the policy is for viewers").isEqualTo(200);
    }

    @Test
    void aHiddenTwinIsInNoListAndInNoJoin() throws Exception {
        api.platform.twins.add(FakePlatform.farm("farm", "wt-01", "wt-02"));
        hide(Role.VIEWER, "wt-01");
        assertThat(ids(api.get("/twins"), "id")).containsExactly("wt-02", "wt-03", "farm");
        assertThat(ids(api.get("/twins?partOf=farm"), "id")).containsExactly("wt-02");
        assertThat(ids(api.get("/twins?part=wt-01"), "id")).isEmpty();
        assertThat(api.get("/twins/farm").body().toString()).contains("wt-02").doesNotContain("wt-01");
        assertThat(ids(api.get("/alarms"), "source")).doesNotContain("wt-01");
        assertThat(ids(api.get("/alarms/journal?from=2026-03-01T12:00:00Z&to=2026-03-01T13:00:00Z"), "source")).containsExactly("wf-01");
    }

    @Test
    void aHiddenPointIsNowhere() throws Exception {
        api.policies.add("secret", Effect.DENY, Role.VIEWER, Action.READ, Globs.ALL, Globs.of("WTUR.W"), Globs.NONE);
        assertThat(api.get("/twins/wt-01").body().get("state").toString()).doesNotContain("WTUR.W\"");
        assertThat(api.get("/twins/wt-01").body().at("/model/points").toString()).doesNotContain("WTUR.W\"").contains("expected");
        assertThat(ids(api.get("/twins/wt-01/state"), "point")).containsExactly("wt-01/expected", "wt-01/WTUR.TurSt");
        assertThat(api.get("/twins/wt-01/points/WTUR.W/history").status()).isEqualTo(404);
        assertThat(api.get("/twins/wt-01/points/expected/history").status()).isEqualTo(200);
    }

    @Test
    void aForbiddenCommandSaysByWhichPolicy() throws Exception {
        api.policies.add("no-limit", Effect.DENY, Role.OPERATOR, Action.COMMAND, Globs.of("wt-01"), Globs.NONE, Globs.of("set-*"));
        Answer answer = api.post("/twins/wt-01/commands", "operator", LIMIT);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().get("detail").asText()).isEqualTo("denied by policy 'no-limit'");
        assertThat(api.platform.commands.submitted).isEmpty();
        assertThat(api.security.events).extracting(AuditEvent::outcome, AuditEvent::reason)
                .containsExactly(tuple(Outcome.REFUSED, "denied by policy 'no-limit'"));
        assertThat(api.post("/twins/wt-01/commands", "operator", "{\"name\":\"stop\"}").status()).isEqualTo(202);
        assertThat(api.post("/twins/wt-02/commands", "operator", LIMIT).status()).isEqualTo(202);
    }

    @Test
    void aPolicyGivesOneCommandToAViewer() throws Exception {
        api.policies.add("stop-it", Effect.ALLOW, Role.VIEWER, Action.COMMAND, Globs.of("wt-01"), Globs.NONE, Globs.of("stop"));
        assertThat(api.post("/twins/wt-01/commands", "viewer", "{\"name\":\"stop\"}").status()).isEqualTo(202);
        assertThat(api.post("/twins/wt-01/commands", "viewer", LIMIT).status()).isEqualTo(403);
        assertThat(api.post("/twins/wt-02/commands", "viewer", "{\"name\":\"stop\"}").status()).isEqualTo(403);
    }

    @Test
    void aCommandToAHiddenTwinIsNotFoundAndWhatBecameOfOneNeither() throws Exception {
        assertThat(api.post("/twins/wt-01/commands", "operator", LIMIT).status()).isEqualTo(202);
        hide(Role.OPERATOR, "wt-01");
        assertThat(api.post("/twins/wt-01/commands", "operator", LIMIT).status()).isEqualTo(404);
        assertThat(api.call("GET", "/commands/c-1", "operator").status()).isEqualTo(404);
        assertThat(api.get("/commands/c-1").status()).isEqualTo(200);
    }

    @Test
    void annotationsAndCorrectionsCanBeDenied() throws Exception {
        String note = "{\"from\":\"2026-03-01T12:00:00Z\",\"to\":\"2026-03-01T12:10:00Z\",\"text\":\"icing\"}";
        assertThat(api.post("/twins/wt-01/annotations", "operator", note).status()).isEqualTo(201);
        api.policies.add("no-notes", Effect.DENY, Role.OPERATOR, Action.WRITE, "*");
        api.policies.add("no-corrections", Effect.DENY, Role.ENGINEER, Action.WRITE, Globs.ALL, Globs.of("WTUR.*"), Globs.NONE);
        assertThat(api.post("/twins/wt-01/annotations", "operator", note).status()).isEqualTo(403);
        assertThat(api.post("/twins/wt-01/points/WTUR.W/corrections", "engineer",
                "{\"sourceTime\":\"2026-03-01T12:00:00Z\",\"value\":1,\"reason\":\"x\"}").status()).isEqualTo(403);
    }

    @Test
    void handlingAnAlarmCanBeDeniedAndGiven() throws Exception {
        String ack = "{\"action\":\"ACKNOWLEDGE\",\"reason\":\"seen\"}";
        api.policies.add("quiet", Effect.DENY, Role.OPERATOR, Action.ACKNOWLEDGE, "*");
        api.policies.add("seen", Effect.ALLOW, Role.VIEWER, Action.ACKNOWLEDGE, "*");
        Answer first = api.get("/alarms");
        String path = "/alarms/" + first.body().get(0).get("source").asText() + "/" + first.body().get(0).get("name").asText() + "/handling";
        assertThat(api.post(path, "operator", ack).status()).isEqualTo(403);
        assertThat(api.post(path, "viewer", ack).status()).isEqualTo(200);
    }

    @Test
    void aDecisionNeedsTheTwinAndEveryCommand() throws Exception {
        String id = api.get("/proposals").body().get("items").get(0).get("id").asText();
        String yes = "{\"decision\":\"accept\",\"reason\":\"well\"}";
        api.policies.add("no-command", Effect.DENY, Role.OPERATOR, Action.COMMAND, "*");
        assertThat(api.post("/proposals/" + id + "/decision", "operator", yes).body().get("detail").asText()).contains("no-command");
        api.policies.add("no-decision", Effect.DENY, Role.ENGINEER, Action.DECIDE, "*");
        assertThat(api.post("/proposals/" + id + "/decision", "engineer", yes).body().get("detail").asText()).contains("no-decision");
        hide(Role.VIEWER, "*");
        assertThat(ids(api.get("/proposals"), "id")).isEmpty();
        assertThat(api.get("/proposals/" + id).status()).isEqualTo(404);
    }

    @Test
    void aProposalThatWouldCommandAHiddenTwinIsNotThere() throws Exception {
        List<String> all = ids(api.get("/proposals"), "id");
        assertThat(all).hasSize(3).noneMatch(id -> id.startsWith("wt-01"));
        hide(Role.VIEWER, "wt-01");
        assertThat(ids(api.get("/proposals"), "id")).as("all of them have a command for wt-01").isEmpty();
        assertThat(api.get("/proposals/" + all.get(0)).status()).isEqualTo(404);
        assertThat(api.call("GET", "/proposals/" + all.get(0), "operator").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dead-letters", "/traces/0af7651916cd43dd8448eb211c80319c", "/connections/lab/browse"})
    void whatCannotBeToldApartByTwinIsForThoseWhoSeeAll(String path) throws Exception {
        assertThat(api.get(path).status()).isEqualTo(200);
        hide(Role.VIEWER, "wt-03");
        assertThat(api.get(path).status()).isEqualTo(403);
    }

    @Test
    void theSiteCanBeChangedAsFarAsPoliciesLet() throws Exception {
        assertThat(api.call("GET", "/twins/wt-01/definition", "engineer").status()).isEqualTo(200);
        String reload = "/site/reload";
        assertThat(api.call("POST", reload, "engineer").status()).isEqualTo(200);
        api.policies.add("kept", Effect.DENY, Role.ENGINEER, Action.CONFIGURE, "wt-01");
        Answer refused = api.send(api.request("/twins/wt-01", "engineer").header("If-Match", "*").DELETE().build());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("detail").asText()).contains("kept");
        assertThat(api.call("POST", reload, "engineer").status()).isEqualTo(403);
        assertThat(api.post("/site/changes", "engineer", "{\"dryRun\":true,\"edits\":[{\"kind\":\"TWIN\",\"name\":\"wt-01\"}]}").status()).isEqualTo(403);
        hide(Role.VIEWER, "wt-01");
        assertThat(api.get("/twins/wt-01/definition").status()).isEqualTo(404);
        assertThat(ids(api.get("/site/documents"), "name")).doesNotContain("wt-01");
    }

    @Test
    void aVendorSeesPacksAndNoTwinThatNoPolicyAllows() throws Exception {
        assertThat(api.call("GET", "/packs", "vendor").status()).isEqualTo(200);
        assertThat(api.call("GET", "/platform/alarms", "vendor").status()).isEqualTo(200);
        assertThat(ids(api.call("GET", "/twins", "vendor"), "id")).isEmpty();
        assertThat(api.call("GET", "/twins/wt-01", "vendor").status()).isEqualTo(404);
        for (String path : List.of("/connections", "/users", "/audit", "/backups", "/metrics", "/log/groups", "/dead-letters", "/certificates", "/exports",
                "/traces/0af7651916cd43dd8448eb211c80319c", "/keys")) {
            assertThat(api.call("GET", path, "vendor").status()).as(path).isEqualTo(403);
        }
        assertThat(api.post("/pack-operations", "vendor", "{\"action\":\"INSTALL\",\"source\":\"h\"}").status()).isEqualTo(403);
        assertThat(api.post("/pack-plans", "vendor", "{\"action\":\"INSTALL\",\"source\":\"h\"}").status()).isNotEqualTo(403);
        assertThat(api.post("/twins/wt-01/commands", "vendor", LIMIT).status()).isEqualTo(404);

        api.policies.add("acme", Effect.ALLOW, Role.VENDOR, Action.READ, "wt-01");
        assertThat(ids(api.call("GET", "/twins", "vendor"), "id")).containsExactly("wt-01");
        assertThat(api.post("/twins/wt-01/commands", "vendor", LIMIT).status()).isEqualTo(403);
    }

    @Test
    void aKeyPushesIntoAConnectionThatReachesItsTwinsAlone() throws Exception {
        String key = api.post("/keys", "admin", "{\"name\":\"plc\",\"role\":\"OPERATOR\",\"days\":1,\"twins\":[\"wt-01\"]}").body().get("secret").asText();
        assertThat(push(key)).as("nobody knows what the connection reaches").isEqualTo(403);
        bind("wt-01");
        assertThat(push(key)).isEqualTo(200);
        bind("wt-02");
        assertThat(push(key)).isEqualTo(403);
    }

    private void bind(String twin) throws Exception {
        String edit = "{\"dryRun\":false,\"edits\":[{\"kind\":\"BINDING\",\"name\":\"lab/" + twin + "\",\"content\":{\"connection\":\"lab\",\"twin\":\"" + twin
                + "\",\"bindings\":[{\"points\":[{\"point\":\"T\",\"name\":\"t\"}]}]}}]}";
        assertThat(api.post("/site/changes", "engineer", edit).status()).isEqualTo(200);
    }

    private int push(String key) throws Exception {
        return api.send(api.request("/connections/lab/samples", null).header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[{\"name\":\"t\",\"value\":1}]")).build()).status();
    }

    @Test
    void aKeyIsForItsTwins() throws Exception {
        Answer made = api.post("/keys", "admin", "{\"name\":\"north\",\"role\":\"OPERATOR\",\"days\":1,\"twins\":[\"wt-01\"]}");
        assertThat(made.body().at("/key/twins/0").asText()).isEqualTo("wt-01");
        var request = api.request("/twins", null).header("Authorization", "Bearer " + made.body().get("secret").asText());
        assertThat(ids(api.send(request.build()), "id")).containsExactly("wt-01");
    }
}
