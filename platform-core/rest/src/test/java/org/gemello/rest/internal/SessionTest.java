package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.twin.Severity;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    private static final String COMMAND = "{\"name\":\"stop\"}";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer logIn(String user, String password) throws Exception {
        return api.post("/session", null, "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
    }

    private static String token(Answer login) {
        return login.header("Set-Cookie").replaceFirst("gemello-session-[0-9]+=([^;]*);.*", "$1");
    }

    private HttpRequest.Builder with(Answer login, String path) {
        return api.request(path, null).header("Cookie", "other=1; " + api.sessionCookie() + "=" + token(login));
    }

    private HttpRequest.Builder command(Answer login) {
        return with(login, "/twins/wt-01/commands").header("Content-Type", "application/json").POST(BodyPublishers.ofString(COMMAND));
    }

    @Test
    void aLoginGivesACookieThatScriptsAndOtherSitesCannotUse() throws Exception {
        Answer login = logIn("operator", "operator");

        assertThat(login.status()).isEqualTo(201);
        assertThat(login.body().get("user").asText()).isEqualTo("operator");
        assertThat(login.body().get("roles").get(0).asText()).isEqualTo("OPERATOR");
        assertThat(login.body().get("csrf").asText()).hasSize(43);
        assertThat(login.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/")
                .doesNotContain("Secure").doesNotContain("Max-Age").doesNotContain("Domain");
        assertThat(login.response().body()).doesNotContain(token(login));
    }

    @Test
    void theCookieReadsAndTellsWhoIsLoggedIn() throws Exception {
        Answer login = logIn("viewer", "viewer");

        assertThat(api.send(with(login, "/twins").build()).status()).isEqualTo(200);
        Answer session = api.send(with(login, "/session").build());
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.body()).isEqualTo(login.body());
    }

    @Test
    void whatChangesSomethingNeedsTheTokenOfTheSession() throws Exception {
        Answer login = logIn("operator", "operator");
        String csrf = login.body().get("csrf").asText();

        assertThat(api.send(command(login).build()).status()).isEqualTo(403);
        assertThat(api.send(command(login).header("X-CSRF-Token", "").build()).status()).isEqualTo(403);
        assertThat(api.send(command(login).header("X-CSRF-Token", token(login)).build()).status()).isEqualTo(403);
        assertThat(api.platform.commands.submitted).isEmpty();
        assertThat(api.security.events).filteredOn(event -> !event.action().equals("session.open")).hasSize(3)
                .extracting(AuditEvent::outcome).containsOnly(AuditEvent.Outcome.REFUSED);

        assertThat(api.send(command(login).header("X-CSRF-Token", csrf).build()).status()).isEqualTo(202);
        assertThat(api.platform.commands.submitted).hasSize(1);
    }

    @Test
    void aSessionGivesNoMoreThanItsUsersRole() throws Exception {
        Answer login = logIn("viewer", "viewer");
        assertThat(api.send(command(login).header("X-CSRF-Token", login.body().get("csrf").asText()).build()).status()).isEqualTo(403);
    }

    @Test
    void loggedOutIsOut() throws Exception {
        Answer login = logIn("viewer", "viewer");
        assertThat(api.send(with(login, "/session").DELETE().build()).status()).as("without token").isEqualTo(403);

        Answer out = api.send(with(login, "/session").header("X-CSRF-Token", login.body().get("csrf").asText()).DELETE().build());
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains(api.sessionCookie() + "=;").contains("Max-Age=0");
        assertThat(api.send(with(login, "/twins").build()).status()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordOpensNothing() throws Exception {
        Answer refused = logIn("viewer", "wrong");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Set-Cookie")).isNull();
        assertThat(api.sessions.sessions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"user\":\"viewer\"}", "{\"user\":null,\"password\":\"x\"}",
        "{\"user\":\"\",\"password\":\"x\"}", "{\"user\":\"viewer\",\"password\":\"viewer\",\"admin\":true}"})
    void aLoginOfAnotherFormIsABadRequest(String body) throws Exception {
        assertThat(api.post("/session", null, body).status()).isEqualTo(400);
    }

    @Test
    void aFormOfAnotherSiteCannotLogIn() throws Exception {
        String body = "{\"user\":\"viewer\",\"password\":\"viewer\"}";
        HttpRequest.Builder form = api.request("/session", null).header("Content-Type", "text/plain").POST(BodyPublishers.ofString(body));
        assertThat(api.send(form.build()).status()).isEqualTo(415);
        HttpRequest.Builder script = api.request("/session", null).header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.ofString(body));
        assertThat(api.send(script.build()).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void passwordsThatABrowserRemembersAreNoUseToOtherSites(String site) throws Exception {
        HttpRequest.Builder forged = api.request("/backups", "admin").header("Sec-Fetch-Site", site).POST(BodyPublishers.noBody());
        assertThat(api.send(forged.build()).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s=", "%s=x", "%s=\"", "other=1"})
    void otherCookiesProveNothing(String cookie) throws Exception {
        Answer answer = api.send(api.request("/twins", null).header("Cookie", cookie.formatted(api.sessionCookie())).build());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).as("no window of the browser").startsWith("Session");
    }

    @Test
    void aWrongPasswordIsNotMadeGoodByACookie() throws Exception {
        Answer login = logIn("admin", "admin");
        assertThat(api.send(with(login, "/twins").header("Authorization", "Basic dmlld2VyOndyb25n").build()).status()).isEqualTo(401);
    }

    @Test
    void withAPasswordThereIsNoSession() throws Exception {
        assertThat(api.get("/session").status()).isEqualTo(404);
        assertThat(api.send(api.request("/session", null).build()).header("WWW-Authenticate")).startsWith("Session");
    }

    @Test
    void whereThereIsASecondFactorThePasswordIsNotEnough() throws Exception {
        Answer first = logIn("guard", "guard");
        assertThat(first.status()).isEqualTo(401);
        assertThat(first.body().get("type").asText()).isEqualTo("urn:gemello:problem:code-needed");
        assertThat(first.header("Set-Cookie")).isNull();
        String body = "{\"user\":\"guard\",\"password\":\"guard\",\"code\":\"%s\"}";
        assertThat(api.post("/session", null, body.formatted("000000")).status()).isEqualTo(401);
        assertThat(api.post("/session", null, body.formatted("12345")).status()).isEqualTo(400);
        assertThat(api.post("/session", null, body.formatted("123456")).status()).isEqualTo(201);
    }

    @Test
    void whoComesAndGoesIsAuditedWithoutWhatProvesIt() throws Exception {
        Answer login = logIn("viewer", "viewer");
        api.send(with(login, "/session").header("X-CSRF-Token", login.body().get("csrf").asText()).DELETE().build());
        assertThat(api.security.events).extracting(AuditEvent::action).containsExactly("session.open", "session.end");
        assertThat(api.security.events.toString()).doesNotContain(token(login), login.body().get("csrf").asText());
    }

    @Test
    void theStreamTakesTheCookieAndGoesOnWhereItWas() throws Exception {
        alarm("one");
        Answer login = logIn("viewer", "viewer");
        try (EventClient client = EventClient.withSession(token(login), api.uri("/events?since=-1"))) {
            assertThat(client.next().data().at("/alarm/name").asText()).isEqualTo("one");
        }
        alarm("two");
        try (EventClient client = EventClient.withSession(token(login), api.uri("/events"), "Last-Event-ID: 0\r\n")) {
            assertThat(client.next().data().at("/alarm/name").asText()).isEqualTo("two");
        }
    }

    @Test
    void theStreamEndsWithTheSession() throws Exception {
        Answer login = logIn("viewer", "viewer");
        try (EventClient client = EventClient.withSession(token(login), api.uri("/events"))) {
            api.sessions.endAll("viewer");
            client.awaitEnd();
        }
        assertThat(api.sessions.sessions()).isEmpty();
    }

    private void alarm(String name) {
        api.platform.log.append(new LogEntry.AlarmChanged(new TwinId("wt-01"), name, true, Severity.HIGH, "", FakePlatform.NOON),
                TraceId.random(), -1);
    }
}
