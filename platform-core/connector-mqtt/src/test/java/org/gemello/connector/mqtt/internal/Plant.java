package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.time.Duration;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.gemello.testkit.mqtt.TestBroker;

/** A broker, a device that publishes, and connections that receive: what the contracts are about. */
interface Plant {
    String WIND = "met/MMET1.HorWdSpd";
    String TEMPERATURE = "met/MMET1.EnvTmp";

    TestBroker broker();

    /** {@code 5} or {@code 3.1.1}. */
    String version();

    KeptEntries log();

    KeptLetters letters();

    KeptTraces traces();

    MqttTestClient device();

    /** The device connects again, as after a restart of the broker. */
    void reconnectDevice();

    /** A connection into {@link #log} that is connected. */
    MqttConnection start(TopicBinding... bindings);

    /** The same with settings of its own: keys and values. */
    MqttConnection start(KeptEntries into, String[] settings, TopicBinding... bindings);

    /** A connection into another log that knows what an earlier life has stored; it need not be connected yet. */
    default MqttConnection startAfter(StoredBefore before, KeptEntries into, TopicBinding... bindings) {
        MqttConnection connection = connection(into, settings(), bindings);
        connection.start(1, before);
        return connection;
    }

    /** A connection that is not yet started. */
    MqttConnection connection(KeptEntries into, String[] settings, TopicBinding... bindings);

    static String[] settings(String... keysAndValues) {
        return keysAndValues;
    }

    static TopicBinding wind() {
        return Bindings.topic("site/mast/wind").point(WIND, "/speed").build();
    }

    static void awaitState(MqttConnection connection, ConnectionState state) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> connection.view().state() == state);
    }

    default void publishWind(double speed) {
        device().publish("site/mast/wind", "{\"speed\":" + speed + "}");
    }

    default void awaitWind(Object... values) {
        await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> assertThat(log().values(WIND)).containsExactly(values));
    }
}
