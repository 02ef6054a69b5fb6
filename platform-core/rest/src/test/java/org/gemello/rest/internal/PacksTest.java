package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.gemello.api.pack.PackRequest;
import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Packs over the API: brought, planned, installed, and who may. */
class PacksTest {
    private static final String ADMINISTRATOR = "admin";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aPackIsBroughtPlannedAndInstalled() throws Exception {
        Answer staged = upload(ADMINISTRATOR, new byte[100_000]);
        assertThat(staged.status()).isEqualTo(201);
        assertThat(staged.body().at("/signature/state").asText()).isEqualTo("TRUSTED");
        String asked = "{\"action\":\"INSTALL\",\"source\":\"energy-0.2.0\",\"grantAll\":true,\"confirmSeconds\":5}";
        Answer plan = api.post("/pack-plans", ADMINISTRATOR, asked);
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.body().get("feasible").asBoolean()).isTrue();
        assertThat(plan.body().at("/twins/0/how").asText()).isEqualTo("one migration");
        Answer job = api.post("/pack-operations", ADMINISTRATOR, asked);
        assertThat(job.status()).isEqualTo(202);
        assertThat(job.header("Location")).isEqualTo(api.uri("/jobs/j1").toString());
        PackRequest request = api.platform.packs.requests.get(1);
        assertThat(request.grant().network()).containsExactly("weather.example.com:443");
        assertThat(request.confirm()).isEqualTo(Duration.ofSeconds(5));
        assertThat(api.get("/pack-operations").body().at("/0/pauses/0").asLong()).isEqualTo(81_000);
    }

    @Test
    void withoutAGrantNothingNewIsGranted() throws Exception {
        api.post("/pack-operations", ADMINISTRATOR, "{\"action\":\"ROLLBACK\",\"id\":\"energy\"}");
        assertThat(api.platform.packs.requests).singleElement().satisfies(request -> {
            assertThat(request.grant()).isNull();
            assertThat(request.source()).isEmpty();
        });
    }

    @Test
    void onlyAdministratorsChangePacks() throws Exception {
        assertThat(upload("engineer", new byte[8]).status()).isEqualTo(403);
        assertThat(api.post("/pack-operations", "engineer", "{\"action\":\"REMOVE\",\"id\":\"energy\"}").status()).isEqualTo(403);
        assertThat(api.post("/publishers", "engineer", "{\"publisher\":\"acme\",\"pem\":\"x\"}").status()).isEqualTo(403);
        assertThat(api.call("DELETE", "/staged-packs/energy-0.2.0", "engineer").status()).isEqualTo(403);
        assertThat(api.platform.packs.requests).isEmpty();
    }

    @Test
    void whatIsRefusedSaysWhy() throws Exception {
        assertThat(upload(ADMINISTRATOR, new byte[1]).body().get("detail").asText()).contains("the file is no zip archive");
        assertThat(api.post("/pack-operations", ADMINISTRATOR, "{\"action\":\"INSTALL\",\"source\":\"nothing\"}").body().get("detail").asText())
                .contains("there is no pack 'nothing' in quarantine");
        assertThat(api.post("/pack-operations", ADMINISTRATOR, "{\"action\":\"INSTALL\",\"source\":\"nothing\",\"grantAll\":true}").status())
                .isEqualTo(404);
        assertThat(api.post("/pack-operations", ADMINISTRATOR, "{\"action\":\"BURN\"}").status()).isEqualTo(400);
        assertThat(api.post("/publishers", ADMINISTRATOR, "{\"publisher\":\"acme\",\"pem\":\"x\"}").status()).isEqualTo(400);
    }

    @Test
    void packsFilesKeysAndOffersAreListed() throws Exception {
        assertThat(api.get("/packs").body().at("/0/title/ko").asText()).isEqualTo("에너지");
        assertThat(api.get("/packs/energy").body().at("/types/energy~1wind-turbine").asInt()).isEqualTo(1);
        assertThat(api.get("/packs/steel").status()).isEqualTo(404);
        assertThat(api.get("/packs/energy/file?path=views/turbine.svg").status()).isEqualTo(200);
        assertThat(api.get("/packs/energy/file?path=views/none.svg").status()).isEqualTo(404);
        assertThat(api.get("/packs/energy/file?path=../secret").status()).isEqualTo(400);
        assertThat(api.get("/staged-packs").body().at("/0/asks/threads").asInt()).isEqualTo(1);
        assertThat(api.get("/publishers").body().at("/0/builtIn").asBoolean()).isTrue();
        assertThat(api.get("/pack-offers?text=en").body().at("/0/compatible").asBoolean()).isTrue();
        assertThat(api.post("/pack-offers", ADMINISTRATOR, "{\"repository\":\"stick\",\"id\":\"energy\",\"version\":\"0.2.0\"}").status()).isEqualTo(201);
        assertThat(api.post("/publishers", ADMINISTRATOR, "{\"publisher\":\"acme\",\"pem\":\"PUBLIC KEY\"}").body().get("name").asText())
                .isEqualTo("acme");
        assertThat(api.call("POST", "/publishers/" + FakePacks.KEY + "/revocation", ADMINISTRATOR).status()).isEqualTo(204);
        assertThat(api.call("DELETE", "/staged-packs/energy-0.2.0", ADMINISTRATOR).status()).isEqualTo(204);
        assertThat(api.call("POST", "/packs/energy/verification", ADMINISTRATOR).status()).isEqualTo(202);
    }

    private Answer upload(String user, byte[] bytes) throws Exception {
        return api.send(api.request("/pack-uploads", user).header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    @Test
    void bindingsOfAPackAreToldBesideThoseOfTheSite() throws Exception {
        JsonNode all = api.get("/pack-bindings").body();
        assertThat(all).hasSize(3);
        JsonNode plant = api.get("/pack-bindings?connection=plant").body();
        assertThat(plant).extracting(binding -> binding.get("twin").asText() + " " + binding.get("overridden").asBoolean())
                .containsExactly("wt-01 true", "wt-02 false");
        assertThat(plant.at("/0/path").asText()).isEqualTo("bindings/plant.yaml");
    }
}
