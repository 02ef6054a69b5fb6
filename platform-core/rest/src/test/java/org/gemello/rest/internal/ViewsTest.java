package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {
    private static final String VIEW = "{\"view\":1,\"twin\":\"energy/wind-turbine\",\"widgets\":[]}";
    private static final String DRAWING = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>출력</text></svg>";
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @BeforeEach
    void install() {
        put("views/power.json", VIEW);
        put("views/nacelle.svg", DRAWING);
    }

    private void put(String path, String content) {
        api.platform.packs.views.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theListSaysWhatIsThereForWhichTwinsAndWhere() throws Exception {
        JsonNode views = api.get("/views").body();

        assertThat(views).hasSize(2);
        JsonNode power = views.get(0);
        assertThat(power.get("id").asText()).isEqualTo("power");
        assertThat(power.get("kind").asText()).isEqualTo("view");
        assertThat(power.get("twin").asText()).isEqualTo("energy/wind-turbine");
        assertThat(power.at("/title/ko").asText()).isEqualTo("출력");
        assertThat(power.get("href").asText()).isEqualTo("views/" + power.get("hash").asText() + "/power.json");
        JsonNode nacelle = views.get(1);
        assertThat(nacelle.get("kind").asText()).isEqualTo("drawing");
        assertThat(nacelle.has("twin")).isFalse();
    }

    @Test
    void aFileIsKeptForGoodAndRunsNothing() throws Exception {
        JsonNode views = api.get("/views").body();

        Answer power = api.get("/" + views.get(0).get("href").asText());
        assertThat(power.header("Content-Type")).isEqualTo("application/json");
        assertThat(power.header("Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
        assertThat(power.response().body()).isEqualTo(VIEW);

        Answer nacelle = api.get("/" + views.get(1).get("href").asText());
        assertThat(nacelle.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(nacelle.header("Content-Security-Policy")).contains("default-src 'none'").contains("sandbox").doesNotContain("script");
        assertThat(nacelle.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(nacelle.response().body()).isEqualTo(DRAWING);
    }

    @Test
    void aModuleIsTextThatNoPageRunsByItsAddress() throws Exception {
        put("views/rose.mjs", "export function mount(element, host) {}");
        put("views/hub.glb", "glTF");
        JsonNode views = api.get("/views").body();
        assertThat(views.get(2).get("kind").asText()).isEqualTo("module");
        assertThat(views.get(2).has("twin")).isFalse();
        assertThat(views.get(3).get("kind").asText()).isEqualTo("model");

        Answer module = api.get("/" + views.get(2).get("href").asText());
        assertThat(module.header("Content-Type")).startsWith("text/plain");
        assertThat(module.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(module.header("Content-Security-Policy")).contains("default-src 'none'").contains("frame-ancestors 'none'");
        assertThat(api.get("/" + views.get(3).get("href").asText()).header("Content-Type")).isEqualTo("model/gltf-binary");
    }

    @Test
    void anotherVersionHasOtherAddressesAndTheOldOnesAreGone() throws Exception {
        JsonNode before = api.get("/views").body().get(0);
        api.platform.packs.version = "0.2.0";
        put("views/power.json", VIEW.replace("[]", "[{}]"));

        JsonNode after = api.get("/views").body().get(0);
        assertThat(after.get("version").asText()).isEqualTo("0.2.0");
        assertThat(after.get("href")).isNotEqualTo(before.get("href"));
        assertThat(api.get("/" + before.get("href").asText()).status()).isEqualTo(404);
    }

    @Test
    void whoKnowsTheListIsToldWhenItChanges() throws Exception {
        String tag = api.get("/views").header("ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        Answer same = api.send(api.request("/views", "viewer").header("If-None-Match", "\"x\", " + tag).build());
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.response().body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(tag);

        api.platform.packs.views.clear();
        assertThat(api.send(api.request("/views", "viewer").header("If-None-Match", tag).build()).status()).isEqualTo(200);
    }

    @Test
    void aViewIsReadOnceForItsTypeHoweverOftenTheListIsAskedFor() throws Exception {
        api.get("/views");
        api.get("/views");
        assertThat(api.platform.packs.reads).isEqualTo(1);
    }

    @Test
    void aViewThatIsNoJsonHidesNoOther() throws Exception {
        put("views/broken.json", "{\"view\":");
        JsonNode views = api.get("/views").body();
        assertThat(views).hasSize(3);
        assertThat(views.get(2).has("twin")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/views/00/power.json", "/views/%2e%2e/power.json", "/views/" + FakePacks.KEY + "/..%2fpack.yaml",
        "/views/0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef/power.json"})
    void otherPathsAreRefused(String path) throws Exception {
        assertThat(api.get(path).status()).isIn(400, 404);
    }

    @Test
    void aKnownHashUnderAnotherNameIsNotFound() throws Exception {
        String hash = api.get("/views").body().get(0).get("hash").asText();
        assertThat(api.get("/views/" + hash + "/pack.yaml").status()).isEqualTo(404);
    }
}
