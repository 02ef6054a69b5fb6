package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gemello.api.connection.ConnectionProbes.Probe;
import org.gemello.api.connection.ConnectionProbes.Reading;
import org.gemello.api.connection.ConnectionState;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteReader;
import org.gemello.testkit.mqtt.MoquetteBroker;
import org.gemello.testkit.mqtt.TestBroker;
import org.junit.jupiter.api.Test;

/** A connection to a broker is tried before it is saved. */
class MqttProbeTest extends BrokerTest {
    private static final String LET_IN = "20020000";
    private static final String SUBSCRIBED = "9003000101";
    private static final String REFUSED = "20020005";
    private static final String WIND_36 = "301c000e" + HexFormat.of().formatHex("site/mast/wind{\"speed\":36}".getBytes(StandardCharsets.US_ASCII));

    @Override
    TestBroker broker(Path empty) {
        return new MoquetteBroker();
    }

    @Override
    public String version() {
        return "3.1.1";
    }

    private Probe probe(String address, Duration patience, Map<String, Object> more, Map<?, ?>... bindings) {
        Map<String, Object> connection = new HashMap<>(Map.of("connection", Bindings.CONNECTION, "kind", "mqtt", "broker", address, "version", "3.1.1"));
        connection.putAll(more);
        SiteConfiguration tried = SiteReader.trial(SiteReader.read(folder.resolve("none")).configuration(), connection,
                List.of(Map.of("twin", "met", "bindings", List.of(bindings)))).orThrow();
        return new MqttProbe().probe(tried, tried.connections().get(0), patience);
    }

    private static Map<String, Object> topic(String topic, String point, String pointer) {
        return Map.of("topic", topic, "points", List.of(Map.of("point", point, "pointer", pointer, "unit", "m/s", "sourceUnit", "km/h")));
    }

    @Test
    void showsWhatComesScaledToTheUnitOfThePoint() {
        device().retain("site/mast/wind", "{\"speed\":36}");
        Probe probe = probe(broker().address(), Duration.ofSeconds(60), Map.of(), topic("site/mast/wind", "Wind", "/speed"));
        assertThat(probe.reached()).isTrue();
        assertThat(probe.text()).contains("let us in, without encryption", "1 of 1 points have values");
        assertThat(probe.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.point()).isEqualTo("met/Wind");
            assertThat(reading.address()).isEqualTo("/speed");
            assertThat((Double) reading.value()).isEqualTo(10);
            assertThat(reading.time()).isNotNull();
            assertThat(reading.problem()).isEmpty();
        });
    }

    @Test
    void namesSilentTopicsAndPayloadsThatCannotBeRead() {
        device().retain("site/mast/wind", "{\"speed\":\"fast");
        Probe probe = probe(broker().address(), Duration.ofSeconds(3), Map.of(), topic("site/mast/+", "Wind", "/speed"), topic("site/other", "Gust", "/speed"));
        assertThat(probe.reached()).isTrue();
        assertThat(probe.text()).contains("0 of 2 points have values");
        assertThat(probe.readings()).extracting(Reading::point).containsExactly("met/Wind", "met/Gust");
        assertThat(probe.readings().get(0).problem()).startsWith("site/mast/wind: ");
        assertThat(probe.readings().get(1).problem()).isEqualTo("no message came within 3 s");
        assertThat(letters().all).as("nothing is kept").isEmpty();
    }

    @Test
    void theConnectionThatRunsKeepsItsSessionAndItsMessages() {
        MqttConnection live = start(Plant.wind());
        device().retain("site/mast/wind", "{\"speed\":5}");
        awaitWind(5.0);
        Probe probe = probe(broker().address(), Duration.ofSeconds(60), Map.of(), topic("site/mast/wind", "Wind", "/speed"));
        assertThat(probe.readings()).as(probe.text()).extracting(Reading::point, Reading::problem).containsExactly(tuple("met/Wind", ""));
        publishWind(6);
        awaitWind(5.0, 6.0);
        assertThat(live.view().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void saysWhyTheBrokerIsNotReached() {
        int port = broker().port();
        broker().stop();
        Probe probe = probe("tcp://localhost:" + port, Duration.ofSeconds(60), Map.of(), topic("a", "Wind", ""));
        assertThat(probe.reached()).isFalse();
        assertThat(probe.text()).contains("localhost:" + port).containsIgnoringCase("refused");
        broker().start();
    }

    /** Answers each connection with these bytes, in hexadecimal digits, once it has sent something for each of them; then hangs up. */
    private static CompletableFuture<Integer> script(ServerSocket broker, String[]... connections) {
        return CompletableFuture.supplyAsync(() -> {
            int taken = 0;
            try {
                for (String[] answers : connections) {
                    try (Socket socket = broker.accept()) {
                        taken++;
                        for (String answer : answers) {
                            if (socket.getInputStream().read(new byte[1000]) > 0) {
                                socket.getOutputStream().write(HexFormat.of().parseHex(answer));
                            }
                        }
                    }
                }
            } catch (IOException closed) {
                return taken;
            }
            return taken;
        });
    }

    private Probe probe(ServerSocket broker) {
        return probe("tcp://127.0.0.1:" + broker.getLocalPort(), Duration.ofSeconds(60), Map.of(), topic("site/mast/wind", "Wind", "/speed"));
    }

    @Test
    void asksAgainWhereTheBrokerHangsUpOnTheSubscription() throws Exception {
        try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> taken = script(broker, new String[] {LET_IN, ""}, new String[] {LET_IN, SUBSCRIBED + WIND_36, ""});
            Probe probe = probe(broker);
            assertThat(probe.readings()).as(probe.text()).extracting(Reading::value).containsExactly(10.0);
            assertThat(taken.get(60, TimeUnit.SECONDS)).isEqualTo(2);
        }
    }

    @Test
    void asksOnceWhereTheBrokerRefusesUs() throws Exception {
        CompletableFuture<Integer> taken;
        try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            taken = script(broker, new String[] {REFUSED, ""}, new String[] {REFUSED, ""});
            assertThat(probe(broker).text()).contains("refuses the connection");
        }
        assertThat(taken.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    }
}
