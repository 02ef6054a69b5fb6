package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Policy.Effect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedRequestTest {
    private static final String COMMANDS = "/twins/wt-01/commands";
    private static final String LIMIT = "{\"name\":\"set-power-limit\",\"arguments\":{\"limit\":1500}}";
    @TempDir
    private Path folder;
    private Path kept;
    private ApiServer api;

    @BeforeEach
    void start() {
        kept = folder.resolve("rest").resolve("answers.jsonl");
        api = new ApiServer(kept);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer send(String method, String path, String user, String key, String json) throws Exception {
        HttpRequest.Builder request = api.request(path, user).header("Idempotency-Key", key).header("Content-Type", "application/json");
        return api.send(request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)).build());
    }

    @Test
    void aCommandThatIsSentTwiceIsGivenOnce() throws Exception {
        Answer first = send("POST", COMMANDS, "operator", "a-1", LIMIT);
        Answer second = send("POST", COMMANDS, "operator", "a-1", LIMIT);

        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(api.platform.commands.submitted).hasSize(1);
        assertThat(send("POST", COMMANDS, "engineer", "a-1", LIMIT).status()).as("a key is its caller's").isEqualTo(202);
        assertThat(api.platform.commands.submitted).hasSize(2);
    }

    @Test
    void anAnswerIsNotRepeatedToWhomeverItWouldNotBeGivenAnyMore() throws Exception {
        send("POST", COMMANDS, "operator", "a-1", LIMIT);
        api.policies.add("of-others", Effect.DENY, Role.ENGINEER, Action.READ, "*");
        assertThat(send("POST", COMMANDS, "operator", "a-1", LIMIT).status()).as("a policy that speaks of others").isEqualTo(202);
        api.policies.add("hidden", Effect.DENY, Role.OPERATOR, Action.READ, "wt-01");
        Answer again = send("POST", COMMANDS, "operator", "a-1", LIMIT);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("detail").asText()).contains("your rights have changed").doesNotContain("wt-01");
        assertThat(again.body().has("commandId")).isFalse();
        assertThat(api.platform.commands.submitted).as("and nothing is done again").hasSize(1);
    }

    @Test
    void anotherRoleIsAnotherRight() throws Exception {
        Answer first = send("POST", COMMANDS, "operator", "a-1", LIMIT);
        api.security.put("operator", null, Set.of(Role.OPERATOR, Role.VENDOR), new Caller("admin", Set.of(Role.ADMINISTRATOR)));
        assertThat(send("POST", COMMANDS, "operator", "a-1", LIMIT).status()).isEqualTo(409);
        api.security.put("operator", null, Set.of(Role.OPERATOR), new Caller("admin", Set.of(Role.ADMINISTRATOR)));
        assertThat(send("POST", COMMANDS, "operator", "a-1", LIMIT).body()).as("back again").isEqualTo(first.body());
        api.security.put("operator", null, Set.of(Role.VIEWER), new Caller("admin", Set.of(Role.ADMINISTRATOR)));
        assertThat(send("POST", COMMANDS, "operator", "a-1", LIMIT).status()).as("the right was taken away").isNotEqualTo(202);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() throws Exception {
        send("POST", COMMANDS, "operator", "a-1", LIMIT);
        Answer other = send("POST", COMMANDS, "operator", "a-1", LIMIT.replace("1500", "900"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().get("type").asText()).isEqualTo("urn:gemello:problem:repeated-request");
        assertThat(send("POST", "/twins/wt-02/commands", "operator", "a-1", LIMIT).status()).isEqualTo(422);
        assertThat(api.platform.commands.submitted).hasSize(1);
    }

    @Test
    void whatIsKeptSurvivesARestart() throws Exception {
        Answer first = send("POST", COMMANDS, "operator", "a-1", LIMIT);
        send("DELETE", "/dead-letters-that-are-not", "operator", "a-2", null);
        api.close();
        Files.writeString(kept, "{\"caller\":\"oper", StandardOpenOption.APPEND);
        api = new ApiServer(kept);

        assertThat(send("POST", COMMANDS, "operator", "a-1", LIMIT).body()).isEqualTo(first.body());
        assertThat(api.platform.commands.submitted).isEmpty();
        assertThat(Files.readAllLines(kept)).hasSize(1);
    }

    @Test
    void whatHadBegunWhenThePlatformEndedIsNotDoneAgain() throws Exception {
        send("POST", COMMANDS, "operator", "a-1", LIMIT);
        api.close();
        Files.writeString(kept, Files.readAllLines(kept).get(0) + "\n");
        api = new ApiServer(kept);

        Answer again = send("POST", COMMANDS, "operator", "a-1", LIMIT);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("detail").asText()).contains("see what became of it");
        assertThat(api.platform.commands.submitted).isEmpty();
    }

    @Test
    void afterARefusalTheKeyIsFree() throws Exception {
        assertThat(send("POST", COMMANDS, "operator", "a-1", "{}").status()).isEqualTo(400);
        api.security.full = true;
        assertThat(send("POST", COMMANDS, "operator", "a-1", LIMIT).status()).isEqualTo(503);
        api.security.full = false;
        assertThat(send("POST", COMMANDS, "operator", "a-1", LIMIT).status()).isEqualTo(202);
        assertThat(send("POST", COMMANDS, "operator", "a-2", LIMIT.replace("1500", "9000")).status()).isEqualTo(422);
        assertThat(send("POST", COMMANDS, "operator", "a-2", LIMIT.replace("1500", "9000")).body().has("commandId")).as("part of the record").isTrue();
        assertThat(api.platform.commands.submitted).hasSize(2);
    }

    @Test
    void aSecretIsAnsweredOnceAndKeptNowhere() throws Exception {
        String key = "{\"name\":\"historian\",\"role\":\"VIEWER\",\"days\":30}";
        Answer first = send("POST", "/keys", "admin", "a-1", key);
        assertThat(first.status()).isEqualTo(201);
        Answer second = send("POST", "/keys", "admin", "a-1", key);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().get("detail").asText()).contains("done before, with status 201");
        assertThat(Files.readString(kept)).doesNotContain(first.body().get("secret").asText());
        assertThat(send("POST", "/account/second-factor", "viewer", "a-1", "{\"present\":\"viewer\"}").status()).isEqualTo(200);
        assertThat(send("POST", "/account/second-factor", "viewer", "a-1", "{\"present\":\"viewer\"}").status()).isEqualTo(409);
        assertThat(Files.readString(kept)).doesNotContain("MZXW6YTBOI");
    }

    @Test
    void anAnswerWithoutABodyIsRepeatedToo() throws Exception {
        assertThat(send("DELETE", "/staged-packs/none", "admin", "a-0", null).status()).isEqualTo(404);
        String tag = api.get("/twins/wt-01/definition").header("ETag");
        for (int i = 0; i < 2; i++) {
            HttpRequest request = api.request("/twins/wt-01", "engineer").header("Idempotency-Key", "a-1").header("If-Match", tag).DELETE().build();
            assertThat(api.send(request).status()).isEqualTo(204);
        }
    }

    @Test
    void withoutRoomForTheKeyNothingIsDone() throws Exception {
        Files.createDirectories(kept);
        assertThat(send("POST", COMMANDS, "operator", "a-1", LIMIT).status()).isEqualTo(503);
        assertThat(api.platform.commands.submitted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"})
    void aKeyOfAnotherFormIsABadRequest(String key) throws Exception {
        Answer answer = send("POST", COMMANDS, "operator", key, LIMIT);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/violations/0/field").asText()).isEqualTo("Idempotency-Key");
        assertThat(api.platform.commands.submitted).isEmpty();
    }
}
