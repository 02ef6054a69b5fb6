package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gemello.api.Role;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.Policy.Effect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Definitions name no twin and no point that is hidden, and are not changed by those who do not see them whole. */
class SeenDocumentsTest {
    private static final String BINDING = "/connections/plant/bindings/wt-01";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @BeforeEach
    void bindTwoPoints() throws Exception {
        change("BINDING", "plant/wt-01", binding("wt-01", "WTUR.W", "secret"));
        change("TWIN", "farm", "{\"id\":\"farm\",\"type\":\"energy/wind-farm\",\"parts\":{\"turbine\":[\"wt-01\",\"wt-02\"]}}");
    }

    private static String binding(String twin, String... points) {
        List<String> each = List.of(points).stream().map(point -> "{\"points\":[{\"point\":\"" + point + "\",\"node\":\"s=" + point + "\"}]}").toList();
        return "{\"connection\":\"plant\",\"twin\":\"" + twin + "\",\"bindings\":" + each + "}";
    }

    private Answer change(String kind, String name, String content) throws Exception {
        String edit = "{\"dryRun\":false,\"edits\":[{\"kind\":\"" + kind + "\",\"name\":\"" + name + "\",\"content\":" + content + "}]}";
        return api.post("/site/changes", "engineer", edit);
    }

    private void hide(Globs twins, Globs points) {
        api.policies.add("hidden", Effect.DENY, Role.ENGINEER, Action.READ, twins, points, Globs.NONE);
    }

    private Answer get(String path) throws Exception {
        return api.call("GET", path, "engineer");
    }

    @Test
    void whoSeesEverythingSeesDefinitionsWhole() throws Exception {
        assertThat(get(BINDING).body().toString()).contains("secret");
        assertThat(get("/connections/plant/definition").status()).isEqualTo(200);
        assertThat(get("/twins/farm/definition").body().at("/parts/turbine")).hasSize(2);
    }

    @Test
    void hiddenPointsAreInNoBinding() throws Exception {
        hide(Globs.of("wt-01"), Globs.of("secret"));
        for (String path : List.of(BINDING, "/connections/plant/bindings", "/site/documents?kind=BINDING")) {
            assertThat(get(path).body().toString()).as(path).contains("WTUR.W").doesNotContain("secret");
        }
    }

    @Test
    void aConnectionIsToldToThoseWhoSeeAllThatItIsBoundTo() throws Exception {
        hide(Globs.of("wt-01"), Globs.of("secret"));
        Answer refused = get("/connections/plant/definition");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("detail").asText()).contains("do not see").doesNotContain("secret");
        assertThat(get("/site/documents?kind=CONNECTION").body().get(0).has("content")).isFalse();
    }

    @Test
    void hiddenTwinsAreNoPartsOfADefinition() throws Exception {
        hide(Globs.of("wt-02"), Globs.NONE);
        assertThat(get("/twins/farm/definition").body().at("/parts/turbine").toString()).isEqualTo("[\"wt-01\"]");
        assertThat(get("/site/documents").body().toString()).doesNotContain("wt-02");
    }

    @Test
    void whatIsNotSeenWholeIsNotReplacedByWhatIsSeen() throws Exception {
        hide(Globs.of("wt-01", "wt-02"), Globs.of("secret"));
        Answer refused = change("BINDING", "plant/wt-01", binding("wt-01", "WTUR.W"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("detail").asText()).contains("would lose them").doesNotContain("secret");
        assertThat(api.send(api.request(BINDING, "engineer").header("If-Match", "*").DELETE().build()).status()).isEqualTo(403);
        assertThat(api.call("GET", BINDING, "admin").body().toString()).contains("secret");
    }

    @Test
    void onePointCanBeKeptFromBeingBoundOtherwise() throws Exception {
        api.policies.add("fixed", Effect.DENY, Role.ENGINEER, Action.CONFIGURE, Globs.of("wt-01"), Globs.of("secret"), Globs.NONE);
        assertThat(change("BINDING", "plant/wt-01", binding("wt-01", "WTUR.W")).body().get("detail").asText()).contains("'fixed'");
        assertThat(change("BINDING", "plant/wt-02", binding("wt-02", "WTUR.W")).status()).isEqualTo(200);
        assertThat(change("BINDING", "plant/wt-02", binding("wt-02", "no name")).status()).as("what is wrong stays a bad request").isEqualTo(400);
    }

    @Test
    void aBindingWithAPlaceholderIsForThoseWhoMayDoAllOfIt() throws Exception {
        assertThat(change("BINDING", "plant/{machine}", binding("{machine}", "speed")).status()).isEqualTo(200);
        assertThat(get("/site/documents?kind=BINDING").body()).hasSize(2);
        assertThat(get("/connections/plant/bindings").body()).hasSize(2);
        api.policies.add("fixed", Effect.DENY, Role.ENGINEER, Action.CONFIGURE, "wt-01");
        assertThat(change("BINDING", "plant/{machine}", binding("{machine}", "torque")).status()).isEqualTo(403);
    }
}
