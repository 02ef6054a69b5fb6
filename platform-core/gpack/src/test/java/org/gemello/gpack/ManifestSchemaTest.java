package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackManifest.Isolation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema and the reader say the same of good and bad manifests. */
class ManifestSchemaTest {
    private static JsonSchema schema;

    @BeforeAll
    static void schema() throws IOException {
        try (InputStream in = PackManifest.class.getResourceAsStream("pack.schema.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
        }
    }

    private static boolean schemaTakes(String yaml) {
        return schema.validate(yaml, InputFormat.YAML).isEmpty();
    }

    private static PackManifest read(String yaml) throws PackRefusedException {
        return ManifestReader.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String edited(String from, String to) {
        return Samples.MANIFEST.replace(from.replace("\\n", "\n"), to == null ? "" : to.replace("\\n", "\n"));
    }

    @Test
    void bothTakeAGoodOne() throws Exception {
        PackManifest manifest = read(Samples.MANIFEST);
        assertThat(schema.validate(Samples.MANIFEST, InputFormat.YAML)).isEmpty();
        assertThat(manifest.id()).isEqualTo("water");
        assertThat(manifest.title()).containsEntry("ko", "물");
        assertThat(manifest.platform().includes("0.1.5")).isTrue();
        assertThat(manifest.platform().includes("0.2.0")).isFalse();
        assertThat(manifest.permissions().read()).containsExactly("*/FLOW.*");
        assertThat(manifest.permissions().commands()).containsExactly("water/pump: set-speed");
        assertThat(manifest.isolation()).isEqualTo(Isolation.IN_PROCESS);
        assertThat(manifest.isBuilt()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"licence: Apache-2.0|trial: {days: 30}", "isolation: in-process|isolation: worker",
            "threads: 0|threads: 4",
            "version: 1.2.0|version: 1.2.0-rc.1+build.5", "isolation: in-process\\n|", "breaking: false, |",
            "network: [\"weather.example.com:443\"]|network: [\"[::1]:65535\"]"})
    void bothTakeVariants(String from, String to) throws Exception {
        String yaml = edited(from, to);
        assertThat(read(yaml).id()).isEqualTo("water");
        assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gpack: 1|gpack: 2", "id: water|id: Water", "id: water|id: w", "id: water|id: 7", "id: water\\n|",
            "version: 1.2.0\\n|version: 1.2\\n", "version: 1.2.0\\n|version: 01.2.0\\n", "publisher: acme|publisher: {a: b}",
                    "publisher: acme\\n|",
            "title: {en: Water, ko: 물}|title: {}", "title: {en: Water, ko: 물}|title: Water", "title: {en: Water, ko: 물}|title: {en: ' '}",
            "title: {en: Water, ko: 물}|title: {english!: Water}", "licence: Apache-2.0\\n|", "licence: Apache-2.0|trial: {days: 0}",
            "licence: Apache-2.0|licence: A\\ntrial: {days: 3}", "licence: Apache-2.0|trial: {}", "platform: \"[0.1,0.2)\"|platform: 0.1",
            "platform: \"[0.1,0.2)\"|platform: \"latest\"", "isolation: in-process|isolation: none",
            "water/pump, schema: 2|water pump, schema: 2",
            "schema: 2|schema: 0", "schema: 2|schema: two", "- {id: water/pump, schema: 2}|[]", "\"*/FLOW.*\"|\"FLOW\"", "\"*/FLOW.*\"|7",
            "water/pump: set-speed|set-speed", "files: false|files: maybe", "weather.example.com:443|weather.example.com",
            "weather.example.com:443|weather.example.com:70000", "threads: 0|threads: -1", "threads: 0|threads: 65", "threads: 0|treads: 0",
            "file: views/pump.svg|file: ../pump.svg", "file: views/pump.svg|file: /pump.svg", "file: views/pump.svg|file: pack.sig",
            "acceptance: []|acceptance: nothing", "texts: {en: texts/en.properties,|texts: {en: 5,",
            "- {version: 1.2.0, breaking: false,|- {",
            "breaking: false|breaking: perhaps", "acceptance: []|bundles: [b.jar]", "acceptance: []|unknown: 1",
            "acceptance: []|acceptance: [a.yaml, a.yaml]",
            "acceptance: []|bundles: [b.jar]\\nsbom: s.json\\nfiles: {b.jar: {sha256: abc, bytes: 1}}"})
    void bothRefuse(String from, String to) {
        String yaml = edited(from, to);
        assertThat(yaml).isNotEqualTo(Samples.MANIFEST);
        assertThat(schemaTakes(yaml)).as("the schema takes %s", to).isFalse();
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(PackRefusedException.class).hasMessageMatching("(?s)pack\\.yaml:\\d+:\\d+: .*");
    }

    @Test
    void allProblemsAtOnceEachWithItsPlace() {
        String yaml = Samples.MANIFEST.replace("id: water\n", "id: Water\n").replace("schema: 2", "schema: 0").replace("gpack: 1",
                "gpak: 1");
        assertThatThrownBy(() -> read(yaml)).hasMessageContaining("pack.yaml:1:1: 'gpak' is not known here")
                .hasMessageContaining("'gpack' is missing")
                .hasMessageContaining("pack.yaml:2:5: 'id' is 'Water'; write").hasMessageContaining("'schema' is 0; write a number from 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "a: &x [1]\nb: *x", "a: [", "a: 1\na: 2", "\u0000"})
    void whatIsNoManifestAtAll(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(PackRefusedException.class).hasMessageStartingWith("pack.yaml:");
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> read("a: " + "[".repeat(10_000))).isInstanceOf(PackRefusedException.class)
                .hasMessageContaining("more than 20 levels");
    }
}
