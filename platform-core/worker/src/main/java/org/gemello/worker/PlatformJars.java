package org.gemello.worker;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The class path of a child's program: this module, the API and the SPI as files. */
public final class PlatformJars {
    private static final List<Class<?>> NEEDED = List.of(ChildMain.class, TwinId.class, TwinType.class);

    private PlatformJars() {
    }

    /**
     * Within a framework the bundles' classes are written to jars, for a bundle need not be a file; elsewhere they are where the class
     * path has them.
     *
     * @param folder where jars are written; those of an earlier start are written over
     */
    public static List<Path> in(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (Class<?> needed : NEEDED) {
            Bundle bundle = FrameworkUtil.getBundle(needed);
            jars.add(bundle == null ? location(needed) : copy(bundle, Files.createDirectories(folder)));
        }
        return List.copyOf(jars);
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
                try (var in = entry.openStream()) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
