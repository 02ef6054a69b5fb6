package org.gemello.energy.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BurstTest {
    private static final String VALUES = IntStream.range(0, 64).mapToObj(i -> i + ".5e-1").collect(Collectors.joining(", ", "[", "]"));

    @Test
    void readsArraysAndObjects() {
        Burst array = Burst.parse(VALUES, 1600);
        assertThat(array.rate()).isEqualTo(1600);
        assertThat(array.values()).hasSize(64).contains(0.05, 6.35);
        Burst object = Burst.parse(" {\"place\": {\"x\": [1, true, {}], \"y\": null}, \"rate\": 25600, \"unit\": \"[g]\",\"values\":"
                + VALUES + "} ", 1600);
        assertThat(object.rate()).isEqualTo(25_600);
        assertThat(object.values()[63]).isCloseTo(6.35 * 9.80665, within(1e-12));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> Burst.parse(VALUES, Double.NaN)).hasMessageContaining("vibrationRate");
        assertThatThrownBy(() -> Burst.parse("[1, 2]", 100)).hasMessageContaining("2 values");
        assertThatThrownBy(() -> Burst.parse("[1, x]", 100)).hasMessageContaining("a number").hasMessageContaining("character 5");
        assertThatThrownBy(() -> Burst.parse("[1, NaN]", 100)).hasMessageContaining("a number");
        assertThatThrownBy(() -> Burst.parse("[1, 1e999]", 100)).hasMessageContaining("a number");
        assertThatThrownBy(() -> Burst.parse("[1 2]", 100)).hasMessageContaining("','");
        assertThatThrownBy(() -> Burst.parse("", 100)).hasMessageContaining("'{'");
        assertThatThrownBy(() -> Burst.parse("{\"rate\": 5}", 100)).hasMessageContaining("no \"values\"");
        assertThatThrownBy(() -> Burst.parse("{\"rate\": -5, \"values\": " + VALUES + "}", 100)).hasMessageContaining("-5");
        assertThatThrownBy(() -> Burst.parse("{\"unit\": \"mm\", \"values\": " + VALUES + "}", 100)).hasMessageContaining("'mm'");
        assertThatThrownBy(() -> Burst.parse(VALUES + "x", 100)).hasMessageContaining("nothing more");
        assertThatThrownBy(() -> Burst.parse("{\"a\": " + "[".repeat(1000), 100)).hasMessageContaining("depth");
        assertThatThrownBy(() -> Burst.parse("[" + "0,".repeat(Burst.MOST) + "0]", 100)).hasMessageContaining("more than");
    }
}
