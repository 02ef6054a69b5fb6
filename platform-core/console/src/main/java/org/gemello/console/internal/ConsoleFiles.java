package org.gemello.console.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All files of the console, in memory: there are few, and no name that is not on the list leads anywhere. */
final class ConsoleFiles {
    static final String PAGE = "index.html";
    /** The page in which a module of a pack runs, alone. */
    static final String FRAME = "frame.html";
    private final Map<String, ConsoleFile> files = new LinkedHashMap<>();

    ConsoleFiles() throws IOException {
        String policy = String.join("; ", lines("content-security-policy.txt"));
        String framePolicy = String.join("; ", lines("ui/frame-policy.txt"));
        for (String name : lines("ui/files.txt")) {
            files.put(name, ConsoleFile.of(name, read("ui/" + name), name.equals(FRAME) ? framePolicy : policy));
        }
    }

    /** @param path below {@code /ui}, null or {@code /} for the page */
    Optional<ConsoleFile> find(String path) {
        return Optional.ofNullable(files.get(path == null || path.length() < 2 ? PAGE : path.substring(1)));
    }

    /** Names of all files. */
    List<String> names() {
        return List.copyOf(files.keySet());
    }

    private static List<String> lines(String name) throws IOException {
        return new String(read(name), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("the bundle has no " + name + "; build it again");
            }
            return in.readAllBytes();
        }
    }
}
