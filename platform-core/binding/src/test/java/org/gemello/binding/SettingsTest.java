package org.gemello.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Place TOP = new Place("connections/plant.yaml", 1, 1);

    private static Settings with(String key, String text) {
        return new Settings(TOP, Map.of(key, new Settings.Value(text, new Place("connections/plant.yaml", 4, 11))));
    }

    @ParameterizedTest
    @CsvSource({"100 ms, PT0.1S", "2s, PT2S", "1.5 s, PT1.5S", "5 min, PT5M", "1 h, PT1H", "30 d, P30D", "0 ms, PT0S", "' 2 s ', PT2S"})
    void readsDurations(String text, Duration expected) {
        assertThat(with("interval", text).duration("interval", Duration.ZERO)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "-1 s", "1 week", "s", "1e3 s", "", "1 s 2 ms", "9999999999999999999999 d"})
    void refusesOtherDurations(String text) {
        assertThatThrownBy(() -> with("interval", text).duration("interval", Duration.ZERO)).isInstanceOf(ConfigurationException.class)
                .hasMessage("connections/plant.yaml:4:11: 'interval' is '" + text
                        + "', write a number and ms, s, min, h or d, such as '100 ms'");
    }

    @Test
    void refusesADurationBeyondACentury() {
        assertThatThrownBy(() -> with("interval", "36501 d").duration("interval", Duration.ZERO))
                .hasMessage("connections/plant.yaml:4:11: 'interval' is '36501 d', it must be at most 36500 d");
    }

    @Test
    void readsWholeNumbersWithinBounds() {
        assertThat(with("queue", "10").integer("queue", 1, 1, 10)).isEqualTo(10);
        assertThat(with("queue", "-2").integer("queue", 1, -2, 10)).isEqualTo(-2);
        assertThat(with("other", "10").integer("queue", 7, 1, 10)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"11, 'is 11, it must be from 1 to 10'", "0, 'is 0, it must be from 1 to 10'",
        "99999999999, 'is 99999999999, it must be from 1 to 10'", "ten, 'is ''ten'', not a whole number'",
        "1.5, 'is ''1.5'', not a whole number'"})
    void refusesOtherNumbers(String text, String problem) {
        assertThatThrownBy(() -> with("queue", text).integer("queue", 1, 1, 10)).isInstanceOf(ConfigurationException.class)
                .hasMessage("connections/plant.yaml:4:11: 'queue' " + problem);
    }

    @Test
    void readsChoicesAndFlags() {
        assertThat(with("policy", "none").choice("policy", "sign", "none", "sign")).isEqualTo("none");
        assertThat(with("other", "none").choice("policy", "sign", "none", "sign")).isEqualTo("sign");
        assertThat(with("clean", "true").flag("clean", false)).isTrue();
        assertThat(with("other", "true").flag("clean", false)).isFalse();
        assertThatThrownBy(() -> with("policy", "nine").choice("policy", "sign", "none", "sign"))
                .hasMessage("connections/plant.yaml:4:11: 'policy' is 'nine', it must be one of [none, sign]");
        assertThatThrownBy(() -> with("clean", "yes").flag("clean", false))
                .hasMessage("connections/plant.yaml:4:11: 'clean' is 'yes', it must be one of [true, false]");
    }

    @Test
    void namesTheMappingWhereAKeyIsMissing() {
        assertThatThrownBy(() -> with("a", "b").text("endpoint")).hasMessage("connections/plant.yaml:1:1: 'endpoint' is missing");
        assertThat(with("a", "b").text("endpoint", "x")).isEqualTo("x");
        assertThat(with("a", "b").place("endpoint")).isEqualTo(TOP);
    }

    @Test
    void namesAllUnknownKeysAtOnceAndGuessesWhatWasMeant() {
        Map<String, Settings.Value> values = new LinkedHashMap<>();
        values.put("endpiont", new Settings.Value("x", new Place("f.yaml", 2, 3)));
        values.put("endpoint", new Settings.Value("x", new Place("f.yaml", 3, 3)));
        values.put("zzzzzzzz", new Settings.Value("x", new Place("f.yaml", 4, 3)));
        assertThatThrownBy(() -> new Settings(TOP, values).allowOnly("endpoint", "queue"))
                .isInstanceOfSatisfying(ConfigurationException.class,
                e -> assertThat(e.problems()).containsExactly("f.yaml:2:3: 'endpiont' is not known here; did you mean 'endpoint'?",
                        "f.yaml:4:3: 'zzzzzzzz' is not known here; known are [endpoint, queue]"));
    }
}
