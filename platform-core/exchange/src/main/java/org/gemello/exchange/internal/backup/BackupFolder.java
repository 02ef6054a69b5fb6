package org.gemello.exchange.internal.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gemello.api.backup.BackupView;
import org.gemello.exchange.internal.DurableFiles;

/** The folder of backups. A file in it has a backup's name only when it is whole and on disk. */
final class BackupFolder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("gemello-\\d{8}T\\d{6}Z(-\\d{1,3})?\\.(zip|sealed)");
    private static final String UNFINISHED = ".part";
    private final Path folder;

    BackupFolder(Path folder) {
        this.folder = folder;
    }

    /** What writes a backup. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Removes what a crash has left unfinished. */
    void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(file -> file.getFileName().toString().endsWith(UNFINISHED)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Writes a new backup, readable by its owner alone. */
    Path write(Instant now, boolean sealed, Content content) throws IOException {
        DurableFiles.privateFolder(folder);
        Path name = free(STAMP.format(now), sealed ? ".sealed" : ".zip");
        Path part = DurableFiles.privateFile(folder.resolve(name.getFileName() + UNFINISHED));
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                content.writeTo(out);
            }
            DurableFiles.force(part);
            DurableFiles.publish(part, name);
            return name;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path free(String stamp, String ending) {
        Path name = folder.resolve("gemello-" + stamp + ending);
        for (int i = 2; Files.exists(name); i++) {
            name = folder.resolve("gemello-" + stamp + "-" + i + ending);
        }
        return name;
    }

    /** Newest first. */
    List<BackupView> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches()).map(BackupFolder::view)
                    .sorted(Comparator.comparing(BackupView::time).thenComparing(BackupView::name).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of backups cannot be read: " + folder, e);
        }
    }

    private static BackupView view(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64)) {
            return new BackupView(file.getFileName().toString(), Files.getLastModifiedTime(file).toInstant(), Files.size(file),
                    SealedInput.isSealed(in));
        } catch (IOException e) {
            throw new UncheckedIOException("backup " + file + " cannot be read", e);
        }
    }

    /** Empty where there is no backup of that name. */
    Optional<Path> file(String name) {
        return NAME.matcher(name).matches() ? Optional.of(folder.resolve(name)).filter(Files::isRegularFile) : Optional.empty();
    }
}
