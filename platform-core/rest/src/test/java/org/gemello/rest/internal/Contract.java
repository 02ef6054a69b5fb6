package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Holds answers against openapi.yaml; a property that the contract does not name is an error too. */
final class Contract {
    private static final JsonNode ROOT = read();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4))
            .metaSchema(OpenApi30.getInstance()).defaultMetaSchemaIri(OpenApi30.getInstance().getIri()).build();
    private static final SchemaValidatorsConfig STRICT = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** What the contract says once, of every request with an Idempotency-Key. */
    private static final String REPEATED = "urn:gemello:problem:repeated-request";

    private Contract() {
    }

    private static JsonNode read() {
        try (InputStream yaml = Contract.class.getResourceAsStream("openapi.yaml")) {
            JsonNode root = new YAMLMapper().readTree(yaml);
            close(root.at("/components/schemas"));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode schemas) {
        for (JsonNode schema : schemas) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
    }

    static JsonNode at(String pointer) {
        return ROOT.at(pointer);
    }

    /** What a reference stands for; the node itself where it is none. */
    static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(ROOT.at(node.get("$ref").asText().substring(1))) : node;
    }

    /** Fails where the answer is not one that the contract allows to this request. */
    static void check(String method, String path, int status, String mediaType, JsonNode body) {
        JsonNode operation = operation(method, path);
        String problem = "application/problem+json";
        if (operation == null) {
            assertThat(mediaType).as("media type outside the contract").isEqualTo(problem);
            checkSchema("Problem", body);
            return;
        }
        JsonNode response = operation.at("/responses/" + status);
        // the framework's own refusals, that there are too many requests, and that one was sent before, are the same for every operation
        boolean general = status == 405 || status == 406 || status == 429 || status == 500 || REPEATED.equals(body.path("type").asText());
        assertThat(general || !response.isMissingNode()).as("%s %s may answer %d", method, path, status).isTrue();
        if (response.has("$ref")) {
            response = ROOT.at(response.get("$ref").asText().substring(1));
        }
        JsonNode schema = general ? ROOT.at("/components/schemas/Problem") : response.get("content").path(mediaType).path("schema");
        assertThat(schema.isMissingNode()).as("%s %s may answer %s", method, path, mediaType).isFalse();
        validate(schema, body);
    }

    static void checkSchema(String name, JsonNode body) {
        validate(ROOT.at("/components/schemas/" + name), body);
    }

    private static void validate(JsonNode schema, JsonNode body) {
        ObjectNode whole = ((ObjectNode) ROOT).objectNode();
        whole.set("components", ROOT.get("components"));
        whole.putArray("allOf").add(schema);
        JsonSchema compiled = SCHEMAS.getSchema(whole, STRICT);
        assertThat(compiled.validate(body)).as(body.toString()).isEmpty();
    }

    private static JsonNode operation(String method, String path) {
        for (Map.Entry<String, JsonNode> entry : ROOT.get("paths").properties()) {
            if (path.matches(entry.getKey().replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"))) {
                return entry.getValue().get(method.toLowerCase(Locale.ROOT));
            }
        }
        return null;
    }
}
