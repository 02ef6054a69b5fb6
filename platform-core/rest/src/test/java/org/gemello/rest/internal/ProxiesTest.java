package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.rest.internal.request.Proxies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a request comes from, with and without proxies whose word is taken; the peer is always this machine. */
class ProxiesTest {
    private ApiServer api;

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer logIn(String... headers) throws Exception {
        return api.send(api.request("/session", null).headers(headers).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"user\":\"viewer\",\"password\":\"viewer\"}")).build());
    }

    @Test
    void nobodyIsBelievedWhoIsNotConfigured() throws Exception {
        api = new ApiServer(Proxies.of("192.0.2.1", "X-Forwarded-For"));
        Answer login = logIn("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https", "Forwarded", "for=203.0.113.9;proto=https");
        assertThat(login.header("Set-Cookie")).startsWith(api.sessionCookie()).doesNotContain("Secure");
        assertThat(login.header("Strict-Transport-Security")).isNull();
        assertThat(api.security.addresses).containsExactly("127.0.0.1");
    }

    @Test
    void aConfiguredProxySaysWhoAndWhetherByTls() throws Exception {
        api = new ApiServer(Proxies.of("127.0.0.1", "X-Forwarded-For"));
        Answer login = logIn("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https");
        assertThat(login.header("Set-Cookie")).startsWith("__Host-" + api.sessionCookie()).contains("Secure").contains("Path=/;");
        assertThat(api.security.addresses).containsExactly("203.0.113.9");
        assertThat(api.security.events).last().extracting("reason").isEqualTo("from 203.0.113.9");
        String cookie = login.header("Set-Cookie").replaceFirst(";.*", "");
        assertThat(api.send(api.request("/session", null).headers("Cookie", cookie, "X-Forwarded-Proto", "https").build()).status()).isEqualTo(200);
        api.send(api.request("/twins", "viewer").header("X-Forwarded-For", "203.0.113.10").build());
        assertThat(api.security.addresses).last().isEqualTo("203.0.113.10");
    }

    @Test
    void behindAProxyTheProviderSendsTheBrowserBackByTls() throws Exception {
        api = new ApiServer(Proxies.of("127.0.0.1", "Forwarded"));
        api.openId.title = "Plant login";
        Answer begun = api.send(api.request("/session/oidc", null).header("Forwarded", "for=203.0.113.9;proto=https").build());
        assertThat(begun.header("Location")).endsWith("redirect_uri=" + api.uri("/session/oidc/callback").toString().replace("http://", "https://"));
        assertThat(begun.header("Set-Cookie")).startsWith("__Host-gemello-login-").contains("Secure");
    }
}
