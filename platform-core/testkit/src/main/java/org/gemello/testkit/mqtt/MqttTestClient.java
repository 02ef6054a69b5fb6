package org.gemello.testkit.mqtt;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The other side of a test: a device that publishes and takes commands. MQTT 3.1.1 on a plain socket, so that it shares no
 * code with what is tested. One thread may publish; messages that arrive wait for {@link #receive}.
 */
public final class MqttTestClient implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Semaphore answers = new Semaphore(0);
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private int packetId;
    private int unanswered;

    /** A message that arrived. */
    public record Message(String topic, String payload) {
    }

    private MqttTestClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
    }

    /** Connects to a broker on this machine. */
    public static MqttTestClient connect(int port) {
        return connect(port, "test-" + System.nanoTime());
    }

    public static MqttTestClient connect(int port, String clientId) {
        try {
            MqttTestClient client = new MqttTestClient(port);
            client.open(clientId);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot connect to the broker on port " + port, e);
        }
    }

    private void open(String clientId) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeUTF("MQTT");
        data.write(new byte[] {4, 2, 0, 0}); // version 3.1.1, clean session, no keep-alive
        data.writeUTF(clientId);
        packet(0x10, body.toByteArray());
        out.flush();
        Thread reader = new Thread(this::read, "mqtt-test-client");
        reader.setDaemon(true);
        reader.start();
        unanswered = 1;
        drain();
    }

    /** Publishes at QoS 1 and returns when the broker has it. */
    public void publish(String topic, String payload) {
        publish(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    public void publish(String topic, byte[] payload) {
        send(topic, payload, 1, false);
        drain();
    }

    /** Publishes as retained at QoS 1; an empty payload removes what is retained. */
    public void retain(String topic, String payload) {
        send(topic, payload.getBytes(StandardCharsets.UTF_8), 1, true);
        drain();
    }

    /** Publishes without waiting for the broker; {@link #drain} waits for all. */
    public void send(String topic, byte[] payload, int qos, boolean retain) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream(payload.length + topic.length() + 4);
            DataOutputStream data = new DataOutputStream(body);
            data.writeUTF(topic);
            if (qos > 0) {
                packetId = packetId % 0xFFFF + 1;
                data.writeShort(packetId);
                unanswered++;
            }
            data.write(payload);
            packet(0x30 | qos << 1 | (retain ? 1 : 0), body.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the broker on port " + socket.getPort() + " is gone", e);
        }
    }

    /** Sends what is buffered and waits until the broker has answered everything. */
    public void drain() {
        try {
            out.flush();
            if (!answers.tryAcquire(unanswered, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no answer from the broker on port " + socket.getPort() + " to " + unanswered + " packets");
            }
            unanswered = 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the broker on port " + socket.getPort() + " is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Subscribes at QoS 0 and returns when the broker has agreed. */
    public MqttTestClient subscribe(String filter) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(body);
            data.writeShort(1);
            data.writeUTF(filter);
            data.writeByte(0);
            packet(0x82, body.toByteArray());
            unanswered++;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot subscribe to " + filter, e);
        }
        drain();
        return this;
    }

    /** The next message, null where none comes within the time. */
    public Message receive(Duration patience) throws InterruptedException {
        return messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void packet(int type, byte[] body) throws IOException {
        out.writeByte(type);
        int rest = body.length;
        do {
            out.writeByte(rest > 0x7F ? rest & 0x7F | 0x80 : rest);
            rest >>>= 7;
        } while (rest > 0);
        out.write(body);
    }

    private void read() {
        try {
            while (true) {
                int type = in.readUnsignedByte();
                byte[] body = new byte[length()];
                in.readFully(body);
                if (type >> 4 == 3) {
                    int topicLength = (body[0] & 0xFF) << 8 | body[1] & 0xFF;
                    int start = 2 + topicLength; // QoS 0: no packet id
                    messages.add(new Message(new String(body, 2, topicLength, StandardCharsets.UTF_8),
                            new String(body, start, body.length - start, StandardCharsets.UTF_8)));
                } else {
                    answers.release(); // CONNACK, PUBACK or SUBACK
                }
            }
        } catch (IOException gone) {
            return; // closed by either side; a pending drain runs into its time limit and says so
        }
    }

    private int length() throws IOException {
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.readUnsignedByte();
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while ((digit & 0x80) != 0);
        return length;
    }

    @Override
    public void close() {
        try (socket) {
            out.write(new byte[] {(byte) 0xE0, 0});
            out.flush();
        } catch (IOException alreadyGone) {
            return; // the broker was faster, which is what a test of a lost broker wants
        }
    }
}
