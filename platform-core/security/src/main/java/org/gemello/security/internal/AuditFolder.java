package org.gemello.security.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of the audit log. */
final class AuditFolder {
    private static final String PRESENT = "audit.log";
    private final Path folder;

    /** Takes lines in their order. */
    interface LineReader {
        /** @return false to end the reading of this file */
        boolean read(String line) throws IOException;
    }

    AuditFolder(Path folder) {
        this.folder = folder;
    }

    Path present() {
        return folder.resolve(PRESENT);
    }

    Path rolled(long lastLine) {
        return folder.resolve(String.format("audit-%012d.log", lastLine));
    }

    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Full files, the oldest first. */
    List<Path> rolled() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("audit-\\d{12}\\.log")).sorted().toList();
        }
    }

    /** All files, the oldest first. */
    List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>(rolled());
        if (Files.exists(present())) {
            all.add(present());
        }
        return all;
    }

    static void lines(Path file, LineReader reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            while (line != null && reader.read(line)) {
                line = lines.readLine();
            }
        }
    }
}
