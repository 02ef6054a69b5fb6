package org.gemello.gpack.internal.lint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.ImportRules;
import org.gemello.gpack.Limits;
import org.gemello.gpack.internal.ByteSource;
import org.gemello.gpack.internal.RefusedIOException;
import org.gemello.gpack.internal.Zip;

/**
 * A bundle of a pack, read within limits, the libraries inside it too.
 *
 * @param name    path in the pack
 * @param headers main headers of its manifest
 * @param classes of the bundle and of the libraries inside
 * @param natives names of libraries of the operating system inside
 */
public record BundleFile(String name, Attributes headers, List<ClassFile> classes, List<String> natives) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final int CLASS_BYTES = 8 << 20;

    public static BundleFile read(String name, byte[] jar) throws IOException, PackRefusedException {
        Zip zip = new Zip(name, ByteSource.of(jar), Limits.BUNDLE);
        if (!zip.has(MANIFEST)) {
            throw new PackRefusedException(name + " has no " + MANIFEST + ": it is no bundle; build it with bnd");
        }
        Attributes headers;
        try (InputStream manifest = zip.open(MANIFEST)) {
            headers = new Manifest(new ByteArrayInputStream(manifest.readNBytes(Limits.DOCUMENT_BYTES))).getMainAttributes();
        } catch (RefusedIOException e) {
            throw new PackRefusedException(e.getMessage(), e);
        } catch (IOException e) {
            throw new PackRefusedException(name + " has a damaged " + MANIFEST + ": " + e.getMessage(), e);
        }
        BundleFile bundle = new BundleFile(name, headers, new ArrayList<>(), new ArrayList<>());
        bundle.collect(zip, name, 0);
        return bundle;
    }

    private void collect(Zip zip, String path, int nested) throws IOException, PackRefusedException {
        List<String> libraries = new ArrayList<>();
        Set<String> classPath = nested == 0 ? classPath() : Set.of();
        zip.visit((entry, content) -> {
            if (entry.endsWith(".class")) {
                classes.add(ClassFile.read(path + "!" + entry, content.readNBytes(CLASS_BYTES)));
            } else if (entry.endsWith(".jar") || classPath.contains(entry)) {
                libraries.add(entry);
            } else if (entry.matches("(?i).*\\.(so|dll|dylib|jnilib)")) {
                natives.add(path + "!" + entry);
            }
        });
        for (String library : libraries) {
            if (nested == Limits.BUNDLE.nested()) {
                throw new PackRefusedException(path + " has the archive " + library + " within an archive within the bundle; unpack it");
            }
            try (InputStream content = zip.open(library)) {
                String inner = path + "!" + library;
                collect(new Zip(inner, ByteSource.of(content.readAllBytes()), Limits.BUNDLE), inner, nested + 1);
            } catch (RefusedIOException e) {
                throw new PackRefusedException(e.getMessage(), e);
            }
        }
    }

    String header(String key) {
        return headers.getValue(key);
    }

    /** The framework loads classes from all of these, whatever their names end in. */
    private Set<String> classPath() {
        return Header.parse(header("Bundle-ClassPath")).stream().flatMap(clause -> clause.names().stream())
                .map(each -> each.replaceFirst("^/+", "")).collect(Collectors.toSet());
    }

    /** Version of each package that it exports. */
    public Map<String, String> exports() {
        return ImportRules.versions(header("Export-Package"));
    }
}
