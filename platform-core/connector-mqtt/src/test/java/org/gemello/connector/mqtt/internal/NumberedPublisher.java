package org.gemello.connector.mqtt.internal;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A device that numbers its messages and publishes them at QoS 1 in blocks, each again and again until the broker has
 * acknowledged all of it. MQTT 3.1.1 on a plain socket.
 */
final class NumberedPublisher implements AutoCloseable {
    private static final int BLOCK = 20;
    private final int port;
    private final String topic;
    private final Thread thread = new Thread(this::publish, "numbered-publisher");
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong sentAgain = new AtomicLong();
    private volatile boolean ending;

    NumberedPublisher(int port, String topic) {
        this.port = port;
        this.topic = topic;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Messages 0 to this, exclusive, are acknowledged. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** Messages that were sent more than once. */
    long sentAgain() {
        return sentAgain.get();
    }

    private void publish() {
        boolean again = false;
        while (!ending) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(5_000);
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
                connect(out);
                in.readFully(new byte[4]); // CONNACK
                while (!ending) {
                    sentAgain.addAndGet(again ? BLOCK : 0);
                    again = true;
                    block(out, acknowledged.get());
                    in.readFully(new byte[4 * BLOCK]); // PUBACKs
                    acknowledged.addAndGet(BLOCK);
                    again = false;
                }
            } catch (IOException gone) {
                pause(); // the broker is being restarted
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void connect(DataOutputStream out) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeUTF("MQTT");
        data.write(new byte[] {4, 2, 0, 0}); // version 3.1.1, clean session, no keep-alive
        data.writeUTF("numbered-publisher");
        out.write(new byte[] {0x10, (byte) body.size()});
        body.writeTo(out);
        out.flush();
    }

    private void block(DataOutputStream out, long first) throws IOException {
        for (int i = 0; i < BLOCK; i++) {
            byte[] payload = ("{\"n\":" + (first + i) + '}').getBytes(StandardCharsets.UTF_8);
            out.write(new byte[] {0x32, (byte) (topic.length() + payload.length + 4)});
            out.writeUTF(topic);
            out.writeShort(i + 1);
            out.write(payload);
        }
        out.flush();
    }

    /** Ends with the block at hand. */
    @Override
    public void close() throws InterruptedException {
        ending = true;
        thread.join();
    }
}
