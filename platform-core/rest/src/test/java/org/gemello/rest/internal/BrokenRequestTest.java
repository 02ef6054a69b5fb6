package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks the contract: every parameter and every property of a body that it constrains is broken in every way that it forbids, and each time the
 * answer is a problem 400 that names it.
 */
class BrokenRequestTest {
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = new ApiServer();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @TestFactory
    Stream<DynamicTest> everyParameterIsHeldAgainstTheContract() {
        return Operation.all().stream().flatMap(operation -> operation.parameters().stream()
                .flatMap(parameter -> SchemaValues.broken(parameter.get("schema")).stream()
                        .filter(value -> !value.isEmpty() || !parameter.get("in").asText().equals("path"))
                        .map(value -> DynamicTest.dynamicTest(operation + " " + parameter.get("name").asText() + "=" + shown(value),
                                () -> refused(operation, parameter.get("name").asText(), value, SchemaValues.valid(operation.body()),
                                        field -> names(parameter.get("name").asText(), field))))));
    }

    @TestFactory
    Stream<DynamicTest> everyPropertyOfABodyIsHeldAgainstTheContract() {
        return Operation.all().stream().flatMap(operation -> BrokenBody.of(operation.body()).stream()
                .map(broken -> DynamicTest.dynamicTest(operation + " body " + broken.place() + "=" + broken.wrong(),
                        () -> refused(operation, null, null, broken.body(), broken::isNamedBy))));
    }

    @Test
    void aConditionThatIsNotWellFormedIsPassedOver() throws Exception {
        ApiServer.Answer answer = api.send(api.request("/twins", "viewer").header("If-None-Match", "aaaa").build());
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void thereIsMuchToBreak() {
        assertThat(everyParameterIsHeldAgainstTheContract().count()).isGreaterThan(150);
        assertThat(everyPropertyOfABodyIsHeldAgainstTheContract().count()).isGreaterThan(200);
    }

    private static String shown(String value) {
        return value.length() < 30 ? value : value.substring(0, 30) + "...";
    }

    private static boolean names(String broken, String field) {
        return field.equals(broken) || field.startsWith(broken + ".") || field.startsWith(broken + "[");
    }

    /** @param broken name of the parameter that has {@code value}, null where the body is broken */
    private static void refused(Operation operation, String broken, String value, JsonNode body, Predicate<String> named) throws Exception {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        List<String> headers = new ArrayList<>(List.of("Content-Type", operation.mediaType(), "Authorization", ApiServer.basic("admin")));
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.get("name").asText();
            boolean isBroken = name.equals(broken) && value != null;
            String text = isBroken ? value : SchemaValues.valid(parameter.get("schema")).asText();
            switch (parameter.get("in").asText()) {
                case "path" -> path = path.replace('{' + name + '}', URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
                case "query" -> {
                    if (isBroken || parameter.path("required").asBoolean()) {
                        query.add(name + '=' + URLEncoder.encode(text, StandardCharsets.UTF_8));
                    }
                }
                default -> {
                    if (isBroken) {
                        headers.addAll(List.of(name, text));
                    }
                }
            }
        }
        HttpRequest request = HttpRequest.newBuilder(api.uri(path + (query.isEmpty() ? "" : '?' + String.join("&", query))))
                .headers(headers.toArray(String[]::new)).method(operation.method(),
                        body.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())).build();
        ApiServer.Answer answer = api.send(request);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.body().get("violations")).extracting(violation -> violation.get("field").asText())
                .anyMatch(named);
    }
}
