package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer with(String key, String method, String path) throws Exception {
        return api.send(api.request(path, null).header("Authorization", "Bearer " + key).method(method,
                BodyPublishers.noBody()).build());
    }

    private Answer make(String name, String role) throws Exception {
        return api.post("/keys", "admin", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"days\":30}");
    }

    @Test
    void aKeyIsShownOnceAndDoesWhatItsRoleMay() throws Exception {
        Answer made = make("historian", "VIEWER");
        assertThat(made.status()).isEqualTo(201);
        String secret = made.body().get("secret").asText();

        assertThat(with(secret, "GET", "/twins").status()).isEqualTo(200);
        assertThat(with(secret, "POST", "/backups").status()).isEqualTo(403);
        assertThat(api.call("GET", "/keys", "admin").response().body()).contains("historian").doesNotContain("gmk_");
        assertThat(api.security.events).filteredOn(event -> event.outcome() == AuditEvent.Outcome.REFUSED)
                .extracting(AuditEvent::caller).containsOnly("key:historian");
    }

    @Test
    void aRevokedKeyLetsNobodyIn() throws Exception {
        Answer made = make("historian", "VIEWER");
        assertThat(api.call("DELETE", "/keys/" + made.body().at("/key/id").asText(), "admin").status()).isEqualTo(204);
        assertThat(with(made.body().get("secret").asText(), "GET", "/twins").status()).isEqualTo(401);
        assertThat(api.call("DELETE", "/keys/xxxxxxxx", "admin").status()).isEqualTo(404);
    }

    @Test
    void aKeyMakesNoKeysAndNoUsersWhateverItsRole() throws Exception {
        String secret = make("robot", "ADMINISTRATOR").body().get("secret").asText();
        assertThat(with(secret, "GET", "/keys").status()).isEqualTo(403);
        assertThat(with(secret, "GET", "/users").status()).isEqualTo(403);
        assertThat(with(secret, "DELETE", "/users/viewer").status()).isEqualTo(403);
        assertThat(with(secret, "GET", "/audit").status()).as("but it reads what an administrator reads").isEqualTo(200);
    }

    @Test
    void nobodyButAdministratorsMakesKeys() throws Exception {
        assertThat(api.post("/keys", "engineer", "{\"name\":\"k\",\"role\":\"VIEWER\",\"days\":1}").status()).isEqualTo(403);
        assertThat(api.call("GET", "/keys", "engineer").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"K\",\"role\":\"VIEWER\",\"days\":1}", "{\"name\":\"k\",\"role\":\"VIEWER\",\"days\":0}",
        "{\"name\":\"k\",\"role\":\"VIEWER\",\"days\":367}", "{\"name\":\"k\",\"role\":\"KING\",\"days\":1}"})
    void aKeyOfAnotherFormIsABadRequest(String body) throws Exception {
        assertThat(api.post("/keys", "admin", body).status()).isEqualTo(400);
    }

    @Test
    void aNameIsGivenOnce() throws Exception {
        make("historian", "VIEWER");
        assertThat(make("historian", "VIEWER").status()).isEqualTo(400);
    }
}
