package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoPlantsTest {
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer run(String plant, String user, boolean running) throws Exception {
        return api.send(api.request("/demo-plants/" + plant, user).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"running\":" + running + "}")).build());
    }

    @Test
    void anEngineerStartsAPlantAndGetsTheSiteThatMakesTwinsOfIt() throws Exception {
        assertThat(api.get("/demo-plants").body().at("/0/running").asBoolean()).isFalse();
        Answer started = run("wind-farm", "engineer", true);
        assertThat(started.body().get("running").asBoolean()).isTrue();
        assertThat(started.body().at("/site/0/content/endpoint").asText()).isEqualTo("opc.tcp://127.0.0.1:4840/plant");
        assertThat(started.body().at("/site/0/expected").asText()).isEqualTo("absent");
        assertThat(run("wind-farm", "engineer", false).body().get("running").asBoolean()).isFalse();
        assertThat(api.security.events).extracting(AuditEvent::action).containsExactly("demo.start", "demo.stop");
    }

    @Test
    void othersMayNotAndWhatCannotBeStartedSaysWhy() throws Exception {
        assertThat(run("wind-farm", "viewer", true).status()).isEqualTo(403);
        assertThat(run("storm", "engineer", true).status()).isEqualTo(404);
        Answer calm = run("calm", "engineer", true);
        assertThat(calm.status()).isEqualTo(503);
        assertThat(calm.body().get("detail").asText()).contains("no wind today");
    }
}
