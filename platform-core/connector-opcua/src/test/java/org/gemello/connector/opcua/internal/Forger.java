package org.gemello.connector.opcua.internal;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody on the way who replaces a word by another of the same length in every message of the server that he can read. */
final class Forger implements AutoCloseable {
    /** Type, chunk, and size of the whole message (OPC UA Part 6, 7.1.2.2). */
    private static final int HEADER = 8;
    private final ServerSocket door;
    private final int server;
    private final byte[] word;
    private final byte[] lie;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    Forger(int server, String word, String lie) {
        if (word.length() != lie.length()) {
            throw new IllegalArgumentException("the lengths of a message must stay right");
        }
        this.server = server;
        this.word = word.getBytes(StandardCharsets.ISO_8859_1);
        this.lie = lie.getBytes(StandardCharsets.ISO_8859_1);
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(() -> {
            while (!door.isClosed()) {
                let(door.accept());
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    private void let(Socket client) throws IOException {
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        sockets.addAll(List.of(client, behind));
        thread(() -> {
            try (client; behind) {
                client.getInputStream().transferTo(behind.getOutputStream());
            }
        });
        thread(() -> {
            try (client; behind) {
                forge(new DataInputStream(behind.getInputStream()), client.getOutputStream());
            }
        });
    }

    private void forge(DataInputStream from, OutputStream to) throws IOException {
        while (true) {
            byte[] header = from.readNBytes(HEADER);
            if (header.length < HEADER) {
                throw new EOFException();
            }
            int size = Integer.reverseBytes(ByteBuffer.wrap(header).getInt(4));
            byte[] body = from.readNBytes(size - HEADER);
            replace(body);
            to.write(header);
            to.write(body);
            to.flush();
        }
    }

    private void replace(byte[] message) {
        for (int at = 0; at + word.length <= message.length; at++) {
            if (Arrays.equals(message, at, at + word.length, word, 0, word.length)) {
                System.arraycopy(lie, 0, message, at, lie.length);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt(); // one side has gone: this way ends
            }
        }, "forger");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
