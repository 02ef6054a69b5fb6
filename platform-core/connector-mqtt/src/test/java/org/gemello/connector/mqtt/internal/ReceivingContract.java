package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.binding.LinearScale;
import org.junit.jupiter.api.Test;

/** What a connection makes of messages, whatever the broker and the version of MQTT. */
interface ReceivingContract extends Plant {
    @Test
    default void takesValuesWithTheirSourceTimeQualityAndScale() {
        MqttConnection connection = start(Bindings.topic("site/mast/wind").with("time", "/at").with("quality", "/q")
                .point(WIND, "/wind/speed", new LinearScale(0.5, 1), false).point(TEMPERATURE, "/temperature").build());
        device().publish("site/mast/wind",
                "{\"at\":\"2026-11-21T19:45:00.250Z\",\"q\":1083179008,\"wind\":{\"speed\":12},\"temperature\":-3.5}");
        awaitWind(7.0);
        SampleBatch batch = log().batches().get(0);
        assertThat(Times.instant(batch.sourceTime(0))).isEqualTo(Instant.parse("2026-11-21T19:45:00.250Z"));
        assertThat(batch.quality(0)).isEqualTo(Quality.UNCERTAIN_LAST_USABLE_VALUE);
        assertThat(log().values(TEMPERATURE)).containsExactly(-3.5);
        assertThat(traces().steps(log().lastTrace()).get(0).detail()).isEqualTo("mqtt mast: 1 messages");
        assertThat(connection.view().received()).isEqualTo(2);
        assertThat(connection.view().points()).isEqualTo(2);
        assertThat(connection.view().lastData()).isNotNull();
    }

    /** A burst of vibration: 100,000 numbers are one sample. */
    @Test
    default void takesALongArrayAsOneText() {
        String burst = "[" + "0.125,".repeat(99_999) + "-0.5]";
        start(log(), Plant.settings("payloadLimit", "1048576"), Bindings.topic("site/mast/burst").point("met/burst", "/values#[]").build(),
                Plant.wind());
        device().publish("site/mast/burst", "{\"rate\":25600,\"values\":" + burst + "}");
        publishWind(1);
        awaitWind(1.0);
        assertThat(log().values("met/burst")).containsExactly(burst);
    }

    @Test
    default void takesPlainValuesUnderAWildcard() {
        start(Bindings.topic("site/+/state").with("format", "plain").point("met/state", "").build(), Plant.wind());
        device().publish("site/a/state", "12.5");
        device().publish("site/b/state", "true");
        device().publish("site/c/state", "running");
        publishWind(1);
        awaitWind(1.0);
        assertThat(log().values("met/state")).containsExactly(12.5, true, "running");
    }

    @Test
    default void takesWhatIsRetained() {
        device().retain("site/mast/wind", "{\"speed\":4}");
        start(Plant.wind());
        awaitWind(4.0);
    }

    @Test
    default void takesQualityOfServiceZero() {
        start(Bindings.topic("site/mast/wind").with("qos", "0").point(WIND, "/speed").build());
        device().send("site/mast/wind", "{\"speed\":1}".getBytes(StandardCharsets.UTF_8), 0, false);
        device().drain();
        awaitWind(1.0);
    }

    @Test
    default void keepsPoisonAndGoesOn() {
        MqttConnection connection = start(Bindings.topic("site/mast/wind").point(WIND, "/speed").point(TEMPERATURE, "/t").build());
        device().publish("site/mast/wind", "{\"speed\":");
        publishWind(1);
        device().publish("site/mast/wind", new byte[1_001]);
        device().publish("site/mast/wind", new byte[(1 << 20) + 2_000]);
        await().until(() -> letters().all.size() == 4);
        device().publish("site/mast/wind", "{\"speed\":2,\"t\":20}");
        awaitWind(1.0, 2.0);
        assertThat(letters().causes().get(0)).contains("not JSON", "line 1");
        assertThat(letters().causes().get(1)).contains("pointer '/t' of met/MMET1.EnvTmp is missing");
        assertThat(letters().causes().get(2)).contains("1001 bytes");
        assertThat(letters().causes().get(3)).contains("not taken in");
        assertThat(letters().all.get(0).payload()).isEqualTo("{\"speed\":".getBytes(StandardCharsets.UTF_8));
        assertThat(connection.view().refused()).isEqualTo(4);
    }

    @Test
    default void takesADeadLetterOnceMoreAsLateData() throws Exception {
        start(Bindings.topic("site/mast/wind").with("time", "/at").point(WIND, "/speed").build());
        device().publish("site/mast/wind", "{\"at\":1700000000,\"wind\":5}");
        device().publish("site/mast/wind", "nonsense");
        await().until(() -> letters().all.size() == 2);
        byte[] letter = letters().all.get(0).payload();
        MqttConnection mended = start(Bindings.topic("site/mast/wind").with("time", "/at").point(WIND, "/wind").build());
        assertThat(mended.replay("site/mast/wind", letter).get(60, TimeUnit.SECONDS)).isEqualTo(1);
        SampleBatch late = log().backfills().get(0);
        assertThat(late.value(0)).isEqualTo(5.0);
        assertThat(Times.instant(late.sourceTime(0))).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(late.receivedTime(0)).as("it was received when the letter was").isEqualTo(Times.nanos(letters().all.get(0).time()));
        assertThat(log().values(WIND)).as("twins are not told").isEmpty();
        assertThat(mended.replay("site/mast/wind", letters().all.get(1).payload())).failsWithin(Duration.ofSeconds(60))
                .withThrowableOfType(ExecutionException.class).withMessageContaining("not JSON");
        assertThat(letters().causes()).as("a letter again").hasSize(3);
        assertThat(mended.replay("site/other", letter)).failsWithin(Duration.ofSeconds(60))
                .withThrowableOfType(ExecutionException.class).withMessageContaining("site/other");
    }
}
