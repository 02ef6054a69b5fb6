package org.gemello.exchange.internal.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is backed up, and where to.
 *
 * @param data           the data folder
 * @param config         the configuration
 * @param folder         where backups are kept
 * @param passphraseFile first line is the passphrase that seals backups; null for backups that are not sealed
 * @param product        version of the platform
 */
public record BackupSettings(Path data, Path config, Path folder, Path passphraseFile, String product) {
    private static final int SHORTEST = 12;
    private static final int LARGEST_FILE = 4096;

    /** The passphrase, null where backups are not sealed; read anew each time, so that it can be changed. */
    char[] passphrase() throws IOException {
        return passphraseFile == null ? null : passphrase(passphraseFile);
    }

    /** @throws IOException where the file has no good passphrase */
    public static char[] passphrase(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException("passphrase file " + file + " has more than " + LARGEST_FILE + " bytes");
        }
        String line = Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
        if (line.length() < SHORTEST) {
            throw new IOException("the first line of passphrase file " + file + " has less than " + SHORTEST + " characters");
        }
        return line.toCharArray();
    }
}
