package org.gemello.gpack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gemello.gpack.internal.AtomicFile;

/** Writes pack files that are the same bytes for the same content: manifest and signature first, then all files by name, one fixed time. */
public final class PackWriter {
    /** The earliest day that a zip can say, at noon, so that no time zone moves it out of the format. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    /** Where the bytes of a file come from. */
    public interface Content {
        void copyTo(OutputStream out) throws IOException;

        static Content of(byte[] bytes) {
            return out -> out.write(bytes);
        }

        static Content of(Path file) {
            return out -> {
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(out);
                }
            };
        }
    }

    private PackWriter() {
    }

    /**
     * Writes the file; an existing one is replaced at once when the new one is complete.
     *
     * @param signature bytes of {@code pack.sig}, null for none
     */
    public static void write(Path target, byte[] manifest, byte[] signature, SortedMap<String, Content> files) throws IOException {
        AtomicFile.replace(target, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            add(zip, PackManifest.NAME, Content.of(manifest));
            if (signature != null) {
                add(zip, PackManifest.SIGNATURE, Content.of(signature));
            }
            for (var file : new TreeMap<>(files).entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
            zip.finish();
        });
    }

    private static void add(ZipOutputStream zip, String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        content.copyTo(zip);
        zip.closeEntry();
    }
}
