package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.TestBroker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two platforms share what one could not take. */
class SharedSubscriptionTest extends BrokerTest {
    @BeforeAll
    static void needsMosquitto() {
        MosquittoNeeded.orSkip("shared subscriptions");
    }

    @Override
    TestBroker broker(Path empty) {
        return Mosquitto.in(empty);
    }

    @Override
    public String version() {
        return "5";
    }

    @Test
    void shareTheLoadWithoutDoubling() {
        KeptEntries other = new KeptEntries();
        TopicBinding shared = Bindings.topic("$share/gemello/site/+/wind").point(WIND, "/speed").build();
        start(log(), Plant.settings("clientId", "one"), shared);
        start(other, Plant.settings("clientId", "other"), shared);
        int many = 500;
        IntStream.range(0, many).forEach(this::publishWind);
        await().until(() -> log().values(WIND).size() + other.values(WIND).size() >= many);
        assertThat(log().values(WIND)).as("a fair share").hasSizeGreaterThan(many / 10);
        assertThat(other.values(WIND)).as("a fair share").hasSizeGreaterThan(many / 10);
        List<Object> all = new ArrayList<>(log().values(WIND));
        all.addAll(other.values(WIND));
        assertThat(all).containsExactlyInAnyOrderElementsOf(IntStream.range(0, many).mapToObj(i -> (Object) (double) i).toList());
    }
}
