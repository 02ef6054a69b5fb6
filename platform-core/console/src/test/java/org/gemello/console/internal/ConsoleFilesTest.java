package org.gemello.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        assertThat(files.policy()).contains("default-src 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "*", "http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none.js", "/../content-security-policy.txt", "/%2e%2e/files.txt", "/files.txt", "//index.html"})
    void whatIsNotOnTheListIsNotThere(String path) {
        assertThat(files.find(path)).isEmpty();
    }
}
