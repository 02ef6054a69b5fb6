package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenIdTest {
    private static final String CALLBACK = "/session/oidc/callback";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer begin() throws Exception {
        api.openId.title = "Plant login";
        return api.send(api.request("/session/oidc", null).build());
    }

    private Answer comeBack(Answer begun, String query) throws Exception {
        String cookie = begun.header("Set-Cookie").replaceFirst(";.*", "");
        return api.send(api.request(CALLBACK + query, null).header("Cookie", cookie).header("Sec-Fetch-Site", "cross-site").build());
    }

    @Test
    void theLoginScreenIsToldOfTheProvider() throws Exception {
        assertThat(api.send(api.request("/session", null).build()).body().has("openId")).isFalse();
        assertThat(api.send(api.request("/session/oidc", null).build()).status()).isEqualTo(401);
        api.openId.title = "Plant login";
        Answer answer = api.send(api.request("/session", null).build());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().get("openId").asText()).isEqualTo("Plant login");
    }

    @Test
    void aBrowserGoesToTheProviderAndComesBackWithASession() throws Exception {
        Answer begun = begin();
        assertThat(begun.status()).isEqualTo(303);
        assertThat(begun.header("Location")).isEqualTo("https://login.example.com/authorize?redirect_uri=" + api.uri(CALLBACK));
        assertThat(begun.header("Set-Cookie")).startsWith("gemello-login-").contains("HttpOnly").contains("SameSite=Lax").contains("Max-Age=600");

        Answer back = comeBack(begun, "?state=s&code=good");
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo(api.uri("/").toString());
        String session = back.response().headers().allValues("Set-Cookie").stream().filter(each -> each.startsWith(api.sessionCookie())).findFirst()
                .orElseThrow();
        assertThat(session).contains("HttpOnly").contains("SameSite=Strict");
        Answer who = api.send(api.request("/session", null).header("Cookie", session.replaceFirst(";.*", "")).build());
        assertThat(who.body().get("user").asText()).isEqualTo("oidc:olga");
        assertThat(api.security.events).extracting(AuditEvent::action).contains("session.open");
    }

    @Test
    void whatIsNotAsItMustBeOpensNoSession() throws Exception {
        Answer begun = begin();
        for (String query : new String[] {"", "?state=s", "?state=other&code=good", "?state=s&code=bad", "?error=access_denied&state=s"}) {
            assertThat(comeBack(begun, query).status()).as(query).isEqualTo(401);
        }
        assertThat(api.send(api.request(CALLBACK + "?state=s&code=good", null).build()).status()).as("another browser").isEqualTo(401);
        assertThat(api.sessions.sessions()).isEmpty();
    }

    @Test
    void aProgramComesWithAnAccessToken() throws Exception {
        assertThat(api.send(api.request("/twins", null).header("Authorization", "Bearer token-of-olga").build()).status()).isEqualTo(200);
        assertThat(api.send(api.request("/twins", null).header("Authorization", "Bearer other").build()).status()).isEqualTo(401);
        assertThat(api.send(api.request("/audit", null).header("Authorization", "Bearer token-of-olga").build()).status()).isEqualTo(403);
    }

    @Test
    void aPersonComesBackToTheLogInPageAndIsToldWhyInItsLanguage() throws Exception {
        assertThat(browser("/session/oidc").header("Location")).as("no provider").isEqualTo(api.uri("/#/?login=off").toString());
        Answer begun = begin();
        String cookie = begun.header("Set-Cookie").replaceFirst(";.*", "");
        Answer bad = browser(CALLBACK + "?state=s&code=bad", "Cookie", cookie);
        assertThat(bad.status()).isEqualTo(303);
        assertThat(bad.header("Location")).isEqualTo(api.uri("/#/?login=refused").toString());
        assertThat(bad.header("Set-Cookie")).as("the attempt is used up").startsWith("gemello-login-").contains("Max-Age=0");
        assertThat(browser(CALLBACK + "?state=s&code=good").header("Location")).as("another browser").endsWith("/#/?login=expired");
        assertThat(browser(CALLBACK + "?error=access_denied&state=s", "Cookie", cookie).header("Location")).endsWith("/#/?login=refused");
        assertThat(api.sessions.sessions()).isEmpty();
    }

    /** What a browser sends that goes to a page. */
    private Answer browser(String path, String... headers) throws Exception {
        HttpRequest.Builder request = api.request(path, null).header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        return api.send((headers.length == 0 ? request : request.headers(headers)).build());
    }
}
