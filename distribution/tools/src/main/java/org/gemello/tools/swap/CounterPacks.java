package org.gemello.tools.swap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackBuilder;
import org.gemello.gpack.PackKeys;
import org.gemello.gpack.PackSigner;

/** Makes the packs of the proof: the same classes each time, in bundles that differ by their {@link Variant}, signed by a key of its own. */
final class CounterPacks {
    static final String PUBLISHER = "swap-proof";
    static final String ID = "counters";
    private static final List<String> CLASSES = List.of("CounterType", "CounterBehavior", "CounterState", "Variant", "Variant$Fault");
    private final Path folder;
    private final KeyPair key = PackKeys.generate();

    CounterPacks(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    String publicKey() {
        return PackKeys.publicPem(key.getPublic());
    }

    /** A signed pack file of this variant. */
    Path pack(Variant variant) throws IOException, PackRefusedException {
        Path source = Files.createDirectories(folder.resolve(variant.version()));
        Files.writeString(source.resolve("pack.yaml"), """
                gpack: 1
                id: %s
                version: %s
                publisher: %s
                title: {en: Counters, ko: 계수기}
                description: {en: Counts what it sees, ko: 보이는 것을 셉니다}
                licence: Apache-2.0
                platform: "[0.1,0.2)"
                isolation: in-process
                twinTypes:
                  - {id: %s, schema: %d}
                permissions:
                  points: {read: ["*/C*"], write: ["*/Echo", "*/Seen", "*/Missed", "*/Repeated"]}
                changelog:
                  - {version: %s, breaking: false, text: {en: A version of the proof, ko: 증명용 버전}}
                """.formatted(ID, variant.version(), PUBLISHER, CounterType.ID, variant.schema(), variant.version()));
        Path jar = folder.resolve("counters-" + variant.version() + ".jar");
        writeBundle(jar, variant);
        Path pack = folder.resolve("counters-" + variant.version() + ".gpack");
        new PackBuilder(source).bundle(jar).sbom(SBOM.getBytes(StandardCharsets.UTF_8)).write(pack, null);
        PackSigner.sign(pack, key);
        return pack;
    }

    private static final String SBOM = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"version\":1,\"components\":[]}\n";

    private static void writeBundle(Path jar, Variant variant) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.gemello.pack.counters");
        main.putValue("Bundle-Version", variant.version());
        main.putValue("Import-Package", "org.gemello.api;version=\"[0.1,1)\",org.gemello.api.twin;version=\"[0.1,1)\",org.gemello.spi;version=\"[0.1,1)\"");
        main.putValue("Service-Component", "OSGI-INF/counters.xml");
        main.putValue("Require-Capability", "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3.0)(!(version>=2.0.0)))\"");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : CLASSES) {
                String entry = CounterType.class.getPackageName().replace('.', '/') + "/" + name + ".class";
                try (InputStream in = CounterPacks.class.getResourceAsStream("/" + entry)) {
                    add(out, entry, in.readAllBytes());
                }
            }
            add(out, Variant.FILE, variant.text().getBytes(StandardCharsets.UTF_8));
            add(out, "OSGI-INF/counters.xml", ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"counters\">\n"
                    + "  <service><provide interface=\"org.gemello.spi.TwinType\"/></service>\n"
                    + "  <implementation class=\"" + CounterType.class.getName() + "\"/>\n</scr:component>\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(OutputStream out, String name, byte[] bytes) throws IOException {
        ((JarOutputStream) out).putNextEntry(new ZipEntry(name));
        out.write(bytes);
    }
}
