package org.gemello.exchange.internal.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gemello.exchange.internal.Sha256;

/** Writes a backup: a ZIP with the files of a snapshot and, as last entry, the {@link Manifest}. */
final class ArchiveWriter implements Closeable {
    private final ZipOutputStream zip;
    private final Manifest manifest;
    private final LongConsumer taken;
    private final byte[] buffer = new byte[1 << 16];

    /** @param taken told the number of bytes after each piece of a file; may throw to end */
    ArchiveWriter(OutputStream out, Manifest manifest, LongConsumer taken) {
        this.zip = new ZipOutputStream(out);
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.manifest = manifest;
        this.taken = taken;
    }

    /** Adds a file with the length that it had when the snapshot was taken; what was appended since is left out. */
    void add(Snapshot.Entry entry) throws IOException {
        zip.putNextEntry(new ZipEntry(entry.name()));
        MessageDigest digest = Sha256.digest();
        long left = entry.size();
        try (InputStream in = Files.newInputStream(entry.file())) {
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    break; // cut by its writer since, as after a full disk; what is left is whole
                }
                zip.write(buffer, 0, count);
                digest.update(buffer, 0, count);
                left -= count;
                taken.accept(count);
            }
        }
        zip.closeEntry();
        manifest.sums().put(entry.name(), HexFormat.of().formatHex(digest.digest()));
    }

    /** Writes the manifest; without it the archive is no backup. */
    void finish() throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
