package org.gemello.connector.mqtt.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file with a password and nothing else; line ends behind it do not count. */
final class SecretFile {
    private SecretFile() {
    }

    static byte[] bytes(Path file) throws IOException {
        byte[] text = Files.readAllBytes(file);
        int end = text.length;
        while (end > 0 && (text[end - 1] == '\n' || text[end - 1] == '\r')) {
            end--;
        }
        return Arrays.copyOf(text, end);
    }

    static String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }
}
