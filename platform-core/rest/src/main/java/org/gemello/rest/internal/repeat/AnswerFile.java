package org.gemello.rest.internal.repeat;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.rest.internal.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kept answers on disk, for their owner alone: one JSON document a line, appended, the last one of a key counts. It survives the end of the
 * process and is not forced to disk, so that a loss of power may cost the last seconds.
 */
final class AnswerFile {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerFile.class);
    /** What has no value is left out, and is read as null. */
    private static final ObjectMapper MAPPER = Json.mapper().copy().setDefaultSetterInfo(JsonSetter.Value.empty());
    private static final long LARGEST = 64 << 20;
    private final Path path;
    private long tolerated = LARGEST;

    /** @param answer null where the key was freed again */
    record Line(String caller, String key, KeptAnswer answer) {
    }

    AnswerFile(Path path) {
        this.path = path;
    }

    void read(Consumer<Line> reader) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    reader.accept(MAPPER.readValue(line, Line.class));
                } catch (JsonProcessingException e) {
                    LOG.warn("a line of {} is left out, it was not written to its end: {}", path, e.getOriginalMessage());
                }
            }
        }
    }

    void append(Line line) throws IOException {
        if (Files.notExists(path)) {
            create(path);
        }
        Files.writeString(path, MAPPER.writeValueAsString(line) + '\n', StandardOpenOption.APPEND);
    }

    boolean isLarge() throws IOException {
        return Files.exists(path) && Files.size(path) > tolerated;
    }

    /** Writes only what still counts. */
    void rewrite(List<Line> lines) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        create(fresh);
        List<String> texts = new ArrayList<>();
        for (Line line : lines) {
            texts.add(MAPPER.writeValueAsString(line));
        }
        Files.write(fresh, texts);
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        tolerated = Math.max(LARGEST, 2 * Files.size(path));
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
