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
    @CsvSource({"GET,/users", "DELETE,/users/viewer", "DELETE,/users/viewer/second-factor"})
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

        Answer offer = api.call("POST", "/account/second-factor", "viewer");
        assertThat(offer.body().get("uri").asText()).isEqualTo("otpauth://totp/Gemello:viewer?secret=MZXW6YTBOI&issuer=Gemello");
        assertThat(api.post("/account/second-factor/confirmation", "viewer", "{\"code\":\"000000\"}").status()).isEqualTo(409);
        assertThat(api.post("/account/second-factor/confirmation", "viewer", "{\"code\":\"123456\"}").status()).isEqualTo(204);
    }

    @Test
    void aLostSecondFactorIsTakenAway() throws Exception {
        assertThat(api.call("DELETE", "/users/operator/second-factor", "admin").status()).isEqualTo(204);
        assertThat(api.call("DELETE", "/users/viewer/second-factor", "admin").status()).isEqualTo(404);
    }
}
