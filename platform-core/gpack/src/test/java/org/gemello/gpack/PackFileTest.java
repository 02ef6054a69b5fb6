package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFileTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatTheBuilderWrote() throws Exception {
        try (PackFile pack = PackFile.open(Samples.pack(folder))) {
            assertThat(pack.differences()).isEmpty();
            assertThat(pack.manifest().bundles()).containsExactly("bundles/water.jar");
            assertThat(pack.manifest().sbom()).isEqualTo("sbom.cdx.json");
            assertThat(pack.manifest().files()).containsOnlyKeys("bundles/water.jar", "sbom.cdx.json", "texts/en.properties",
                    "texts/ko.properties", "views/pump.svg");
            assertThat(new String(pack.read("texts/ko.properties"), StandardCharsets.UTF_8)).isEqualTo("pump=펌프\n");
            assertThat(pack.bytes()).isEqualTo(Files.size(pack.path()));
            assertThat(pack.signature()).isEmpty();
            assertThatThrownBy(() -> pack.read("nowhere")).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void sameContentGivesTheSameBytes() throws Exception {
        byte[] first = Files.readAllBytes(Samples.pack(folder.resolve("a")));
        byte[] jar = Files.readAllBytes(folder.resolve("a/target/water.jar"));
        Path again = folder.resolve("b");
        Files.createDirectories(again);
        Files.write(again.resolve("water.jar"), jar);
        Path target = again.resolve("water.gpack");
        new PackBuilder(Samples.source(again.resolve("src"))).bundle(again.resolve("water.jar"))
                .sbom("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\"}".getBytes(StandardCharsets.UTF_8)).write(target, null);
        assertThat(Files.readAllBytes(target)).isEqualTo(first);
    }

    @Test
    void extractsAllFiles() throws Exception {
        Path to = folder.resolve("out");
        try (PackFile pack = PackFile.open(Samples.pack(folder))) {
            pack.extract(to);
            assertThat(to.resolve("views/pump.svg")).hasBinaryContent(pack.read("views/pump.svg"));
            assertThat(to.resolve("pack.yaml")).hasBinaryContent(pack.manifestBytes());
        }
    }

    @Test
    void theProjectsVersionIsFilledIn() throws Exception {
        Path source = Samples.source(folder);
        Files.writeString(source.resolve("pack.yaml"), Samples.MANIFEST.replaceFirst("version: 1.2.0", "version: \\${project.version}"));
        Path jar = folder.resolve("../x.jar").normalize();
        Path target = folder.resolveSibling("v.gpack");
        Files.write(jar, Samples.jar(Map.of()));
        assertThat(new PackBuilder(source).bundle(jar).sbom(new byte[] {'{', '}'}).write(target, "3.0.0-SNAPSHOT").version())
                .isEqualTo("3.0.0-SNAPSHOT");
    }
}
