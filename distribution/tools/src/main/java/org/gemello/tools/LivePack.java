package org.gemello.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackFile;
import org.gemello.gpack.PackKeys;

/**
 * The loop of somebody who writes a pack: builds the project and brings the pack into the platform that runs, with the state of its twins kept;
 * with {@code --watch yes} again whenever a source has changed. It signs with a key of its own, which it makes beside the password and which the
 * platform is told to trust. {@code --url URL --user USER --password-file FILE --project FOLDER [--watch yes]}
 */
public final class LivePack {
    private static final long LOOK_MILLIS = 250;
    private final ApiClient api;
    private final Path project;
    private final Path key;

    private LivePack(ApiClient api, Path project, Path key) {
        this.api = api;
        this.project = project;
        this.key = key;
    }

    public static void main(String[] args) throws InterruptedException {
        Options options = new Options(args, "url", "user", "password-file", "project", "watch");
        Path project = Path.of(options.text("project")).toAbsolutePath().normalize();
        if (!Files.isRegularFile(project.resolve("pom.xml"))) {
            System.err.println("gemello: " + project + " has no pom.xml; name the folder of a pack's project");
            System.exit(2);
        }
        Path password = Path.of(options.text("password-file")).toAbsolutePath();
        LivePack live = new LivePack(new ApiClient(options.text("url"), options.text("user"), password), project,
                password.resolveSibling("developer-key.pem"));
        boolean watch = options.text("watch", "no").equals("yes");
        boolean done = live.round();
        while (watch) {
            live.awaitChange();
            live.round();
        }
        System.exit(done ? 0 : 1);
    }

    private boolean round() throws InterruptedException {
        long began = System.nanoTime();
        try {
            KeyPair pair = key();
            build();
            Path pack = newestPack();
            trust(pair, pack);
            String handle = api.upload("/pack-uploads", pack).get("handle").asText();
            Map<String, Object> install = Map.of("action", "INSTALL", "source", handle, "grantAll", true, "confirmSeconds", 0);
            JsonNode job = api.ended(api.post("/pack-operations", install), now -> { });
            boolean done = job.get("state").asText().equals("DONE");
            System.out.printf("%s after %.1f s: %s%n", done ? "live" : "not live", (System.nanoTime() - began) / 1e9,
                    job.path(done ? "result" : "message").asText());
            return done;
        } catch (IOException | UncheckedIOException e) {
            System.err.println("gemello: " + e.getMessage());
            return false;
        }
    }

    private KeyPair key() throws IOException {
        if (!Files.exists(key)) {
            PackKeys.writePrivate(key, PackKeys.generate().getPrivate());
        }
        return PackKeys.readPrivate(key);
    }

    private void trust(KeyPair pair, Path file) throws IOException, InterruptedException {
        String publisher;
        try (PackFile pack = PackFile.open(file)) {
            publisher = pack.manifest().publisher();
        } catch (PackRefusedException e) {
            throw new IOException(e.getMessage(), e);
        }
        String id = PackKeys.id(pair.getPublic());
        for (JsonNode known : api.call("GET", "/publishers")) {
            if (known.get("key").asText().equals(id) && known.get("name").asText().equals(publisher)) {
                return;
            }
        }
        api.post("/publishers", Map.of("publisher", publisher, "pem", PackKeys.publicPem(pair.getPublic())));
    }

    private void build() throws IOException, InterruptedException {
        Process maven = new ProcessBuilder("mvn", "-B", "-q", "package", "-Dgpack.key=" + key).directory(project.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT).start();
        int code = maven.waitFor();
        if (code != 0) {
            throw new IOException("the build ended with " + code + "; nothing was changed in the platform");
        }
    }

    private Path newestPack() throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("target"))) {
            Optional<Path> newest = files.filter(file -> file.toString().endsWith(".gpack")).max((a, b) -> changed(a).compareTo(changed(b)));
            return newest.orElseThrow(() -> new IOException(project.resolve("target") + " has no .gpack; does the project use gemello-pack-maven-plugin?"));
        }
    }

    private void awaitChange() throws InterruptedException {
        FileTime before = lastChange();
        while (lastChange().equals(before)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private FileTime lastChange() {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(file -> !file.startsWith(project.resolve("target"))).map(LivePack::changed).max(FileTime::compareTo).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // an editor's file that has gone meanwhile
        }
    }
}
