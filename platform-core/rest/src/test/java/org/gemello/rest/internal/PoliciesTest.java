package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {
    private static final String PATH = "/policies/acme";
    private static final String BODY = """
            {"effect":"ALLOW","subjects":{"roles":["VENDOR"],"users":["acme-*"]},"actions":["READ"],"twins":["wt-*","!wt-02"],"points":["WTUR.*"]}""";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer put(String user, String body, String... headers) throws Exception {
        return api.send(with(headers, user).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)).build());
    }

    private Answer remove(String... headers) throws Exception {
        return api.send(with(headers, "admin").DELETE().build());
    }

    private HttpRequest.Builder with(String[] headers, String user) {
        HttpRequest.Builder request = api.request(PATH, user);
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Test
    void isMadeReadChangedAndRemovedByItsTag() throws Exception {
        Answer made = put("admin", BODY, "If-None-Match", "*");
        assertThat(made.status()).isEqualTo(200);
        Answer read = api.call("GET", PATH, "admin");
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag")).isNotNull();
        assertThat(api.call("GET", "/policies", "admin").body().get(0)).isEqualTo(made.body());
        assertThat(api.policies.policies().all()).hasSize(1);

        Answer changed = put("admin", BODY.replace("ALLOW", "DENY"), "If-Match", read.header("ETag"));
        assertThat(changed.body().get("effect").asText()).isEqualTo("DENY");
        assertThat(put("admin", BODY, "If-Match", read.header("ETag")).status()).as("of a revision that is gone").isEqualTo(412);
        assertThat(put("admin", BODY, "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(remove("If-Match", read.header("ETag")).status()).isEqualTo(412);
        assertThat(remove("If-Match", changed.header("ETag")).status()).isEqualTo(204);
        assertThat(api.call("GET", PATH, "admin").status()).isEqualTo(404);
        assertThat(put("admin", BODY, "If-Match", changed.header("ETag")).status()).isEqualTo(404);
    }

    @Test
    void withoutAConditionNothingIsChanged() throws Exception {
        assertThat(put("admin", BODY).status()).isEqualTo(428);
        put("admin", BODY, "If-None-Match", "*");
        assertThat(remove().status()).isEqualTo(428);
        assertThat(api.policies.list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "engineer", "vendor"})
    void isForAdministrators(String user) throws Exception {
        assertThat(put(user, BODY, "If-None-Match", "*").status()).isEqualTo(403);
        assertThat(api.call("GET", "/policies", user).status()).isEqualTo(403);
        assertThat(api.policies.list()).isEmpty();
    }

    @Test
    void noKeyChangesThem() throws Exception {
        String secret = api.post("/keys", "admin", "{\"name\":\"robot\",\"role\":\"ADMINISTRATOR\",\"days\":1}").body().get("secret").asText();
        Answer answer = api.send(api.request(PATH, null).header("Authorization", "Bearer " + secret).header("Content-Type", "application/json")
                .header("If-None-Match", "*").PUT(BodyPublishers.ofString(BODY)).build());
        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"effect\":\"ALLOW\",\"subjects\":{},\"actions\":[\"READ\"],\"twins\":[\"*\"]}",
        "{\"effect\":\"MAYBE\",\"subjects\":{\"users\":[\"eva\"]},\"actions\":[\"READ\"],\"twins\":[\"*\"]}",
        "{\"effect\":\"DENY\",\"subjects\":{\"users\":[\"eva\"]},\"actions\":[],\"twins\":[\"*\"]}",
        "{\"effect\":\"DENY\",\"subjects\":{\"users\":[\"eva\"]},\"actions\":[\"READ\"],\"twins\":[]}",
        "{\"effect\":\"DENY\",\"subjects\":{\"users\":[\"eva\"]},\"actions\":[\"READ\"],\"twins\":[\"!wt-01\"]}",
        "{\"effect\":\"DENY\",\"subjects\":{\"users\":[\"(a+)+\"]},\"actions\":[\"READ\"],\"twins\":[\"*\"]}"})
    void whatSaysNothingIsABadRequest(String body) throws Exception {
        assertThat(put("admin", body, "If-None-Match", "*").status()).isEqualTo(400);
    }

    /** Whoever denies himself everything still mends it. */
    @Test
    void noPolicyKeepsAdministratorsFromThePolicies() throws Exception {
        String all = "{\"effect\":\"DENY\",\"subjects\":{\"users\":[\"*\"],\"roles\":[\"ADMINISTRATOR\"]},\"actions\":[\"READ\",\"COMMAND\",\"WRITE\","
                + "\"ACKNOWLEDGE\",\"DECIDE\",\"CONFIGURE\"],\"twins\":[\"*\"]}";
        Answer made = put("admin", all, "If-None-Match", "*");
        assertThat(api.call("GET", "/twins/wt-01", "admin").status()).isEqualTo(404);
        assertThat(remove("If-Match", made.header("ETag")).status()).isEqualTo(204);
        assertThat(api.call("GET", "/twins/wt-01", "admin").status()).isEqualTo(200);
    }

    @Test
    void anOldSightEndsAtOnce() throws Exception {
        assertThat(api.call("GET", "/twins/wt-01", "vendor").status()).isEqualTo(404);
        put("admin", BODY, "If-None-Match", "*");
        assertThat(api.call("GET", "/twins/wt-01", "vendor").status()).isEqualTo(200);
        assertThat(api.call("GET", "/twins/wt-02", "vendor").status()).isEqualTo(404);
    }
}
