package org.gemello.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gemello.gpack.PackBuilder;
import org.gemello.gpack.PackKeys;
import org.gemello.gpack.PackSigner;

/** The energy pack of the distribution once more, as its publisher would bring out the next version: another number, another title in a view. */
final class NextVersion {
    static final String VERSION = "0.2.0";
    static final String TITLE = "Operating point, as version 2 has it";
    private static final String WRITTEN = "# written by the build";
    private final KeyPair key = PackKeys.generate();
    private final Path folder;

    /** @param folder empty */
    NextVersion(Path folder) {
        this.folder = folder;
    }

    String publicKey() {
        return PackKeys.publicPem(key.getPublic());
    }

    /** Writes and signs it. */
    Path of(Path home) throws Exception {
        Path source = folder.resolve("source");
        Path bundle = folder.resolve("gemello-energy-pack-" + VERSION + ".jar");
        Path old = unpack(shipped(home), source);
        renumber(old, bundle);
        byte[] sbom = Files.readAllBytes(source.resolve(PackBuilder.SBOM));
        for (Path built : new Path[] {old, old.getParent(), source.resolve(PackBuilder.SBOM), source.resolve("pack.sig")}) {
            Files.delete(built);
        }
        Path manifest = source.resolve("pack.yaml");
        String text = Files.readString(manifest);
        String number = text.lines().filter(line -> line.startsWith("version: ")).findFirst().orElseThrow().substring("version: ".length());
        Files.writeString(manifest, text.substring(0, text.indexOf(WRITTEN)).replace(number, VERSION));
        Path view = source.resolve("views/turbine.json");
        Files.writeString(view, Files.readString(view).replace("\"Operating point\"", '"' + TITLE + '"'));
        Path pack = folder.resolve("energy-" + VERSION + ".gpack");
        new PackBuilder(source).bundle(bundle).sbom(sbom).write(pack, null);
        PackSigner.sign(pack, key);
        return pack;
    }

    private static Path shipped(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("packs"))) {
            return files.filter(file -> file.getFileName().toString().matches("gemello-energy-pack-.*\\.gpack")).findFirst().orElseThrow();
        }
    }

    /** All files; the one bundle. */
    private static Path unpack(Path pack, Path target) throws IOException {
        Path bundle = null;
        try (ZipFile zip = new ZipFile(pack.toFile(), StandardCharsets.UTF_8)) {
            for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements();) {
                ZipEntry entry = each.nextElement();
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                bundle = entry.getName().endsWith(".jar") ? file : bundle;
            }
        }
        return bundle;
    }

    private static void renumber(Path from, Path to) throws IOException {
        try (JarFile jar = new JarFile(from.toFile()); OutputStream file = Files.newOutputStream(to)) {
            Manifest manifest = jar.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), VERSION);
            try (JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (Enumeration<JarEntry> each = jar.entries(); each.hasMoreElements();) {
                    JarEntry entry = each.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        try (InputStream in = jar.getInputStream(entry)) {
                            in.transferTo(out);
                        }
                    }
                }
            }
        }
    }
}
