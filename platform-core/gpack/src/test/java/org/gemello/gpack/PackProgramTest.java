package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    @TempDir
    Path folder;

    private int run(Object... arguments) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] texts = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        return PackProgram.run(texts, stream, stream);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fromASourceFolderToASignedPackInARepository() throws Exception {
        Path source = Samples.source(folder.resolve("src"));
        Path jar = folder.resolve("water.jar");
        Files.write(jar, Samples.jar(Map.of()));
        Path sbom = Files.writeString(folder.resolve("sbom.json"), "{\"bomFormat\": \"CycloneDX\"}");
        Path repository = Files.createDirectories(folder.resolve("repository"));
        Path pack = repository.resolve("water.gpack");
        assertThat(run("build", source, "--bundle", jar, "--sbom", sbom, "--out", pack)).isZero();
        assertThat(run("lint", pack, "--spi", "0.1.0")).isZero();
        assertThat(run("lint", pack, "--spi", "0.3.0")).isEqualTo(PackProgram.REFUSED);
        assertThat(run("keygen", folder.resolve("acme"))).isZero();
        assertThat(run("verify", pack, "--trust", folder.resolve("trust"))).isEqualTo(PackProgram.REFUSED);
        assertThat(run("sign", pack, "--key", folder.resolve("acme.key.pem"))).isZero();
        Files.createDirectories(folder.resolve("trust"));
        Files.copy(folder.resolve("acme.pub.pem"), folder.resolve("trust/acme.pub.pem"));
        assertThat(run("verify", pack, "--trust", folder.resolve("trust"))).isZero();
        assertThat(run("index", repository, "--publisher", "acme", "--key", folder.resolve("acme.key.pem"))).isZero();
        assertThat(run("show", pack)).isZero();
        assertThat(printed()).contains("water 1.2.0 by acme", "signed by acme", "1 packs",
                "bundles/water.jar").doesNotContain("BEGIN PRIVATE");
        assertThat(RepositoryIndex.read(Files.readAllBytes(repository.resolve("index.yaml"))).packs()).hasSize(1);
    }

    @Test
    void exitCodesSayWhatWentWrong() throws Exception {
        assertThat(run()).isEqualTo(PackProgram.USAGE);
        assertThat(run("--help")).isZero();
        assertThat(run("fly")).isEqualTo(PackProgram.USAGE);
        assertThat(run("sign", "x", "--key")).isEqualTo(PackProgram.USAGE);
        assertThat(run("show", folder.resolve("none.gpack"))).isEqualTo(PackProgram.FAILED);
        assertThat(run("show", Files.writeString(folder.resolve("text.gpack"),
                "this is no zip file at all"))).isEqualTo(PackProgram.REFUSED);
        assertThat(printed()).contains("usage: pack", "'fly' is no command", "is no zip");
    }
}
