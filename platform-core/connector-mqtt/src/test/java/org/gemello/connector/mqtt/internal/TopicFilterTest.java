package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the standard (MQTT 5, 4.7.1 and 4.7.2). */
class TopicFilterTest {
    @ParameterizedTest
    @CsvSource({"sport/tennis/player1/#, sport/tennis/player1", "sport/tennis/player1/#, sport/tennis/player1/ranking",
        "sport/#, sport", "#, a/b", "sport/tennis/+, sport/tennis/player1", "sport/+, sport/", "+/+, /finance", "/+, /finance", "a, a"})
    void reaches(String filter, String topic) {
        assertThat(TopicFilter.parse(filter).matches(topic)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"sport/tennis/+, sport/tennis/player1/ranking", "sport/+, sport", "+, /finance", "#, $SYS/broker",
        "+/monitor, $SYS/monitor", "a, A", "a/b, a"})
    void doesNotReach(String filter, String topic) {
        assertThat(TopicFilter.parse(filter).matches(topic)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sport+", "sport/tennis#", "sport/tennis/#/ranking", "$share/group", "$share//a"})
    void refuses(String filter) {
        assertThatThrownBy(() -> TopicFilter.parse(filter)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsOverlaps() {
        assertThat(TopicFilter.parse("a/+").overlaps(TopicFilter.parse("+/b"))).isTrue();
        assertThat(TopicFilter.parse("a/#").overlaps(TopicFilter.parse("a"))).isTrue();
        assertThat(TopicFilter.parse("a/+").overlaps(TopicFilter.parse("b/#"))).isFalse();
        assertThat(TopicFilter.parse("a/+").overlaps(TopicFilter.parse("a"))).isFalse();
    }
}
