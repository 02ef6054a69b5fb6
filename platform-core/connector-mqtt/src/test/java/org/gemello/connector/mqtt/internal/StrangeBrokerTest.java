package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import org.gemello.api.PointTable;
import org.gemello.api.connection.ConnectionState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brokers that say what none may say. */
class StrangeBrokerTest {

    @ParameterizedTest
    @CsvSource({
        "40020001, PUBACK before CONNACK",
        "d000, PINGRESP before CONNACK",
        "2002000020020000, CONNACK once more",
        "20020000c000, 'PINGREQ, which no broker may send here'",
        "20020000340500016100017a, of QoS 2"
    })
    void isLeftWithAReason(String says, String reason) throws Exception {
        try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PointTable points = new PointTable();
            MqttConnection connection = new MqttConnection(Bindings.CONNECTION,
                    MqttSettings.of(Bindings.connection("broker", "tcp://127.0.0.1:" + broker.getLocalPort(), "version", "3.1.1")),
                    Bindings.dialect(points, Bindings.topic("a").point("t/a", "").build()),
                    new MqttServices(points, new KeptLetters(), new KeptTraces()), new KeptEntries(),
                    new Backoff(Duration.ofMinutes(10), Duration.ofMinutes(10)));
            connection.start(0, StoredBefore.NOTHING);
            try (Socket socket = broker.accept()) {
                socket.getOutputStream().write(HexFormat.of().parseHex(says));
                await().until(() -> connection.view().state() == ConnectionState.DISCONNECTED);
            }
            assertThat(connection.view().reason()).contains(reason);
            connection.stop();
        }
    }
}
