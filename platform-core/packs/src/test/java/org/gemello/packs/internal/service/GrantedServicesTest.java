package org.gemello.packs.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gemello.api.pack.PackGrant;
import org.gemello.packs.internal.bundle.PackOrigin;
import org.gemello.packs.internal.guard.Refusals;
import org.gemello.security.AuditEvent;
import org.gemello.spi.pack.PackFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, connections and threads within a grant. */
class GrantedServicesTest {
    private final List<AuditEvent> audit = new ArrayList<>();
    @TempDir
    private Path folder;

    private GrantedServices services(boolean files, List<String> network, int threads) {
        return new GrantedServices("acme", new PackGrant(List.of(), List.of(), List.of(), files, network, threads),
                new Refusals(PackOrigin.of("acme", "1.0.0", "0123456789"), audit::add, Runnable::run), folder.resolve("own"), 100);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFolderOfItsOwnWithinAQuota() throws IOException {
        PackFolder own = services(true, List.of(), 0).folder();
        own.write("a/b.txt", bytes("x".repeat(60)));
        own.write("a/b.txt", bytes("y".repeat(90)));
        assertThat(own.read("a/b.txt")).hasSize(90);
        assertThatThrownBy(() -> own.write("c.txt", bytes("x".repeat(11)))).isInstanceOf(IOException.class)
                .hasMessageContaining("quota of 100 bytes");
        assertThat(own.list()).containsExactly("a/b.txt");
        assertThat(own.delete("a/b.txt")).isTrue();
        assertThatThrownBy(() -> own.read("a/b.txt")).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "a/../../b", "a\\b", "", "a//b", ".hidden", "a/./b", "nul\0"})
    void noNameLeadsOutOfIt(String name) throws IOException {
        PackFolder own = services(true, List.of(), 0).folder();
        assertThatThrownBy(() -> own.write(name, bytes("x"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> own.read(name)).isInstanceOf(IOException.class);
    }

    @Test
    void noLinkLeadsOutOfIt() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        PackFolder own = services(true, List.of(), 0).folder();
        Files.createSymbolicLink(folder.resolve("own/link"), secret);
        assertThatThrownBy(() -> own.read("link")).isInstanceOf(IOException.class).hasMessageContaining("link");
        assertThat(own.list()).isEmpty();
    }

    @Test
    void withoutPermissionThereIsNothingAndTheAuditKnows() {
        GrantedServices none = services(false, List.of(), 0);
        assertThatThrownBy(none::folder).isInstanceOf(SecurityException.class).hasMessageContaining("files: true");
        assertThatThrownBy(() -> none.connect("127.0.0.1", 9, Duration.ofSeconds(1))).isInstanceOf(SecurityException.class)
                .hasMessageContaining("127.0.0.1:9");
        assertThatThrownBy(() -> none.start("work", () -> { })).isInstanceOf(SecurityException.class);
        assertThat(audit).extracting(AuditEvent::action).containsExactly("pack.files", "pack.network", "pack.threads");
    }

    @Test
    void aConnectionToWhatIsGrantedAndNoOther() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            GrantedServices services = services(false, List.of("127.0.0.1:" + server.getLocalPort()), 0);
            try (Socket socket = services.connect("127.0.0.1", server.getLocalPort(), Duration.ofSeconds(10))) {
                assertThat(socket.isConnected()).isTrue();
            }
            assertThatThrownBy(() -> services.connect("localhost", server.getLocalPort(), Duration.ofSeconds(1)))
                    .isInstanceOf(SecurityException.class);
        }
    }

    @Test
    void soManyThreadsWhichEndWithTheVersion() throws InterruptedException {
        GrantedServices services = services(false, List.of(), 1);
        CountDownLatch interrupted = new CountDownLatch(1);
        services.start("poll", () -> {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        assertThat(Thread.getAllStackTraces().keySet()).anyMatch(thread -> thread.getName().equals("pack acme: poll"));
        assertThatThrownBy(() -> services.start("more", () -> { })).isInstanceOf(SecurityException.class)
                .hasMessageContaining("threads: 2");
        services.close();
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        await().until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("pack acme: poll")));
    }
}
