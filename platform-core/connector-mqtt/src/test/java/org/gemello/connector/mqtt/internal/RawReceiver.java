package org.gemello.connector.mqtt.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;

/**
 * The least that a receiver at QoS 1 can do: it counts messages and acknowledges each read as a block. MQTT 3.1.1, session kept. It
 * reads as soon as there is something, or leaves the socket alone for a while after each reading, so that more comes at once.
 */
final class RawReceiver implements AutoCloseable {
    private static final int PUBLISH = 3;
    private final SocketChannel channel;
    private final long restNanos;
    private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
    private final ByteBuffer out = ByteBuffer.allocateDirect(1 << 16);
    private int messages;
    private int others;

    /** @param restNanos 0 for none */
    RawReceiver(int port, String clientId, long restNanos) throws IOException {
        this.restNanos = restNanos;
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeUTF("MQTT");
        data.write(new byte[] {4, 0, 0, 0});
        data.writeUTF(clientId);
        send(0x10, body.toByteArray());
    }

    void subscribe(String topic) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeShort(1);
        data.writeUTF(topic);
        data.writeByte(1);
        send(0x82, body.toByteArray());
        receive(0, 2);
    }

    private void send(int type, byte[] body) throws IOException {
        channel.write(ByteBuffer.allocate(body.length + 2).put((byte) type).put((byte) body.length).put(body).flip());
    }

    /** Returns when so many messages and other packets have come since the beginning. */
    void receive(int allMessages, int allOthers) throws IOException {
        while (messages < allMessages || others < allOthers) {
            if (channel.read(in) < 0) {
                throw new IOException("the broker has closed the connection");
            }
            in.flip();
            int length = packetLength();
            while (length > 0) {
                if ((in.get(in.position()) & 0xFF) >> 4 == PUBLISH) {
                    acknowledge();
                    messages++;
                } else {
                    others++;
                }
                in.position(in.position() + length);
                length = packetLength();
            }
            in.compact();
            out.flip();
            channel.write(out);
            out.clear();
            if (restNanos > 0) {
                LockSupport.parkNanos(restNanos);
            }
        }
    }

    /** Length of the packet at hand, 0 where it is not wholly there. */
    private int packetLength() {
        int length = 0;
        for (int i = 1; i < Math.min(5, in.remaining()); i++) {
            int digit = in.get(in.position() + i);
            length |= (digit & 0x7F) << 7 * (i - 1);
            if (digit >= 0) {
                return in.remaining() > length + i ? length + i + 1 : 0;
            }
        }
        return 0;
    }

    private void acknowledge() {
        int start = in.position() + 2;
        while (in.get(start - 1) < 0) {
            start++;
        }
        int topicLength = in.getShort(start);
        out.put((byte) 0x40).put((byte) 2).putShort(in.getShort(start + 2 + topicLength));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
