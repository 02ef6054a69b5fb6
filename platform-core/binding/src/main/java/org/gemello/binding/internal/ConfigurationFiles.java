package org.gemello.binding.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gemello.binding.Place;

/**
 * Finds the YAML files of the configuration folder, as they are or as they would be after a change. Links that lead out of the folder are
 * refused: they would read what is not ours.
 */
final class ConfigurationFiles {
    private final Path folder;
    private final Map<String, Optional<String>> changes;
    private final Problems problems;

    /** @param changes texts that files shall have, by name; empty for those that shall be removed */
    ConfigurationFiles(Path folder, Map<String, Optional<String>> changes, Problems problems) {
        this.folder = folder;
        this.changes = changes;
        this.problems = problems;
    }

    /**
     * One file.
     *
     * @param name its path within the folder, with slashes
     */
    record Source(String name, Content content) {
        InputStream open() throws IOException {
            return content.open();
        }
    }

    /** What a file has in it. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** {@code *.yaml} and {@code *.yml} directly below a subfolder, sorted by name; none where there is no such subfolder. */
    List<Source> in(String subfolder) {
        Map<String, Source> sources = new TreeMap<>();
        for (Path path : onDisk(subfolder)) {
            sources.put(name(path), new Source(name(path), () -> Files.newInputStream(path)));
        }
        changes.forEach((name, text) -> {
            if (name.startsWith(subfolder + '/')) {
                sources.remove(name);
                text.ifPresent(now -> sources.put(name, new Source(name,
                        () -> new ByteArrayInputStream(now.getBytes(StandardCharsets.UTF_8)))));
            }
        });
        return List.copyOf(sources.values());
    }

    private List<Path> onDisk(String subfolder) {
        Path wanted = folder.resolve(subfolder);
        if (!Files.isDirectory(wanted) || !isInside(wanted)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(wanted)) {
            return entries.filter(ConfigurationFiles::isYaml).sorted().filter(this::isInside).filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(new Place(subfolder, 1, 1), "cannot be listed: " + e + "; give the platform's user the right to read it");
            return List.of();
        }
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private boolean isInside(Path path) {
        try {
            if (path.toRealPath().startsWith(folder.toRealPath())) {
                return true;
            }
            problems.add(new Place(name(path), 1, 1), "leads out of the configuration folder; put the file itself there");
        } catch (IOException e) {
            problems.add(new Place(name(path), 1, 1), "cannot be read: " + e + "; remove it, or repair where the link leads");
        }
        return false;
    }
}
