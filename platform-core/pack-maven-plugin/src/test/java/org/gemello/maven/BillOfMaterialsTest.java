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
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.License;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static License licence(String name, String url) {
        License licence = new License();
        licence.setName(name);
        licence.setUrl(url);
        return licence;
    }

    @ParameterizedTest
    @CsvSource({
        "Apache License 2.0, , Apache-2.0", "'Apache License, Version 2.0', , Apache-2.0", "Apache-2.0, , Apache-2.0", "ASL, http://www.apache.org/licenses/LICENSE-2.0, Apache-2.0",
        "'The 3-Clause BSD License', , BSD-3-Clause", "New BSD License, , BSD-3-Clause", "EDL 1.0, http://www.eclipse.org/org/documents/edl-v10.php, BSD-3-Clause",
        "Eclipse Public License - v 2.0, , EPL-2.0", "EPL 2.0, , EPL-2.0", "Eclipse Public License v1.0, , EPL-1.0", "The MIT License, , MIT", "MIT-0, , MIT-0",
        "Mozilla Public License Version 2.0, , MPL-2.0", "'Public Domain, per Creative Commons CC0', http://creativecommons.org/publicdomain/zero/1.0/, CC0-1.0",
        "'GNU General Public License, version 2 (GPL2), with the classpath exception', , GPL-2.0-only WITH Classpath-exception-2.0",
        "LGPL-2.1, , LGPL-2.1-only", "Acme, https://acme.example/licence, "})
    void theSameLicenceHasOneName(String name, String url, String spdx) {
        assertThat(SpdxLicence.of(licence(name, url))).isEqualTo(Optional.ofNullable(spdx));
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
        project.getModel().addLicense(licence("MIT License", null));
        project.setArtifact(artifact("pack", "compile", module));
        project.setArtifacts(new LinkedHashSet<>(Set.of(artifact("unpacked", "provided", unpacked), artifact("library", "compile", library),
                artifact("provided", "provided", provided), artifact("second", "runtime", second), artifact("test", "test", unpacked))));

        BillOfMaterials bill = new BillOfMaterials(project, List.of(module, second), artifact -> switch (artifact.getArtifactId()) {
            case "library" -> List.of(licence("The Apache Software License, Version 2.0", "https://www.apache.org/licenses/LICENSE-2.0.txt"));
            case "second" -> List.of(licence("Acme House Licence", null), licence("GPL2 w/ CPE", null));
            default -> List.of(licence("EPL 2.0", null), licence("GPL2 w/ CPE", null));
        });
        String json = new String(bill.toJson(), StandardCharsets.UTF_8);
        assertThat(json.replace(",\n", ", ")).contains("\"bomFormat\": \"CycloneDX\"", "\"specVersion\": \"1.5\"", "\"serialNumber\": \"urn:uuid:")
                .contains("\"dependsOn\": [\"pkg:maven/com.acme/library@1.0?type=jar\", \"pkg:maven/com.acme/second@1.0?type=jar\", "
                        + "\"pkg:maven/com.acme/unpacked@1.0?type=jar\"]")
                .contains("\"licenses\": [{\"license\": {\"id\": \"Apache-2.0\", \"url\": \"https://www.apache.org/licenses/LICENSE-2.0.txt\"}}]",
                        "[{\"license\": {\"name\": \"Acme House Licence\"}}, {\"license\": {\"name\": \"GPL2 w/ CPE\"}}]",
                        "[{\"expression\": \"EPL-2.0 OR (GPL-2.0-only WITH Classpath-exception-2.0)\"}]", "\"licenses\": [{\"license\": {\"id\": \"MIT\"}}]", "\"hashes\": [{")
                .doesNotContain("com.acme/provided", "com.acme/test");
        assertThat(bill.toJson()).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void jsonIsEscaped() {
        assertThat(Json.write(Map.of("a\"\\\n", List.of(1, "물")))).isEqualTo("{\"a\\\"\\\\\\u000a\": [1, \"물\"]}");
    }
}
