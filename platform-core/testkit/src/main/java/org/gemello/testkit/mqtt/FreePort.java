package org.gemello.testkit.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Finds a loopback port for a server that cannot be given port 0, and waits for that server. */
final class FreePort {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private FreePort() {
    }

    static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free loopback port", e);
        }
    }

    /** Returns when something accepts connections on the port. */
    static void awaitListening(int port) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!accepts(port)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nothing listens on port " + port + " after " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(10); // a listening port announces itself to nobody: it has to be asked
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for port " + port, e);
            }
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
