package org.gemello.exchange.internal.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gemello.exchange.internal.Sha256;

/** Makes archives, also such as no backup is. */
final class Archives {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);
    private final Manifest manifest = Manifest.begin();

    Archives() {
        manifest.facts().put("time", "2026-01-01T00:00:00Z");
        manifest.facts().put("product", "0.1.0");
        manifest.facts().put("offset", "42");
    }

    Archives entry(String name, byte[] content) throws IOException {
        manifest.sums().put(name, HexFormat.of().formatHex(Sha256.digest().digest(content)));
        return unlisted(name, content);
    }

    Archives entry(String name, String content) throws IOException {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Archives unlisted(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    /** Says of an entry what is not so. */
    Archives claim(String name, String sum) {
        manifest.sums().put(name, sum);
        return this;
    }

    Archives fact(String name, String value) {
        manifest.facts().put(name, value);
        return this;
    }

    Path write(Path file) throws IOException {
        unlisted(Manifest.NAME, manifest.text().getBytes(StandardCharsets.UTF_8));
        return writeWithoutManifest(file);
    }

    Path writeWithoutManifest(Path file) throws IOException {
        zip.close();
        return Files.write(file, bytes.toByteArray());
    }
}
