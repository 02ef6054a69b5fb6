package org.gemello.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilesTest {
    /** Goal of issue 6: first load under 400 KB gzipped without 3D. */
    private static final int FIRST_LOAD_BYTES = 400_000;
    private static ConsoleFiles files;

    @BeforeAll
    static void load() throws IOException {
        files = new ConsoleFiles();
    }

    private static String page() {
        return new String(files.find(null).orElseThrow().plain(), StandardCharsets.UTF_8);
    }

    @Test
    void theFirstLoadIsSmall() {
        int bytes = files.names().stream().filter(name -> name.endsWith(".html") || page().contains(name))
                .mapToInt(name -> files.find('/' + name).orElseThrow().zipped().length).sum();
        System.out.println("first load, gzipped: " + bytes + " bytes");
        assertThat(bytes).isBetween(10_000, FIRST_LOAD_BYTES);
    }

    @Test
    void thePageNamesFilesThatAreThereAndMayBeKeptForGood() {
        assertThat(files.names()).filteredOn(name -> page().contains('"' + name + '"')).hasSize(2)
                .allSatisfy(name -> assertThat(files.find('/' + name).orElseThrow().cache()).contains("immutable"));
        assertThat(files.find("/").orElseThrow().cache()).isEqualTo("no-cache");
    }

    @Test
    void thePageHasNoScriptOrStyleOfItsOwnAndNamesNoOtherHost() {
        assertThat(page()).doesNotContain("<style", "style=", "//").doesNotContainPattern("<script[^>]*>[^<]");
    }

    @Test
    void thePolicyAllowsNothingInline() {
        ConsoleFile page = files.find(null).orElseThrow();
        assertThat(page.policy()).contains("default-src 'none'", "require-trusted-types-for 'script'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(page.isFrame()).isFalse();
    }

    @Test
    void theFrameOfModulesHasNoNetworkAndRunsOnlyItsOwnScriptAndWhatItIsHanded() throws Exception {
        ConsoleFile frame = files.find("/frame.html").orElseThrow();
        String text = new String(frame.plain(), StandardCharsets.UTF_8);
        String script = text.substring(text.indexOf("<script>") + "<script>".length(), text.indexOf("</script>"));
        String hash = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        assertThat(frame.policy().split("; ")).contains("default-src 'none'", "script-src 'sha256-" + hash + "' blob:", "sandbox allow-scripts",
                "frame-ancestors 'self'", "trusted-types 'none'").noneMatch(line -> line.matches("(connect|frame|child|worker|object)-src.*"));
        assertThat(frame.isFrame()).isTrue();
        assertThat(frame.cache()).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none.js", "/../content-security-policy.txt", "/%2e%2e/files.txt", "/files.txt", "//index.html"})
    void whatIsNotOnTheListIsNotThere(String path) {
        assertThat(files.find(path)).isEmpty();
    }
}
