package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.regex.Pattern;
import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void everyOperationAndEverySchemaIsThere() throws Exception {
        String page = api.get("/docs").response().body();
        JsonNode contract = new YAMLMapper().readTree(ContractResource.open());
        for (JsonNode path : contract.get("paths")) {
            for (JsonNode operation : path) {
                if (operation.has("operationId")) {
                    assertThat(page).contains("<section id=\"" + operation.get("operationId").asText() + "\">");
                }
            }
        }
        contract.at("/components/schemas").fieldNames().forEachRemaining(name -> assertThat(page).contains("<section id=\"schema-" + name + "\">"));
    }

    @Test
    void everyLinkLeadsSomewhereInThePlatform() throws Exception {
        String page = api.get("/docs").response().body();
        for (String to : LINK.matcher(page).results().map(found -> found.group(1)).distinct().toList()) {
            if (to.startsWith("#")) {
                assertThat(page).contains("id=\"" + to.substring(1) + "\"");
            } else {
                assertThat(api.get("/" + to).status()).as(to).isEqualTo(200);
            }
        }
    }

    @Test
    void itRunsNothingAndComesWithItsPolicy() throws Exception {
        Answer answer = api.get("/docs");
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self'").doesNotContain("unsafe");
        assertThat(answer.response().body()).doesNotContain("<script").doesNotContain("style=").doesNotContain("onclick");
        assertThat(api.call("GET", "/docs", null).status()).isEqualTo(401);
    }
}
