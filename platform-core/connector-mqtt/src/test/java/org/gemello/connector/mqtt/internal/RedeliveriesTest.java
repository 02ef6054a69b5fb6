package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedeliveriesTest {
    private final Redeliveries redeliveries = new Redeliveries(2);

    @Test
    void knowsAStoredMessageAgain() {
        redeliveries.stored(7, 42);
        assertThat(redeliveries.isRepeat(7, true, 42)).isTrue();
    }

    @Test
    void takesANewMessageUnderAnOldPacketIdAsNew() {
        redeliveries.stored(7, 42);
        assertThat(redeliveries.isRepeat(7, false, 42)).isFalse();
        assertThat(redeliveries.isRepeat(7, true, 42)).as("the new one, again, not stored before").isFalse();
    }

    @Test
    void takesAnotherPayloadAsNew() {
        redeliveries.stored(7, 42);
        assertThat(redeliveries.isRepeat(7, true, 43)).isFalse();
    }

    @Test
    void forgetsWhatTheBrokerMustHaveForgotten() {
        redeliveries.stored(1, 42);
        redeliveries.stored(2, 42);
        redeliveries.stored(3, 42);
        assertThat(redeliveries.isRepeat(1, true, 42)).isFalse();
        assertThat(redeliveries.isRepeat(2, true, 42)).isTrue();
        redeliveries.clear();
        assertThat(redeliveries.isRepeat(3, true, 42)).isFalse();
    }
}
