package org.gemello.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
     * @param folder where jars are written; those of an earlier start are replaced
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
        return write(folder.resolve(name), out -> {
            try (InputStream in = PlatformJars.class.getResourceAsStream("/child/" + name)) {
                if (in == null) {
                    throw new IOException("the worker's bundle has no child/" + name);
                }
                in.transferTo(out);
            }
        });
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** A worker that runs from an earlier file of that name keeps it: the new one takes its name only when it is complete. */
    private static Path write(Path file, Content content) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "new-", ".jar");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            content.to(out);
        }
        return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path location(Class<?> needed) throws IOException {
        try {
            return Path.of(needed.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException(needed.getName() + " does not come from a file", e);
        }
    }

    private static Path copy(Bundle bundle, Path folder) throws IOException {
        return write(folder.resolve(bundle.getSymbolicName() + '-' + bundle.getVersion() + ".jar"), out -> {
            try (JarOutputStream jar = new JarOutputStream(out)) {
                for (URL entry : Collections.list(bundle.findEntries("/", "*.class", true))) {
                    jar.putNextEntry(new ZipEntry(entry.getPath().substring(1)));
                    try (InputStream in = entry.openStream()) {
                        in.transferTo(jar);
                    }
                    jar.closeEntry();
                }
            }
        });
    }
}
