package org.gemello.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {
    @TempDir
    Path folder;

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return jar;
    }

    private static Artifact artifact(String name, String scope, Path file) {
        Artifact artifact = new DefaultArtifact("com.acme", name, "1.0", scope, "jar", "", new DefaultArtifactHandler("jar"));
        artifact.setFile(file == null ? null : file.toFile());
        return artifact;
    }

    /** What travels in the pack is named however it travels; what the platform gives is not. */
    @Test
    void namesWhatIsInside() throws Exception {
        byte[] code = {1, 2, 3};
        Path unpacked = jar("unpacked.jar", Map.of("a/Unpacked.class", code));
        Path library = jar("library.jar", Map.of("b/Library.class", code));
        Path provided = jar("provided.jar", Map.of("c/Provided.class", code));
        Path module = jar("module.jar", Map.of("d/Own.class", code, "a/Unpacked.class", code, "lib/library.jar", Files.readAllBytes(library)));
        Path second = jar("second.jar", Map.of("e/Second.class", code));
        MavenProject project = new MavenProject();
        project.setArtifact(artifact("pack", "compile", module));
        project.setArtifacts(new LinkedHashSet<>(Set.of(artifact("unpacked", "provided", unpacked), artifact("library", "compile", library),
                artifact("provided", "provided", provided), artifact("second", "runtime", second), artifact("test", "test", unpacked))));

        BillOfMaterials bill = new BillOfMaterials(project, List.of(module, second));
        String json = new String(bill.toJson(), StandardCharsets.UTF_8);
        assertThat(json).contains("\"bomFormat\": \"CycloneDX\"", "\"specVersion\": \"1.5\"", "\"serialNumber\": \"urn:uuid:")
                .contains("\"dependsOn\": [\"pkg:maven/com.acme/library@1.0?type=jar\", \"pkg:maven/com.acme/second@1.0?type=jar\", "
                        + "\"pkg:maven/com.acme/unpacked@1.0?type=jar\"]")
                .doesNotContain("com.acme/provided", "com.acme/test");
        assertThat(bill.toJson()).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void jsonIsEscaped() {
        assertThat(Json.write(Map.of("a\"\\\n", List.of(1, "물")))).isEqualTo("{\"a\\\"\\\\\\u000a\": [1, \"물\"]}");
    }
}
