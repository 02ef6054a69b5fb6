package org.gemello.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes a bundle of test classes, with component descriptions as bnd writes them. */
final class PackFile {
    private final Manifest manifest = new Manifest();
    private final Path file;
    private final JarOutputStream jar;

    PackFile(Path file, String... headers) throws IOException {
        this.file = file;
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (int i = 0; i < headers.length; i += 2) {
            main.putValue(headers[i], headers[i + 1]);
        }
        this.jar = new JarOutputStream(Files.newOutputStream(file), manifest);
    }

    /** A bundle with one twin type in each component. */
    static Path of(Path file, Class<?>... types) throws IOException {
        PackFile pack = new PackFile(file, "Service-Component", "OSGI-INF/*.xml");
        for (Class<?> type : types) {
            pack.classes(type).component(type.getName(), "");
        }
        return pack.close();
    }

    /** The class and those within it. */
    PackFile classes(Class<?> type) throws IOException {
        Path folder = Path.of("target/test-classes", type.getPackageName().replace('.', '/'));
        try (var all = Files.newDirectoryStream(folder, type.getSimpleName() + "*.class")) {
            for (Path one : all) {
                entry(type.getPackageName().replace('.', '/') + '/' + one.getFileName(), Files.readAllBytes(one));
            }
        }
        return this;
    }

    PackFile component(String type, String more) throws IOException {
        return entry("OSGI-INF/" + type + ".xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
                  <service><provide interface="org.gemello.spi.TwinType"/></service>%2$s
                  <implementation class="%1$s"/>
                </scr:component>
                """.formatted(type, more).getBytes(StandardCharsets.UTF_8));
    }

    PackFile entry(String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
        return this;
    }

    Path close() throws IOException {
        jar.close();
        return file;
    }
}
