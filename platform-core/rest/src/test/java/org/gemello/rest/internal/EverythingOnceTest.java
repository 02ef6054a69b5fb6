package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walks the contract: every operation that takes an Idempotency-Key is sent twice with one, and is carried out once. */
class EverythingOnceTest {
    /** What there is on the fake platform, by the names of the contract's parameters; whatever else has a form that is right. */
    private static final Map<String, String> KNOWN = Map.of("twinId", "wt-01", "connection", "plant", "name", "operator", "point", "WTUR.W", "alarm", "hot",
            "plant", "wind-farm", "proposalId", "wf-01:wake-steering:4711", "jobId", "j1", "pack", "energy");
    /** Where a body of the right form is not enough. */
    private static final Map<String, String> BODIES = Map.of("offerSecondFactor", "{\"present\":\"admin\"}", "dropSecondFactor", "{\"present\":\"admin\"}",
            "changePassword", "{\"present\":\"admin\",\"next\":\"text of twelve\"}", "confirmSecondFactor", "{\"code\":\"123456\"}",
            "handleAlarm", "{\"action\":\"ACKNOWLEDGE\"}", "submitCommand", "{\"name\":\"stop\"}",
            "startExport", "{\"format\":\"csv\",\"points\":[\"wt-01/WTUR.W\"],\"from\":\"2026-03-01T11:00:00Z\",\"to\":\"2026-03-01T12:00:00Z\"}");
    /** After these something was done, or refused on its merits, and the answer is kept. */
    private static final Set<Integer> KEPT = Set.of(200, 201, 202, 204, 409, 412, 422);
    /** An answer there may hold a secret and is kept nowhere. */
    private static final Pattern SECRET = Pattern.compile("^/(account|users|keys)");
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = new ApiServer();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** What removes something comes last: the others need it. */
    private static List<Operation> operations() {
        return Operation.all().stream().filter(operation -> operation.takes("Idempotency-Key"))
                .sorted(Comparator.comparing(operation -> operation.method().equals("DELETE"))).toList();
    }

    @Test
    void everyOperationIsCarriedOutOnce() throws Exception {
        List<String> done = new ArrayList<>();
        for (Operation operation : operations()) {
            HttpRequest request = request(operation);
            Answer first = api.send(request);
            int audited = api.security.events.size();
            Answer second = api.send(request);
            if (KEPT.contains(first.status())) {
                assertRepeated(operation, first, second);
                assertThat(api.security.events).as(operation + " is not even tried again").hasSize(audited);
                done.add(operation + " " + first.status());
            } else {
                assertThat(second.status()).as(operation + ", of which nothing was done").isEqualTo(first.status());
                assertThat(second.header("Idempotent-Replayed")).as(operation.toString()).isNull();
            }
        }
        assertThat(done).as("what the fake platform does").hasSizeGreaterThan(30);
    }

    private static void assertRepeated(Operation operation, Answer first, Answer second) {
        if (SECRET.matcher(operation.path()).find()) {
            assertThat(second.status()).as(operation.toString()).isEqualTo(409);
            assertThat(second.body().get("type").asText()).isEqualTo("urn:gemello:problem:repeated-request");
        } else {
            assertThat(second.status()).as(operation.toString()).isEqualTo(first.status());
            assertThat(second.header("Idempotent-Replayed")).as(operation.toString()).isEqualTo("true");
            assertThat(second.body()).as(operation.toString()).isEqualTo(first.body());
            assertThat(second.header("Location")).as(operation.toString()).isEqualTo(first.header("Location"));
            assertThat(second.header("ETag")).as(operation.toString()).isEqualTo(first.header("ETag"));
        }
    }

    private static HttpRequest request(Operation operation) {
        String path = operation.path();
        HttpRequest.Builder request = HttpRequest.newBuilder().header("Authorization", ApiServer.basic("admin"))
                .header("Content-Type", operation.mediaType()).header("Idempotency-Key", operation.node().get("operationId").asText());
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.get("name").asText();
            String value = KNOWN.getOrDefault(name, SchemaValues.valid(parameter.get("schema")).asText());
            if (parameter.get("in").asText().equals("path")) {
                path = path.replace('{' + name + '}', URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
            } else if (name.equals("If-Match")) {
                request.header(name, "*");
            }
        }
        JsonNode form = SchemaValues.valid(operation.body());
        String body = BODIES.getOrDefault(operation.node().get("operationId").asText(), form.isMissingNode() ? "" : form.toString());
        return request.uri(api.uri(path)).method(operation.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
    }
}
