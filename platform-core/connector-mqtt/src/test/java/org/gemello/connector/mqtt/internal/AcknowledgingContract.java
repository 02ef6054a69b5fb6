package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.gemello.testkit.net.Fault;
import org.gemello.testkit.net.FaultProxy;
import org.junit.jupiter.api.Test;

/** What is acknowledged is stored, and what is not stored stays with the broker. */
interface AcknowledgingContract extends Plant {
    @Test
    default void acknowledgesNothingThatIsNotStored() {
        log().hold();
        start(Plant.wind());
        publishWind(1);
        await().until(() -> log().offered() >= 1);
        KeptEntries second = new KeptEntries();
        start(second, Plant.settings(), Plant.wind()); // the same client id: the broker gives it the session of the first
        await().untilAsserted(() -> assertThat(second.values(WIND)).containsExactly(1.0));
    }

    @Test
    default void takesAgainWhatCouldNotBeStored() {
        start(Plant.wind());
        log().hold();
        publishWind(1);
        publishWind(2);
        await().until(() -> log().offered() >= 2);
        log().drop();
        awaitWind(1.0, 2.0);
        assertThat(log().gaps()).isEmpty();
    }

    @Test
    default void doesNotDoubleWhatIsStoredButNotAcknowledged() throws IOException {
        try (FaultProxy network = new FaultProxy(broker().port())) {
            start(log(), Plant.settings("broker", "tcp://127.0.0.1:" + network.port()), Plant.wind());
            publishWind(1);
            awaitWind(1.0);
            network.set(FaultProxy.Direction.TO_SERVER, Fault.SWALLOW);
            publishWind(2);
            publishWind(3);
            awaitWind(1.0, 2.0, 3.0);
            network.mend();
            publishWind(4);
            awaitWind(1.0, 2.0, 3.0, 4.0);
            assertThat(log().gaps()).isEmpty();
        }
    }

    @Test
    default void leavesWithTheBrokerWhatTheLogCannotTake() {
        start(log(), Plant.settings("receiveMaximum", "50"), Plant.wind());
        log().hold();
        int many = 3_000;
        for (int i = 0; i < many; i++) {
            String payload = "{\"speed\":" + i + ",\"filler\":\"" + "x".repeat(200) + "\"}";
            device().send("site/mast/wind", payload.getBytes(StandardCharsets.UTF_8), 1, false);
            if (i % 500 == 499) {
                device().drain(); // the embedded broker refuses more than 1,000 at once
            }
        }
        await().during(Duration.ofMillis(100)).until(() -> log().offered() > 0 && log().offered() < many / 2);
        log().release();
        await().untilAsserted(() -> assertThat(log().values(WIND)).hasSize(many));
        assertThat(log().values(WIND)).isEqualTo(IntStream.range(0, many).mapToObj(i -> (Object) (double) i).toList());
    }
}
