package org.gemello.security.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import org.gemello.api.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the first user of a new platform: nobody ships with a default password. */
final class FirstAdministrator {
    static final String NAME = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    /** Without characters that look alike. 28 of these 31 carry 138 bits. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 28;
    private static final int GROUP = 4;

    private FirstAdministrator() {
    }

    /** Writes the password before the user exists: after a crash between the two the next start makes both again. */
    static User create(Path folder, Argon2Hash.Cost cost) throws IOException {
        Path file = PrivateFiles.folder(folder).resolve("admin-password");
        String password = password();
        PrivateFiles.write(file, password + '\n');
        LOG.info("First start: user '{}' was made, its random password is in {} (readable by this account only)", NAME, file);
        return new User(NAME, Set.of(Role.ADMINISTRATOR), Argon2Hash.of(password.toCharArray(), cost), SecondFactor.NONE);
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
