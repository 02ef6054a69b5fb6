package org.gemello.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.License;
import org.apache.maven.project.MavenProject;
import org.gemello.gpack.internal.Sha256;

/**
 * A bill of materials, CycloneDX 1.5 in JSON (ECMA-424): the pack and every dependency that travels in it, as a bundle, as a library
 * within a bundle, or as classes unpacked into one. What the platform provides is not in the pack and not in the bill. The same input
 * gives the same bytes.
 */
final class BillOfMaterials {
    private final MavenProject project;
    private final List<Path> bundles;
    private final Function<Artifact, List<License>> licences;

    /** @param licences of a dependency, as its POM states them */
    BillOfMaterials(MavenProject project, List<Path> bundles, Function<Artifact, List<License>> licences) {
        this.project = project;
        this.bundles = bundles;
        this.licences = licences;
    }

    byte[] toJson() throws IOException {
        Set<String> names = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        for (Path bundle : bundles) {
            hashes.add(hash(Files.newInputStream(bundle)));
            contents(bundle, names, hashes);
        }
        List<Artifact> inside = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (!Artifact.SCOPE_TEST.equals(artifact.getScope()) && isInside(artifact.getFile(), names, hashes)) {
                inside.add(artifact);
            }
        }
        inside.sort(Comparator.comparing(BillOfMaterials::reference));
        Map<String, Object> pack = component("application", project.getArtifact());
        state(project.getLicenses(), pack);
        List<Object> components = new ArrayList<>();
        for (Artifact artifact : inside) {
            Map<String, Object> component = component("library", artifact);
            component.put("hashes", List.of(Map.of("alg", "SHA-256", "content", hash(Files.newInputStream(artifact.getFile().toPath())))));
            state(licences.apply(artifact), component);
            components.add(component);
        }
        Map<String, Object> dependency = new LinkedHashMap<>();
        dependency.put("ref", reference(project.getArtifact()));
        dependency.put("dependsOn", inside.stream().map(BillOfMaterials::reference).toList());
        Map<String, Object> bill = new LinkedHashMap<>();
        bill.put("bomFormat", "CycloneDX");
        bill.put("specVersion", "1.5");
        bill.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes((pack + "" + components).getBytes(StandardCharsets.UTF_8)));
        bill.put("version", 1);
        bill.put("metadata", Map.of("component", pack));
        bill.put("components", components);
        bill.put("dependencies", List.of(dependency));
        return (Json.write(bill) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Names of all classes, and hashes of all libraries, within a bundle. */
    private static void contents(Path jar, Set<String> names, Set<String> hashes) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".jar")) {
                    hashes.add(hash(zip.getInputStream(entry)));
                } else if (isClass(entry)) {
                    names.add(entry.getName());
                }
            }
        }
    }

    private static boolean isInside(File file, Set<String> names, Set<String> hashes) throws IOException {
        if (file == null || !file.isFile()) {
            return false;
        } else if (hashes.contains(hash(Files.newInputStream(file.toPath())))) {
            return true;
        }
        try (ZipFile zip = new ZipFile(file)) {
            return zip.stream().anyMatch(entry -> isClass(entry) && names.contains(entry.getName()));
        }
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(".class") && !entry.getName().endsWith("-info.class");
    }

    private static String hash(InputStream stream) throws IOException {
        try (stream) {
            return Sha256.of(stream).sha256();
        }
    }

    private static Map<String, Object> component(String type, Artifact artifact) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("type", type);
        component.put("bom-ref", reference(artifact));
        component.put("group", artifact.getGroupId());
        component.put("name", artifact.getArtifactId());
        component.put("version", artifact.getVersion());
        component.put("purl", reference(artifact));
        return component;
    }

    /**
     * Licences by their SPDX identifiers where these are known, else by name. Several are a choice (Maven's POM reference, licenses): an
     * expression where all are known.
     */
    private static void state(List<License> stated, Map<String, Object> component) {
        List<String> ids = stated.stream().map(SpdxLicence::of).flatMap(Optional::stream).distinct().toList();
        boolean allKnown = stated.stream().allMatch(each -> SpdxLicence.of(each).isPresent());
        List<Map<String, Object>> licences;
        if (allKnown && (ids.size() > 1 || ids.stream().anyMatch(id -> id.contains(" ")))) {
            licences = List.of(Map.of("expression", ids.stream().map(id -> id.contains(" ") && ids.size() > 1 ? '(' + id + ')' : id)
                    .collect(Collectors.joining(" OR "))));
        } else {
            licences = stated.stream().filter(each -> each.getName() != null || each.getUrl() != null).map(BillOfMaterials::licence).distinct().toList();
        }
        if (!licences.isEmpty()) {
            component.put("licenses", licences);
        }
    }

    private static Map<String, Object> licence(License stated) {
        Map<String, Object> licence = new LinkedHashMap<>();
        SpdxLicence.of(stated).filter(id -> !id.contains(" ")).ifPresentOrElse(id -> licence.put("id", id),
                () -> licence.put("name", stated.getName() == null ? stated.getUrl() : stated.getName()));
        if (stated.getUrl() != null && !stated.getUrl().isBlank()) {
            licence.put("url", stated.getUrl().strip());
        }
        return Map.of("license", licence);
    }

    /** Package URL (purl-spec, type maven). */
    private static String reference(Artifact artifact) {
        return "pkg:maven/" + artifact.getGroupId() + "/" + artifact.getArtifactId() + "@" + artifact.getVersion() + "?type=jar";
    }
}
