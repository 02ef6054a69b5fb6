package org.gemello.testkit.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Carries the bytes of one direction: one thread reads, one writes what is due, so that a delay does not lower the throughput. */
final class Pump {
    private static final int CHUNK = 8_192;
    private static final Packet END = new Packet(0, new byte[0]);
    /** At most 2 MB are under way; beyond that the sender feels it, as on a real wire. */
    private final BlockingQueue<Packet> wire = new LinkedBlockingQueue<>(256);
    private final Socket from;
    private final Socket to;
    private final Supplier<Fault> fault;
    private final ProxiedConnection connection;
    private final Thread reader = new Thread(this::read, "fault-proxy-reader");
    private final Thread writer = new Thread(this::write, "fault-proxy-writer");
    /** Bytes that have passed since this fault acts; for the writer alone, so that none is counted for a fault that came after it. */
    private long passed;
    private Fault acting = Fault.NONE;

    /** Bytes that may arrive from a time on, by {@link System#nanoTime}. */
    private record Packet(long due, byte[] bytes) {
    }

    Pump(Socket from, Socket to, Supplier<Fault> fault, ProxiedConnection connection) {
        this.from = from;
        this.to = to;
        this.fault = fault;
        this.connection = connection;
        reader.setDaemon(true);
        writer.setDaemon(true);
    }

    void start() {
        reader.start();
        writer.start();
    }

    void end() {
        reader.interrupt();
        writer.interrupt();
    }

    private void read() {
        byte[] buffer = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                wire.put(new Packet(System.nanoTime() + fault.get().delay().toNanos(), Arrays.copyOf(buffer, count)));
            }
            wire.put(END);
        } catch (IOException | InterruptedException e) {
            connection.reset(); // one side is gone, so the other goes too
        }
    }

    private void write() {
        try {
            OutputStream out = to.getOutputStream();
            for (Packet packet = wire.take(); packet != END; packet = wire.take()) {
                waitUntil(packet.due());
                if (!pass(packet.bytes(), out)) {
                    connection.reset();
                    return;
                }
            }
            connection.close();
        } catch (IOException | InterruptedException e) {
            connection.reset();
        }
    }

    /** @return false where the connection is to be reset now */
    private boolean pass(byte[] bytes, OutputStream out) throws IOException, InterruptedException {
        int at = 0;
        while (at < bytes.length) {
            Fault now = fault.get();
            if (now != acting) {
                acting = now;
                passed = 0;
            }
            int count = (int) Math.min(Math.min(bytes.length - at, Math.max(1, now.bytesPerSecond() / 10)), now.truncateAfter() - passed);
            if (now.swallow()) {
                return true;
            }
            if (count <= 0) {
                return false;
            }
            out.write(bytes, at, count);
            at += count;
            passed += count;
            if (now.bytesPerSecond() < Long.MAX_VALUE) {
                waitUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(1) * count / now.bytesPerSecond());
            }
        }
        return acting.truncateAfter() > passed;
    }

    private static void waitUntil(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}
