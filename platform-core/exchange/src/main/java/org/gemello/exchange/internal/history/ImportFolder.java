package org.gemello.exchange.internal.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gemello.exchange.internal.DurableFiles;
import org.gemello.exchange.internal.table.Table;

/** Where imports come from: {@code imports} for files that people bring, {@code exports} for what the platform has written. */
final class ImportFolder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,120}\\.(csv|parquet)");
    private static final long LARGEST = 20L << 30;
    private static final int CHECK_EVERY = 64;
    private static final String UNFINISHED = ".part";
    private final Path data;
    private final Path imports;

    ImportFolder(Path data) {
        this.data = data;
        this.imports = data.resolve("imports");
    }

    /** Removes what a crash has left unfinished. */
    void clear() throws IOException {
        if (Files.isDirectory(imports)) {
            try (Stream<Path> files = Files.list(imports)) {
                for (Path file : files.filter(file -> file.getFileName().toString().endsWith(UNFINISHED)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * The files that a source names: itself, or the tables of an export in the order in which they are to be imported.
     *
     * @throws IllegalArgumentException where there is none, or it leads elsewhere
     */
    List<Path> files(String source) {
        try {
            Path path = data.resolve(source);
            boolean allowed = path.equals(path.normalize()) && (path.startsWith(imports) || path.startsWith(data.resolve(ExportFolder.NAME)));
            if (!allowed || !path.toRealPath().startsWith(data.toRealPath())) {
                throw new IllegalArgumentException("source '" + source + "' is not in imports/ or exports/ of the data folder");
            }
            List<Path> files = Files.isDirectory(path) ? tables(path) : List.of(path);
            if (files.isEmpty() || !files.stream().allMatch(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
                throw new IllegalArgumentException("source '" + source + "' has no table that can be imported");
            }
            return files;
        } catch (InvalidPathException | IOException e) {
            throw new IllegalArgumentException("there is no source '" + source + "' below the data folder", e);
        }
    }

    private static List<Path> tables(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Table.of(file.getFileName().toString()).filter(table -> table != Table.AGGREGATES).isPresent())
                    .sorted(Comparator.comparing((Path file) -> Table.of(file.getFileName().toString()).orElseThrow())).toList();
        }
    }

    /** Keeps an upload, whole or not at all; returns it as a source. */
    String receive(String name, InputStream content, Runnable check) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("file name '" + name + "' is not of the form " + NAME.pattern());
        }
        Files.createDirectories(imports);
        Path part = DurableFiles.privateFile(imports.resolve(UUID.randomUUID() + UNFINISHED));
        try {
            copy(content, part, check);
            DurableFiles.force(part);
            Files.move(part, imports.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFiles.forceFolder(imports);
            return "imports/" + name;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(InputStream content, Path part, Runnable check) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        long pieces = 0;
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                bytes += count;
                if (bytes > LARGEST) {
                    throw new IOException("the file has more than " + LARGEST + " bytes; import it in parts");
                }
                if (++pieces % CHECK_EVERY == 0) {
                    check.run();
                }
                out.write(buffer, 0, count);
            }
        }
    }
}
