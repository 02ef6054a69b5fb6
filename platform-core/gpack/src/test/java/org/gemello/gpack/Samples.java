package org.gemello.gpack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.gemello.api.pack.PackRefusedException;

/** A small pack as its author writes it. */
final class Samples {
    static final String MANIFEST = """
            gpack: 1
            id: water
            version: 1.2.0
            publisher: acme
            title: {en: Water, ko: 물}
            description: {en: Pumps and tanks, ko: 펌프와 탱크}
            licence: Apache-2.0
            platform: "[0.1,0.2)"
            isolation: in-process
            twinTypes:
              - {id: water/pump, schema: 2}
            permissions:
              points: {read: ["*/FLOW.*"], write: ["*/SPEED"]}
              commands: ["water/pump: set-speed"]
              files: false
              network: ["weather.example.com:443"]
              threads: 0
            views: [{id: pump, file: views/pump.svg, title: {en: Pump, ko: 펌프}}]
            acceptance: []
            texts: {en: texts/en.properties, ko: texts/ko.properties}
            changelog:
              - {version: 1.2.0, breaking: false, text: {en: First, ko: 처음}}
            """;

    private Samples() {
    }

    /** Source folder with a view and texts. */
    static Path source(Path folder) throws IOException {
        write(folder.resolve(PackManifest.NAME), MANIFEST);
        write(folder.resolve("views/pump.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"5\"/></svg>");
        write(folder.resolve("texts/en.properties"), "pump=Pump\n");
        write(folder.resolve("texts/ko.properties"), "pump=펌프\n");
        return folder;
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A jar with a bundle's manifest: headers in pairs. */
    static byte[] jar(Map<String, byte[]> entries, String... headers) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "com.acme.water");
        for (int i = 0; i < headers.length; i += 2) {
            manifest.getMainAttributes().putValue(headers[i], headers[i + 1]);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** The whole pack, built, not signed. */
    static Path pack(Path folder) throws IOException, PackRefusedException {
        Path jar = folder.resolve("target/water.jar");
        Files.createDirectories(jar.getParent());
        Files.write(jar, jar(Map.of()));
        Path target = folder.resolve("target/water.gpack");
        new PackBuilder(source(folder.resolve("src"))).bundle(jar)
                .sbom("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\"}".getBytes(StandardCharsets.UTF_8))
                .write(target, null);
        return target;
    }
}
