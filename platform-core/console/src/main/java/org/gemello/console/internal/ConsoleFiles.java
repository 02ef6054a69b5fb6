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
    private final Map<String, ConsoleFile> files = new LinkedHashMap<>();
    private final String policy;

    ConsoleFiles() throws IOException {
        for (String name : lines("ui/files.txt")) {
            files.put(name, ConsoleFile.of(name, read("ui/" + name)));
        }
        policy = String.join("; ", lines("content-security-policy.txt"));
    }

    /** @param path below {@code /ui}, null or {@code /} for the page */
    Optional<ConsoleFile> find(String path) {
        return Optional.ofNullable(files.get(path == null || path.length() < 2 ? PAGE : path.substring(1)));
    }

    /** What a browser may do with the page: nothing but run, draw and ask what comes from this platform. */
    String policy() {
        return policy;
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
