package org.gemello.exchange.internal.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gemello.api.PointId;
import org.gemello.api.exchange.ExportView;
import org.gemello.api.exchange.ExportView.TableFile;
import org.gemello.exchange.internal.DurableFiles;

/** The folder of exports. An export has its name only when all of its tables are whole and on disk. */
final class ExportFolder {
    static final String NAME = "exports";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern EXPORT = Pattern.compile("history-\\d{8}T\\d{6}Z(-\\d{1,3})?");
    private static final Pattern TABLE = Pattern.compile("[a-z]{1,40}\\.(csv|parquet)");
    private static final String UNFINISHED = ".part";
    /** Which points an export has, one a line; no table, and never downloaded. */
    private static final String POINTS = "points.list";
    private final Path folder;

    ExportFolder(Path data) {
        folder = data.resolve(NAME);
    }

    /** What writes the tables. */
    @FunctionalInterface
    interface Tables {
        void writeTo(Path folder) throws IOException;
    }

    /** Removes what a crash has left unfinished. */
    void clear() throws IOException {
        for (Path entry : entries()) {
            if (entry.getFileName().toString().endsWith(UNFINISHED)) {
                DurableFiles.remove(entry);
            }
        }
    }

    private List<Path> entries() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** Writes an export of these points; returns its name. */
    String write(Instant now, Collection<PointId> points, Tables tables) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createDirectory(folder.resolve(UUID.randomUUID() + UNFINISHED));
        try {
            tables.writeTo(unfinished);
            Files.write(unfinished.resolve(POINTS), points.stream().map(PointId::toString).toList());
            try (Stream<Path> files = Files.list(unfinished)) {
                for (Path file : files.toList()) {
                    DurableFiles.force(file);
                }
            }
            DurableFiles.forceFolder(unfinished);
            return publish(unfinished, STAMP.format(now));
        } finally {
            DurableFiles.remove(unfinished);
        }
    }

    private synchronized String publish(Path finished, String stamp) throws IOException {
        String name = "history-" + stamp;
        for (int i = 2; Files.exists(folder.resolve(name)); i++) {
            name = "history-" + stamp + "-" + i;
        }
        DurableFiles.publish(finished, folder.resolve(name));
        return name;
    }

    /** Newest first. */
    List<ExportView> list() {
        try {
            return entries().stream().filter(entry -> EXPORT.matcher(entry.getFileName().toString()).matches() && Files.isDirectory(entry))
                    .map(ExportFolder::view).sorted(Comparator.comparing(ExportView::time).thenComparing(ExportView::name).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of exports cannot be read: " + folder, e);
        }
    }

    private static ExportView view(Path export) {
        try (Stream<Path> files = Files.list(export)) {
            List<TableFile> tables = files.filter(file -> TABLE.matcher(file.getFileName().toString()).matches()).sorted()
                    .map(file -> new TableFile(file.getFileName().toString(), file.toFile().length())).toList();
            return new ExportView(export.getFileName().toString(), Files.getLastModifiedTime(export).toInstant(), tables);
        } catch (IOException e) {
            throw new UncheckedIOException("export " + export + " cannot be read", e);
        }
    }

    /** Empty where there is no such export, or it does not say. */
    Optional<Set<PointId>> points(String export) {
        Path list = folder.resolve(export).resolve(POINTS);
        if (!EXPORT.matcher(export).matches() || !Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(list)) {
            return Optional.of(lines.map(PointId::parse).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("export " + export + " cannot be read", e);
        }
    }

    /** Empty where there is no such table. */
    Optional<Path> file(String export, String table) {
        if (!EXPORT.matcher(export).matches() || !TABLE.matcher(table).matches()) {
            return Optional.empty();
        }
        return Optional.of(folder.resolve(export).resolve(table)).filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** False where there is none. */
    boolean delete(String export) throws IOException {
        Path path = folder.resolve(export);
        if (!EXPORT.matcher(export).matches() || !Files.isDirectory(path)) {
            return false;
        }
        DurableFiles.remove(path);
        return true;
    }
}
