package org.gemello.gpack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackSignature;
import org.gemello.gpack.RepositoryIndex.Entry;
import org.gemello.gpack.internal.AtomicFile;
import org.gemello.gpack.internal.Sha256;

/** A repository of packs: a folder (a stick, a share) or a static web server. Nothing that it gives is believed before it is checked. */
public final class PackRepository {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private final URI place;

    /**
     * @param place {@code file:}, {@code https:} or {@code http:} address of the folder with the index
     * @throws IllegalArgumentException where it is of another kind
     */
    public PackRepository(URI place) {
        if (place.getScheme() == null || !place.getScheme().matches("file|https?")) {
            throw new IllegalArgumentException("repository " + place + " is neither file: nor https: nor http:");
        }
        this.place = URI.create(place.toString().endsWith("/") ? place.toString() : place + "/");
    }

    /** The index with what is known of its signature. */
    public record Listing(RepositoryIndex index, PackSignature signature) {
    }

    /**
     * Reads the index. Whoever uses it looks at the signature first: unsigned or not trusted, an index can hide versions, but it cannot
     * bring in a pack, whose own signature is checked again.
     *
     * @throws PackRefusedException where the index is none
     */
    public Listing list(PackTrust trust) throws IOException, PackRefusedException {
        byte[] yaml = document(RepositoryIndex.NAME).orElseThrow(
                () -> new FileNotFoundException("repository " + place + " has no " + RepositoryIndex.NAME + "; make one with 'index'"));
        Optional<byte[]> signature = document(RepositoryIndex.SIGNATURE);
        RepositoryIndex index = RepositoryIndex.read(yaml);
        return new Listing(index, new SignatureCheck(trust).check("the index of repository " + place, RepositoryIndex.NAME, yaml,
                signature, index.publisher()));
    }

    /**
     * Fetches a pack; the file is there whole and as the index says, or not at all.
     *
     * @throws PackRefusedException where what comes is not what the index says
     */
    public void fetch(Entry entry, Path target) throws IOException, PackRefusedException {
        try (InputStream in = open(entry.file()).orElseThrow(
                () -> new FileNotFoundException("repository " + place + " has no " + entry.file()))) {
            AtomicFile.replace(target, out -> {
                var digest = Sha256.copy(new BoundedStream(in, entry.bytes()), out);
                if (digest.bytes() != entry.bytes() || !digest.sha256().equals(entry.sha256())) {
                    throw new WrongFileException(entry.file() + " of repository " + place
                            + " is not the file of its index; tell the repository's owner");
                }
            });
        } catch (WrongFileException e) {
            throw new PackRefusedException(e.getMessage(), e);
        }
    }

    private Optional<byte[]> document(String name) throws IOException, PackRefusedException {
        Optional<InputStream> stream = open(name);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = stream.get()) {
            byte[] bytes = in.readNBytes(Limits.DOCUMENT_BYTES + 1);
            if (bytes.length > Limits.DOCUMENT_BYTES) {
                throw new PackRefusedException(name + " of repository " + place + " is larger than " + Limits.DOCUMENT_BYTES + " bytes");
            }
            return Optional.of(bytes);
        }
    }

    private Optional<InputStream> open(String name) throws IOException {
        if (place.getScheme().equals("file")) {
            try {
                return Optional.of(Files.newInputStream(Path.of(place).resolve(name)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();
        HttpRequest request = HttpRequest.newBuilder(place.resolve(name)).timeout(ANSWER).build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return Optional.of(response.body());
            }
            response.body().close();
            if (response.statusCode() == 404) {
                return Optional.empty();
            }
            throw new IOException("repository " + place + " answers " + response.statusCode() + " for " + name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while repository " + place + " was asked for " + name);
        }
    }

    /** Ends one byte after what is wanted, so that a file that is too long is seen and not taken. */
    private static final class BoundedStream extends InputStream {
        private final InputStream in;
        private long left;

        BoundedStream(InputStream in, long bytes) {
            this.in = in;
            this.left = bytes + 1;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? in.read() : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = left <= 0 ? -1 : in.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }

    /** Keeps a file from being put in its place. */
    private static final class WrongFileException extends IOException {
        private static final long serialVersionUID = 1L;

        WrongFileException(String message) {
            super(message);
        }
    }
}
