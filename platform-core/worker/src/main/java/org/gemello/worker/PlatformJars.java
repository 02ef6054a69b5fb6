package org.gemello.worker;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.gemello.api.TwinId;
import org.gemello.spi.TwinType;
import org.gemello.worker.internal.child.ChildMain;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The class path of a child's program as files: this module, the API, the SPI, and slf4j, which prints there to the worker's output. */
public final class PlatformJars {
    private static final List<Class<?>> NEEDED = List.of(ChildMain.class, TwinId.class, TwinType.class);

    private static final List<String> CARRIED = List.of("slf4j-api.jar", "slf4j-simple.jar");

    private PlatformJars() {
    }

    /**
     * Within a framework the bundles' classes are written to jars, for a bundle need not be a file; elsewhere they are where the class
     * path has them.
     *
     * @param folder where jars are written; those of an earlier start are written over
     */
    public static List<Path> in(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> jars = new ArrayList<>();
        for (Class<?> needed : NEEDED) {
            Bundle bundle = FrameworkUtil.getBundle(needed);
            jars.add(bundle == null ? location(needed) : copy(bundle, folder));
        }
        for (String carried : CARRIED) {
            jars.add(carried(carried, folder));
        }
        return List.copyOf(jars);
    }

    private static Path carried(String name, Path folder) throws IOException {
        Path jar = folder.resolve(name);
        try (InputStream in = PlatformJars.class.getResourceAsStream("/child/" + name)) {
            if (in == null) {
                throw new IOException("the worker's bundle has no child/" + name);
            }
            Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
        }
        return jar;
    }

    private static Path location(Class<?> needed) throws IOException {
        try {
            return Path.of(needed.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException(needed.getName() + " does not come from a file", e);
        }
    }

    private static Path copy(Bundle bundle, Path folder) throws IOException {
        Path jar = folder.resolve(bundle.getSymbolicName() + '-' + bundle.getVersion() + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (URL entry : Collections.list(bundle.findEntries("/", "*.class", true))) {
                out.putNextEntry(new ZipEntry(entry.getPath().substring(1)));
                try (InputStream in = entry.openStream()) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
