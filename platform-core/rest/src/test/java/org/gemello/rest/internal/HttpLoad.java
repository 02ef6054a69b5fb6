package org.gemello.rest.internal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends one request again and again over a few connections that stay open; costs little, so that the server is what is measured. */
final class HttpLoad {
    private final URI server;
    private final int connections;

    /** Nanoseconds of each request, the shortest first. */
    record Latencies(long[] sorted) {
        double micros(double share) {
            return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e3;
        }
    }

    HttpLoad(URI server, int connections) {
        this.server = server;
        this.connections = connections;
    }

    /** @param headers lines that end in CR LF */
    Latencies run(String method, String path, String headers, String body, double seconds) throws Exception {
        byte[] request = (method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers
                + (body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n") + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<long[]>> parts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                parts.add(threads.submit(() -> ask(request, end)));
            }
            long[] all = new long[0];
            for (Future<long[]> part : parts) {
                long[] some = part.get();
                all = Arrays.copyOf(all, all.length + some.length);
                System.arraycopy(some, 0, all, all.length - some.length, some.length);
            }
            Arrays.sort(all);
            return new Latencies(all);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] ask(byte[] request, long end) throws IOException {
        long[] taken = new long[1 << 12];
        int count = 0;
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                socket.getOutputStream().write(request);
                readAnswer(in);
                taken = count < taken.length ? taken : Arrays.copyOf(taken, 2 * count);
                taken[count++] = System.nanoTime() - begin;
            }
        }
        return Arrays.copyOf(taken, count);
    }

    private static void readAnswer(DataInputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException(status);
        }
        int length = -1;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        if (length < 0) {
            throw new IOException("an answer without its length");
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server has closed the connection");
            }
            line.append((char) c);
        }
        return line.substring(0, line.length() - 1);
    }
}
