package org.gemello.gpack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackManifest.Digest;
import org.gemello.gpack.internal.Sha256;

/** Builds a pack from a source folder: {@code pack.yaml} and what it names, with the bundles and the bill of materials added. */
public final class PackBuilder {
    /** Where the bill of materials goes. */
    public static final String SBOM = "sbom.cdx.json";
    private static final String BUNDLES = "bundles/";
    private static final String VERSION = "${project.version}";
    private final SortedMap<String, PackWriter.Content> files = new TreeMap<>();
    private final Path source;

    /** @param source folder with {@code pack.yaml}; all its files but hidden ones go into the pack */
    public PackBuilder(Path source) throws IOException {
        this.source = source;
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = source.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
                if (attributes.isRegularFile() && !isHidden(file) && !name.equals(PackManifest.NAME)
                        && !name.equals(PackManifest.SIGNATURE)) {
                    files.put(name, PackWriter.Content.of(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean isHidden(Path path) {
        return !path.equals(source) && path.getFileName().toString().startsWith(".");
    }

    /** Adds a bundle; two of one file name are one too many. */
    public PackBuilder bundle(Path jar) {
        return add(BUNDLES + jar.getFileName(), PackWriter.Content.of(jar));
    }

    /** Adds the bill of materials, CycloneDX in JSON. */
    public PackBuilder sbom(byte[] json) {
        return add(SBOM, PackWriter.Content.of(json));
    }

    private PackBuilder add(String name, PackWriter.Content content) {
        if (files.putIfAbsent(name, content) != null) {
            throw new IllegalArgumentException(name + " is there already; the build adds bundles and the bill of materials itself");
        }
        return this;
    }

    /**
     * Writes the pack, not signed.
     *
     * @param projectVersion stands for <code>${project.version}</code> in the manifest, null where there is none
     * @throws PackRefusedException where the manifest is wrong or a part of the pack is missing
     */
    public PackManifest write(Path target, String projectVersion) throws IOException, PackRefusedException {
        String text = Files.readString(source.resolve(PackManifest.NAME));
        text = projectVersion == null ? text : text.replace(VERSION, projectVersion);
        if (ManifestReader.read(text.getBytes(StandardCharsets.UTF_8)).isBuilt()) {
            throw new PackRefusedException(PackManifest.NAME + " has 'bundles', 'sbom' or 'files', which the build writes; remove them");
        }
        byte[] manifest = (text.stripTrailing() + "\n" + written()).getBytes(StandardCharsets.UTF_8);
        PackManifest read = ManifestReader.read(manifest);
        PackWriter.write(target, manifest, null, files);
        return read;
    }

    private String written() throws IOException {
        List<String> bundles = files.keySet().stream().filter(name -> name.startsWith(BUNDLES)).toList();
        StringBuilder yaml = new StringBuilder("# written by the build\nbundles: [" + String.join(", ", bundles) + "]\nsbom: " + SBOM
                + "\nfiles:\n");
        for (Map.Entry<String, PackWriter.Content> file : files.entrySet()) {
            Digest digest = Sha256.of(file.getValue());
            yaml.append("  ").append(file.getKey()).append(": {sha256: \"").append(digest.sha256()).append("\", bytes: ")
                    .append(digest.bytes()).append("}\n");
        }
        return yaml.toString();
    }
}
