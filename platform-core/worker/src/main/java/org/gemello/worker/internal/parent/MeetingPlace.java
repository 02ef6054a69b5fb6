package org.gemello.worker.internal.parent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where parent and child meet: a path for a socket in a new folder that only this user may enter. */
final class MeetingPlace {
    /** Linux allows 107 bytes, others a few less (the field sun_path of POSIX's sys/un.h). */
    private static final int LONGEST = 100;

    private MeetingPlace() {
    }

    /** @throws IOException where every folder for temporary files has too long a path */
    static Path find() throws IOException {
        return find(List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/tmp")));
    }

    static Path find(List<Path> candidates) throws IOException {
        for (Path candidate : candidates) {
            if (!Files.isWritable(candidate)) {
                continue;
            }
            Path folder = Files.createTempDirectory(candidate.toAbsolutePath(), "g");
            Path socket = folder.resolve("s");
            if (socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
                return socket;
            }
            Files.delete(folder);
        }
        throw new IOException("the path of a socket may have " + LONGEST + " bytes, and is longer in each of " + candidates
                + "; set java.io.tmpdir to a folder with a shorter path");
    }
}
