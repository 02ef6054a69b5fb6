package org.gemello.binding.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gemello.binding.Place;

/** Finds the YAML files of the configuration folder. Links that lead out of the folder are refused: they would read what is not ours. */
final class ConfigurationFiles {
    private final Path folder;
    private final Problems problems;

    ConfigurationFiles(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** {@code *.yaml} and {@code *.yml} directly below a subfolder, sorted by name; none where there is no such subfolder. */
    List<Path> in(String subfolder) {
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

    /** The file's name in messages: its path within the folder, with slashes. */
    String name(Path file) {
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
