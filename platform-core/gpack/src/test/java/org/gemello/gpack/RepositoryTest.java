package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackSignature.State;
import org.gemello.gpack.RepositoryIndex.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
    private final KeyPair key = PackKeys.generate();
    @TempDir
    Path folder;
    private Path repository;
    private PackTrust trust;

    @BeforeEach
    void repository() throws Exception {
        repository = Files.createDirectories(folder.resolve("repository"));
        Files.copy(Samples.pack(folder.resolve("v1")), repository.resolve("water-1.2.0.gpack"));
        trust = new PackTrust(folder.resolve("none"), folder.resolve("trust"));
        trust.trust("acme", PackKeys.publicPem(key.getPublic()));
        RepositoryIndex.of(repository, "acme").write(repository, key);
    }

    private void assertFetches(URI place) throws Exception {
        PackRepository packs = new PackRepository(place);
        PackRepository.Listing listing = packs.list(trust);
        assertThat(listing.signature().state()).isEqualTo(State.TRUSTED);
        Entry entry = listing.index().search("펌프").get(0);
        assertThat(entry.isCompatible("0.1.0")).isTrue();
        assertThat(entry.isCompatible("0.2.0")).isFalse();
        assertThat(listing.index().search("gas")).isEmpty();
        Path target = folder.resolve("fetched.gpack");
        packs.fetch(entry, target);
        assertThat(target).hasSameBinaryContentAs(repository.resolve("water-1.2.0.gpack"));
    }

    @Test
    void fromAStick() throws Exception {
        assertFetches(repository.toUri());
    }

    @Test
    void fromAStaticWebServer() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = repository.resolve(exchange.getRequestURI().getPath().substring(1));
            byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(bytes.length > 0 ? 200 : 404, bytes.length > 0 ? bytes.length : -1);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            assertFetches(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFileThatIsNotTheOneOfTheIndexIsNotTaken() throws Exception {
        PackRepository packs = new PackRepository(repository.toUri());
        Entry entry = packs.list(trust).index().packs().get(0);
        Path file = repository.resolve("water-1.2.0.gpack");
        byte[] longer = Arrays.copyOf(Files.readAllBytes(file), (int) entry.bytes() + 10);
        Files.write(file, longer);
        Path target = folder.resolve("fetched.gpack");
        assertThatThrownBy(() -> packs.fetch(entry, target)).isInstanceOf(PackRefusedException.class)
                .hasMessageContaining("not the file of its index");
        assertThat(target).doesNotExist();
        Files.delete(file);
        assertThatThrownBy(() -> packs.fetch(entry, target)).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void aChangedIndexIsTold() throws Exception {
        Path index = repository.resolve(RepositoryIndex.NAME);
        Files.writeString(index, Files.readString(index).replace("version: 1.2.0", "version: 9.2.0"));
        assertThat(new PackRepository(repository.toUri()).list(trust).signature().state()).isEqualTo(State.TAMPERED);
        Files.delete(repository.resolve(RepositoryIndex.SIGNATURE));
        assertThat(new PackRepository(repository.toUri()).list(trust).signature().state()).isEqualTo(State.UNSIGNED);
        Files.delete(index);
        assertThatThrownBy(() -> new PackRepository(repository.toUri()).list(trust)).isInstanceOf(IOException.class)
                .hasMessageContaining("no index.yaml");
    }

    @Test
    void aHostileIndexIsRefused() throws Exception {
        String yaml = new String(RepositoryIndex.of(repository, "acme").toYaml(), StandardCharsets.UTF_8);
        assertThat(RepositoryIndex.read(yaml.getBytes(StandardCharsets.UTF_8)).packs()).hasSize(1);
        for (String[] change : new String[][] {{"water-1.2.0.gpack", "../water.gpack"}, {"water-1.2.0.gpack", "http://example.com/x.gpack"},
                {"bytes: ", "bytes: 99999999999"}, {"id: water", "id: ../x"}, {"index: 1", "index: 2"}}) {
            byte[] changed = yaml.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> RepositoryIndex.read(changed)).as(change[1]).isInstanceOf(PackRefusedException.class);
        }
        assertThatThrownBy(() -> new PackRepository(URI.create("ftp://example.com/"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void newestFirst() {
        Entry base = new Entry("water", "1.2.0", "acme", Map.of(), Map.of(), VersionRange.ALL, "0".repeat(64), 1, "a.gpack");
        RepositoryIndex index = new RepositoryIndex("acme", List.of(base, new Entry("water", "1.10.0", "acme", Map.of(),
                Map.of(), VersionRange.ALL, "0".repeat(64), 1, "b.gpack")));
        assertThat(index.packs().stream().map(Entry::version)).containsExactly("1.10.0", "1.2.0");
    }
}
