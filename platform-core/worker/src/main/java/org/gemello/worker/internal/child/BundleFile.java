package org.gemello.worker.internal.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bundle without a framework: what of its manifest matters here.
 *
 * @param classPath the file itself and the jars within it, which have been copied out
 * @param twinTypes classes of its components that provide a twin type
 */
record BundleFile(List<Path> classPath, List<String> twinTypes) {

    /** @param folder where jars within the bundle are copied to */
    static BundleFile read(Path file, Path folder) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<Path> classPath = new ArrayList<>(List.of(file));
            for (String inner : header(jar, "Bundle-ClassPath")) {
                if (!inner.equals(".")) {
                    classPath.add(copyOut(jar, inner, folder));
                }
            }
            List<String> twinTypes = new ArrayList<>();
            for (String pattern : header(jar, "Service-Component")) {
                for (JarEntry entry : matching(jar, pattern)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        ComponentFile.twinType(in).ifPresent(twinTypes::add);
                    }
                }
            }
            return new BundleFile(List.copyOf(classPath), List.copyOf(twinTypes));
        }
    }

    /** The parts of a header without their parameters. */
    private static List<String> header(JarFile jar, String name) throws IOException {
        String value = jar.getManifest() == null ? null : jar.getManifest().getMainAttributes().getValue(name);
        return value == null ? List.of() : Stream.of(value.split(",")).map(part -> part.split(";")[0].trim()).toList();
    }

    private static List<JarEntry> matching(JarFile jar, String pattern) {
        Pattern path = Pattern.compile(Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).reduce((a, b) -> a + "[^/]*" + b)
                .orElse(""));
        return jar.stream().filter(entry -> path.matcher(entry.getName()).matches()).toList();
    }

    private static Path copyOut(JarFile jar, String inner, Path folder) throws IOException {
        JarEntry entry = jar.getJarEntry(inner);
        if (entry == null || entry.isDirectory()) {
            throw new IOException(jar.getName() + " has no jar " + inner
                    + ", which its Bundle-ClassPath names; folders are not read there");
        }
        Path copy = Files.createTempFile(folder, "inner-", ".jar");
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }
}
