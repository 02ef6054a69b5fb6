package org.gemello.client.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Supplier;

/** Who asks. Secrets are read for each request, so that one that is changed on disk counts from the next request on; they are never shown. */
public final class Credentials {
    private final Supplier<String> header;

    private Credentials(Supplier<String> header) {
        this.header = header;
    }

    /** A local user. */
    public static Credentials basic(String user, String password) {
        return new Credentials(() -> basicHeader(user, password));
    }

    /**
     * A local user whose password is the first line of a file.
     *
     * @throws UncheckedIOException at a request, where the file cannot be read
     */
    public static Credentials basic(String user, Path passwordFile) {
        return new Credentials(() -> basicHeader(user, firstLine(passwordFile)));
    }

    /** A bearer token: of an identity provider, or an API key. */
    public static Credentials bearer(String token) {
        return new Credentials(() -> "Bearer " + token);
    }

    /** A bearer token that is the first line of a file; as {@link #basic(String, Path)}. */
    public static Credentials bearer(Path tokenFile) {
        return new Credentials(() -> "Bearer " + firstLine(tokenFile));
    }

    private static String basicHeader(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the secret in " + file + " cannot be read", e);
        }
    }

    String authorization() {
        return header.get();
    }
}
