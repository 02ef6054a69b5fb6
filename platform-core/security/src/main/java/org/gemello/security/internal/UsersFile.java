package org.gemello.security.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The users on disk, one per line. */
final class UsersFile {
    private static final String HEADER = "# Users of this platform: name, roles, password hash, second factor. Written by the platform.\n";
    private final Path file;

    /** @param folder made where it is missing */
    UsersFile(Path folder) throws IOException {
        this.file = PrivateFiles.folder(folder).resolve("users");
    }

    /** @throws IOException where a line cannot be read: better no login at all than some users lost without a word */
    Map<String, User> read() throws IOException {
        Map<String, User> users = new TreeMap<>();
        if (!Files.exists(file)) {
            return users;
        }
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(users, line, i + 1);
            }
        }
        return users;
    }

    private void add(Map<String, User> users, String line, int number) throws IOException {
        try {
            User user = User.parse(line);
            if (users.put(user.name(), user) != null) {
                throw new IllegalArgumentException("user '" + user.name() + "' is there twice");
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ", line " + number + ": " + e.getMessage()
                    + "; mend the line, or remove the file to start again with a new administrator", e);
        }
    }

    void write(Collection<User> users) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        users.forEach(user -> text.append(user.format()).append('\n'));
        PrivateFiles.write(file, text.toString());
    }
}
