package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A network between client and server that can be cut and mended. */
final class Wire implements AutoCloseable {
    private final ServerSocket entry;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private volatile boolean cut;

    Wire(int target) throws IOException {
        this.target = target;
        this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        pumps.execute(this::accept);
    }

    String endpoint() {
        return "opc.tcp://127.0.0.1:" + entry.getLocalPort() + "/testkit";
    }

    /** Breaks all connections, and every new one until {@link #mend}. */
    void cut() {
        cut = true;
        open.forEach(Wire::close);
        open.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket client = entry.accept();
                if (cut) {
                    close(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(client, server));
                pumps.execute(() -> pump(client, server));
                pumps.execute(() -> pump(server, client));
            } catch (IOException e) {
                continue; // the wire was closed, or the server is not there: the client sees that by itself
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cut();
        pumps.shutdownNow();
    }
}
