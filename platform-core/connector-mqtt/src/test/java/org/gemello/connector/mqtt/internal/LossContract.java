package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.time.Instant;
import org.gemello.api.Gap;
import org.gemello.api.Quality;
import org.gemello.api.Times;
import org.gemello.api.connection.ConnectionState;
import org.junit.jupiter.api.Test;

/** What a connection does when the broker or the platform goes away. */
interface LossContract extends Plant {
    @Test
    default void missesNothingWhileThePlatformIsDown() {
        MqttConnection before = start(Plant.wind());
        publishWind(1);
        awaitWind(1.0);
        before.stop();
        assertThat(before.view().state()).isEqualTo(ConnectionState.STOPPED);
        publishWind(2);
        publishWind(3);
        start(Plant.wind());
        awaitWind(1.0, 2.0, 3.0);
        assertThat(log().gaps()).isEmpty();
    }

    @Test
    default void saysWhatABrokerRestartCost() {
        MqttConnection connection = start(Plant.wind());
        Instant begun = Instant.now();
        publishWind(1);
        awaitWind(1.0);
        broker().stop();
        Plant.awaitState(connection, ConnectionState.DISCONNECTED);
        await().untilAsserted(() -> assertThat(log().silences(WIND)).contains(Quality.BAD_NO_COMMUNICATION));
        assertThat(connection.view().reason()).isNotEmpty();
        broker().start();
        Plant.awaitState(connection, ConnectionState.CONNECTED);
        reconnectDevice();
        await().untilAsserted(() -> {
            publishWind(2);
            assertThat(log().values(WIND)).contains(2.0);
        });
        if (broker().keepsSessions()) {
            assertThat(log().gaps()).isEmpty();
        } else {
            Gap gap = log().gaps().get(0);
            assertThat(gap.definition().id()).hasToString(WIND);
            assertThat(gap.from()).isAfterOrEqualTo(begun.minusMillis(1)).isBefore(gap.to());
            assertThat(gap.reason()).contains("mast", "session");
        }
    }

    @Test
    default void whatABrokerWithoutOurSessionDidNotKeepIsAGap() {
        MqttConnection connection = connection(log(), Plant.settings("clientId", "after-a-stop"), Plant.wind());
        Instant since = Instant.now().minusSeconds(60);
        connection.start(Times.nanos(since), StoredBefore.NOTHING);
        await().untilAsserted(() -> assertThat(log().gaps()).isNotEmpty().allSatisfy(gap -> assertThat(gap.from()).isEqualTo(since)));
    }

    @Test
    default void keepsTryingWhereThereIsNoBroker() {
        broker().stop();
        MqttConnection connection = connection(log(), Plant.settings(), Plant.wind());
        connection.start(0, StoredBefore.NOTHING);
        Plant.awaitState(connection, ConnectionState.DISCONNECTED);
        assertThat(connection.view().reason()).contains("refused");
        await().untilAsserted(() -> assertThat(log().silences(WIND)).contains(Quality.BAD_NO_COMMUNICATION));
        broker().start();
        Plant.awaitState(connection, ConnectionState.CONNECTED);
    }
}
