package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RisingKeysTest {

    @Test
    void movesEqualTimesOn() {
        long[] keys = {5, 5, 5, 6, 20, 20};
        assertThat(RisingKeys.spread(keys)).isTrue();
        assertThat(keys).containsExactly(5, 6, 7, 8, 20, 21);
    }

    @Test
    void leavesRisingTimesAlone() {
        long[] keys = {Long.MIN_VALUE, 0, Long.MAX_VALUE};
        assertThat(RisingKeys.spread(keys)).isFalse();
        assertThat(keys).containsExactly(Long.MIN_VALUE, 0, Long.MAX_VALUE);
    }

    @Test
    void findsRoomAtTheEndOfTime() {
        long[] keys = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        assertThat(RisingKeys.spread(keys)).isTrue();
        assertThat(keys).containsExactly(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    }
}
