package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.rest.internal.request.RateLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/twins", "/twins/wt-01", "/events", "/openapi.yaml", "/nowhere", "/", "/health", "/health/live/",
        "/health/live;a=b", "/health/live/more", "/twins/../twins"})
    void everyPathWantsAUser(String path) throws Exception {
        Answer answer = api.send(api.request(path, null).build());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Gemello\", charset=\"UTF-8\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!", "Basic dmlld2Vy", "Basic dmlld2VyOndyb25n",
        "Bearer dmlld2VyOnZpZXdlcg==", "Basic Og=="})
    void otherCredentialsLetNobodyIn(String authorization) throws Exception {
        assertThat(api.send(api.request("/twins", null).header("Authorization", authorization).build()).status()).isEqualTo(401);
    }

    @Test
    void onlyReadingOfHealthIsOpen() throws Exception {
        assertThat(api.send(api.request("/health/live", null).DELETE().build()).status()).isEqualTo(401);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (String user : new String[] {"viewer", null}) {
            Answer answer = api.send(api.request("/twins", user).header("Origin", "https://elsewhere.example").build());
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
            assertThat(answer.header("Trace-Id")).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void whoSendsTooMuchIsToldToWait() throws Exception {
        try (ApiServer slow = new ApiServer(new RateLimit(1, 2, () -> 0))) {
            assertThat(slow.get("/twins").status()).isEqualTo(200);
            assertThat(slow.get("/twins").status()).isEqualTo(200);
            Answer refused = slow.get("/session");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(slow.call("GET", "/twins", "operator").status()).as("another user").isEqualTo(200);
        }
    }
}
