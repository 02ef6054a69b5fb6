package org.gemello.testkit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.gemello.testkit.net.FaultProxy.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
    private ServerSocket echo;
    private FaultProxy proxy;
    private Socket client;

    @BeforeEach
    void connect() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::echo);
        server.setDaemon(true);
        server.start();
        proxy = new FaultProxy(echo.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(20_000);
        assertThat(answer(1)).isEqualTo(1);
    }

    private void echo() {
        while (!echo.isClosed()) {
            try (Socket socket = echo.accept()) {
                socket.getInputStream().transferTo(socket.getOutputStream());
            } catch (IOException ended) {
                continue; // that client has gone; the next one
            }
        }
    }

    private int answer(int octet) throws IOException {
        client.getOutputStream().write(octet);
        return client.getInputStream().read();
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        proxy.close();
        echo.close();
    }

    @Test
    void delays() throws IOException {
        proxy.set(Direction.TO_SERVER, Fault.delay(Duration.ofMillis(100)));
        long begin = System.nanoTime();
        assertThat(answer(2)).isEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void resets() {
        proxy.reset();
        assertThatThrownBy(() -> answer(2)).isInstanceOf(SocketException.class);
        await().until(() -> proxy.connections() == 0);
    }

    @Test
    void swallowsUntilMended() throws IOException {
        proxy.halfOpen();
        client.setSoTimeout(100);
        assertThatThrownBy(() -> answer(2)).isInstanceOf(SocketTimeoutException.class);
        assertThat(proxy.connections()).isEqualTo(1);
        proxy.mend();
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(20_000);
        assertThat(answer(3)).isEqualTo(3);
    }

    @Test
    void truncatesInTheMiddle() throws IOException {
        proxy.set(Direction.TO_CLIENT, Fault.truncate(3));
        client.getOutputStream().write(new byte[] {1, 2, 3, 4, 5});
        assertThat(new DataInputStream(client.getInputStream()).readNBytes(3)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> answer(6)).isInstanceOf(SocketException.class);
    }

    @Test
    void narrows() throws IOException {
        proxy.set(Direction.TO_CLIENT, Fault.bandwidth(1_000));
        long begin = System.nanoTime();
        client.getOutputStream().write(new byte[300]);
        assertThat(client.getInputStream().readNBytes(300)).hasSize(300);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void letsNobodyInWhileCut() throws IOException {
        proxy.cut();
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(20_000);
        assertThatThrownBy(() -> {
            if (answer(2) < 0) {
                throw new SocketException("closed");
            }
        }).isInstanceOf(SocketException.class);
        proxy.mend();
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(20_000);
        assertThat(answer(3)).isEqualTo(3);
    }
}
