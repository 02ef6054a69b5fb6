package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
    private static final String NEW = "{\"roles\":[\"OPERATOR\"],\"password\":\"correct horse battery\"}";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer put(String path, String user, String json) throws Exception {
        return api.send(api.request(path, user).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)).build());
    }

    @Test
    void anAdministratorAddsChangesAndRemovesUsers() throws Exception {
        Answer added = put("/users/olga", "admin", NEW);
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body().at("/roles/0").asText()).isEqualTo("OPERATOR");
        assertThat(added.response().body()).doesNotContain("horse");
        assertThat(put("/users/olga", "admin", "{\"roles\":[\"VIEWER\",\"ENGINEER\"]}").body().get("roles")).hasSize(2);
        assertThat(api.call("GET", "/users", "admin").body()).hasSize(6);
        assertThat(api.call("DELETE", "/users/olga", "admin").status()).isEqualTo(204);
        assertThat(api.call("DELETE", "/users/olga", "admin").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"GET,/users", "DELETE,/users/viewer"})
    void nobodyElseMay(String method, String path) throws Exception {
        assertThat(api.call(method, path, "engineer").status()).isEqualTo(403);
        assertThat(api.security.events).singleElement().extracting(AuditEvent::outcome).isEqualTo(AuditEvent.Outcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"roles\":[]}", "{\"roles\":[\"KING\"]}", "{\"roles\":[null]}", "{\"roles\":[\"VIEWER\"],\"password\":\"short\"}",
        "{\"roles\":[\"VIEWER\"]}"})
    void aUserOfAnotherFormIsABadRequest(String body) throws Exception {
        assertThat(put("/users/olga", "admin", body).status()).isEqualTo(400);
        assertThat(put("/users/Olga%20I", "admin", NEW).status()).isEqualTo(400);
    }

    @Test
    void everybodyMayChangeTheOwnPasswordAndSecondFactor() throws Exception {
        String change = "{\"present\":\"%s\",\"next\":\"another password\"}";
        assertThat(put("/account/password", "viewer", change.formatted("viewer")).status()).isEqualTo(204);
        assertThat(put("/account/password", "viewer", change.formatted("wrong")).status()).isEqualTo(403);

        assertThat(api.get("/account/second-factor").body().get("active").asBoolean()).isFalse();
        assertThat(api.call("POST", "/account/second-factor", "viewer").status()).isEqualTo(400);
        assertThat(api.post("/account/second-factor", "viewer", "{\"present\":\"wrong\"}").status()).isEqualTo(403);
        Answer offer = api.post("/account/second-factor", "viewer", "{\"present\":\"viewer\"}");
        assertThat(offer.body().get("uri").asText()).isEqualTo("otpauth://totp/Gemello:viewer?secret=MZXW6YTBOI&issuer=Gemello");
        assertThat(api.post("/account/second-factor/confirmation", "viewer", "{\"code\":\"000000\"}").status()).isEqualTo(409);
        assertThat(api.post("/account/second-factor/confirmation", "viewer", "{\"code\":\"123456\"}").status()).isEqualTo(204);
    }

    @Test
    void aLostSecondFactorIsTakenAwayByAnAdministratorWhoGivesTheOwnPassword() throws Exception {
        String proof = "{\"present\":\"%s\"}";
        assertThat(api.post("/users/operator/second-factor/removal", "admin", proof.formatted("operator")).status()).isEqualTo(403);
        assertThat(api.post("/users/operator/second-factor/removal", "engineer", proof.formatted("engineer")).status()).isEqualTo(403);
        assertThat(api.security.events).last().extracting(AuditEvent::outcome).isEqualTo(AuditEvent.Outcome.REFUSED);
        assertThat(api.post("/users/operator/second-factor/removal", "admin", proof.formatted("admin")).status()).isEqualTo(204);
        assertThat(api.post("/users/viewer/second-factor/removal", "admin", proof.formatted("admin")).status()).isEqualTo(404);
    }

    @Test
    void onesOwnIsTakenAwayWithThePassword() throws Exception {
        assertThat(api.post("/users/operator/second-factor/removal", "operator", "{\"present\":\"wrong\"}").status()).isEqualTo(403);
        assertThat(api.post("/users/operator/second-factor/removal", "operator", "{\"present\":\"operator\"}").status()).isEqualTo(204);
    }
}
