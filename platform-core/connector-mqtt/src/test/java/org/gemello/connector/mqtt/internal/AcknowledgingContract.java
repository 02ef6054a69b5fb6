package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.net.Fault;
import org.gemello.testkit.net.FaultProxy;
import org.junit.jupiter.api.Test;

/** What is acknowledged is stored, and what is not stored stays with the broker. */
interface AcknowledgingContract extends Plant {
    int MANY = 3_000;

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

    /** The platform dies between storing and acknowledging: what it stored is known again by its own time, what it did not is taken. */
    @Test
    default void doesNotDoubleWhatAnEarlierLifeHasStored() throws IOException {
        TopicBinding timed = Bindings.topic("site/mast/wind").with("time", "/at").point(WIND, "/speed").build();
        try (FaultProxy network = new FaultProxy(broker().port())) {
            start(log(), Plant.settings("broker", "tcp://127.0.0.1:" + network.port()), timed);
            network.set(FaultProxy.Direction.TO_SERVER, Fault.SWALLOW);
            publishTimed(1, 2);
            awaitWind(1.0, 2.0);
            log().hold();
            publishTimed(3);
            await().until(() -> log().offered() >= 3);
        } // it never comes back to the broker
        List<SampleBatch> stored = log().batches();
        SampleBatchBuilder before = SampleBatch.builder(stored.get(0).points(), 2);
        stored.forEach(batch -> IntStream.range(0, batch.size()).forEach(row -> before.copy(batch, row)));
        KeptEntries second = new KeptEntries();
        startAfter(StoredBefore.of(before.build()), second, timed);
        publishTimed(4);
        await().untilAsserted(() -> assertThat(second.values(WIND)).containsExactly(3.0, 4.0));
    }

    private void publishTimed(int... speeds) {
        for (int speed : speeds) {
            device().publish("site/mast/wind", "{\"speed\":" + speed + ",\"at\":\"2026-01-01T00:00:0" + speed + "Z\"}");
        }
    }

    @Test
    default void keepsOneLetterOfWhatIsTooLargeThoughItsAcknowledgementIsLost() throws IOException {
        try (FaultProxy network = new FaultProxy(broker().port())) {
            MqttConnection connection = start(log(), Plant.settings("broker", "tcp://127.0.0.1:" + network.port()), Plant.wind());
            network.set(FaultProxy.Direction.TO_SERVER, Fault.SWALLOW);
            device().publish("site/mast/wind", new byte[(1 << 20) + 2_000]);
            await().pollInterval(Duration.ofMillis(1)).until(() -> connection.view().state() != ConnectionState.CONNECTED);
            network.mend();
            publishWind(1);
            awaitWind(1.0); // it comes after the large one, which the broker sends again
            assertThat(letters().causes()).singleElement().asString().contains("not taken in");
        }
    }

    @Test
    default void doublesNothingInAnOrderlyStopThoughMuchIsUnread() {
        MqttConnection before = start(log(), Plant.settings("receiveMaximum", "50", "payloadLimit", "5000"), Plant.wind());
        log().hold();
        publishMany();
        await().until(() -> log().offered() > 0);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(before::stop);
        await().during(Duration.ofMillis(100)).until(() -> !stopped.isDone());
        log().release();
        stopped.join();
        assertThat(log().values(WIND)).hasSizeLessThan(MANY);
        start(log(), Plant.settings("payloadLimit", "5000"), Plant.wind()); // it knows nothing of what the one before has stored
        awaitMany();
    }

    @Test
    default void leavesWithTheBrokerWhatTheLogCannotTake() {
        start(log(), Plant.settings("receiveMaximum", "50", "payloadLimit", "5000"), Plant.wind());
        log().hold();
        publishMany();
        await().during(Duration.ofMillis(100)).until(() -> log().offered() > 0 && log().offered() < MANY / 2);
        log().release();
        awaitMany();
    }

    private void publishMany() {
        for (int i = 0; i < MANY; i++) {
            String payload = "{\"speed\":" + i + ",\"filler\":\"" + "x".repeat(4_000) + "\"}";
            device().send("site/mast/wind", payload.getBytes(StandardCharsets.UTF_8), 1, false);
            if (i % 500 == 499) {
                device().drain(); // the embedded broker refuses more than 1,000 at once
            }
        }
    }

    private void awaitMany() {
        await().untilAsserted(() -> assertThat(log().values(WIND)).hasSizeGreaterThanOrEqualTo(MANY));
        assertThat(log().values(WIND)).isEqualTo(IntStream.range(0, MANY).mapToObj(i -> (Object) (double) i).toList());
    }
}
