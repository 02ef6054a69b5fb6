package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker's stream, in pieces as a network may cut it. */
class FramesTest {
    private static final int LIMIT = 10_000;
    private final Heard heard = new Heard();

    /** What the session has told. */
    private static final class Heard implements SessionListener {
        private final List<String> messages = new ArrayList<>();
        private final List<Long> prints = new ArrayList<>();
        private String end = "";

        @Override
        public void opened(MqttSession session, boolean present) {
            messages.add("open");
        }

        @Override
        public void subscribed(MqttSession session, String refused) {
            messages.add("subscribed");
        }

        @Override
        public void message(MqttSession session, Arrival message) {
            messages.add(message.topic + ' ' + message.packetId + (message.dup ? " again " : " ")
                    + new String(message.bytes, message.from, message.length, StandardCharsets.UTF_8));
            prints.add(message.fingerprint);
        }

        @Override
        public void oversized(MqttSession session, MqttFixedHeader kind, MqttPublishVariableHeader header) {
            messages.add("oversized " + header.topicName() + ' ' + header.packetId() + ' ' + kind.remainingLength());
        }

        @Override
        public void burstEnded(MqttSession session) {
            // not looked at
        }

        @Override
        public void quiet(MqttSession session) {
            messages.add("quiet");
        }

        @Override
        public void answered(int packetId, int reason) {
            messages.add("answered " + packetId);
        }

        @Override
        public void closed(MqttSession session, String reason) {
            end = reason;
        }
    }

    private EmbeddedChannel channel(String version) {
        MqttSettings settings = MqttSettings.of(Bindings.connection("broker", "tcp://localhost", "version", version));
        MqttSession session = new MqttSession(settings, Optional.empty(), heard);
        return new EmbeddedChannel(new Frames(session, settings.isVersion5(), LIMIT), new MqttDecoder(LIMIT), MqttEncoder.INSTANCE,
                session);
    }

    private static ByteBuf bytes(String hex) {
        return Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
    }

    private static void publish(ByteBuf into, int flags, String topic, int packetId, boolean version5, String payload) {
        ByteBuf body = Unpooled.buffer();
        body.writeShort(topic.getBytes(StandardCharsets.UTF_8).length).writeCharSequence(topic, StandardCharsets.UTF_8);
        if (packetId > 0) {
            body.writeShort(packetId);
        }
        if (version5) {
            body.writeBytes(new byte[] {5, 2, 0, 0, 0, 9}); // expires in 9 s
        }
        body.writeCharSequence(payload, StandardCharsets.UTF_8);
        into.writeByte(0x30 | flags);
        int length = body.readableBytes();
        for (; length > 0x7F; length >>= 7) {
            into.writeByte(length & 0x7F | 0x80);
        }
        into.writeByte(length).writeBytes(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void areTheSameHoweverTheStreamIsCut(String version) {
        boolean version5 = version.equals("5");
        ByteBuf stream = Unpooled.buffer();
        stream.writeBytes(bytes(version5 ? "2003000000" : "20020000"));
        List<String> expected = new ArrayList<>(List.of("open"));
        for (int i = 1; i <= 200; i++) {
            String topic = "plant/" + (i % 7 == 0 ? "k\u00e4lte" : "line-" + i % 5);
            String payload = "x".repeat(i % 40 == 0 ? 9_000 : i % 10) + i;
            boolean atMostOnce = i % 3 == 0;
            publish(stream, atMostOnce ? 0 : i % 4 == 0 ? 10 : 2, topic, atMostOnce ? 0 : i, version5, payload);
            expected.add(topic + ' ' + (atMostOnce ? 0 : i) + (!atMostOnce && i % 4 == 0 ? " again " : " ") + payload);
            if (i % 50 == 0) {
                stream.writeBytes(bytes("d000"));
                expected.add("quiet");
            }
        }
        Random random = new Random(5);
        for (int longest : new int[] {1, 7, 300, 20_000, 1 << 20}) {
            heard.messages.clear();
            EmbeddedChannel channel = channel(version);
            ByteBuf copy = stream.copy();
            while (copy.isReadable()) {
                channel.writeInbound(copy.readRetainedSlice(Math.min(copy.readableBytes(), 1 + random.nextInt(longest))));
            }
            copy.release();
            assertThat(heard.messages).as("pieces up to " + longest).isEqualTo(expected);
            channel.finishAndReleaseAll();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3.1.1, 3004000a6161, is not MQTT",        // a topic longer than the packet
        "3.1.1, 3003000123, is not MQTT",          // a wildcard
        "3.1.1, 320500016100007a, is not MQTT",    // packet id 0
        "3.1.1, 3203000161, is not MQTT",          // no packet id; the next packet's bytes do not count
        "3.1.1, 30ffffffff01, is not MQTT",        // a length of five bytes
        "3.1.1, 340500016100017a, of QoS 2",
        "5, 300400016109, is not MQTT",            // properties longer than the packet
        "5, 30060000032300017a, topic alias"
    })
    void leaveToTheDecoderWhatIsNotInOrder(String version, String hex, String reason) {
        EmbeddedChannel channel = channel(version);
        channel.writeInbound(bytes(version.equals("5") ? "2003000000" : "20020000"), bytes(hex), bytes("d000".repeat(20)));
        assertThat(channel.isOpen()).isFalse();
        assertThat(heard.messages).containsExactly("open");
        assertThat(heard.end).contains(reason);
    }

    @Test
    void handOverAPacketThatIsTooLarge() {
        EmbeddedChannel channel = channel("3.1.1");
        ByteBuf stream = Unpooled.buffer().writeBytes(bytes("20020000"));
        publish(stream, 2, "t", 7, false, "small");
        publish(stream, 2, "t", 8, false, "x".repeat(LIMIT));
        channel.writeInbound(stream.readRetainedSlice(100), stream);
        assertThat(heard.messages).containsExactly("open", "t 7 small", "oversized t 8 " + (LIMIT + 5));
    }

    @Test
    void tellMessagesApart() {
        EmbeddedChannel channel = channel("3.1.1");
        ByteBuf stream = Unpooled.buffer().writeBytes(bytes("20020000"));
        publish(stream, 2, "t/a", 1, false, "{\"n\":1}");
        publish(stream, 10, "t/a", 1, false, "{\"n\":1}");
        publish(stream, 2, "t/a", 2, false, "{\"n\":2}");
        publish(stream, 2, "t/b", 3, false, "{\"n\":1}");
        publish(stream, 2, "t/", 4, false, "a{\"n\":1}");
        channel.writeInbound(stream);
        assertThat(heard.prints.get(1)).isEqualTo(heard.prints.get(0));
        assertThat(heard.prints.stream().distinct()).hasSize(4);
        channel.finishAndReleaseAll();
    }

    /** A session that is read in quick succession is left alone for a millisecond, and then read again. */
    @Test
    void areReadOnceAMillisecond() {
        EmbeddedChannel channel = channel("3.1.1");
        channel.writeInbound(bytes("20020000"));
        await().until(() -> {
            channel.writeInbound(bytes("d000"));
            channel.writeInbound(bytes("d000"));
            return !channel.config().isAutoRead();
        });
        await().until(() -> {
            channel.runScheduledPendingTasks();
            return channel.config().isAutoRead();
        });
    }
}
