package org.gemello.energy.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Quality;
import org.junit.jupiter.api.Test;

class TenMinutesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long BEGIN = 1_772_366_400L * SECOND;
    private final TenMinutes minutes = new TenMinutes();
    private final List<TenMinuteValues> ended = new ArrayList<>();

    private void send(Channel channel, double value, double second) {
        send(channel, value, Quality.GOOD, second);
    }

    private void send(Channel channel, double value, Quality quality, double second) {
        minutes.observe(channel, value, quality, BEGIN + Math.round(second * 1e9)).ifPresent(ended::add);
    }

    /** 3, 5, 3, 5, ... at 10 Hz: mean 4, deviation 1. */
    @Test
    void statisticsOfAFixedRate() {
        for (int i = 0; i <= 6000; i++) {
            send(Channel.WIND, i % 2 == 0 ? 3 : 5, i * 0.1);
            send(Channel.POWER, 400, i * 0.1);
        }
        assertThat(ended).hasSize(1);
        TenMinuteValues values = ended.get(0);
        assertThat(values.begin()).isEqualTo(BEGIN);
        assertThat(values.end()).isEqualTo(BEGIN + 600 * SECOND);
        assertThat(values.wind().mean()).isCloseTo(4, within(1e-9));
        assertThat(values.wind().deviation()).isCloseTo(1, within(1e-9));
        assertThat(values.wind().low()).isEqualTo(3);
        assertThat(values.wind().high()).isEqualTo(5);
        assertThat(values.turbulence()).isCloseTo(0.25, within(1e-9));
        assertThat(values.power().deviation()).isZero();
        assertThat(values.complete()).isCloseTo(1, within(1e-9));
        assertThat(values.temperature()).isNaN();
    }

    /** 6 m/s for a second, then 9 m/s for two: mean 8, variance 2, however many samples tell it. */
    @Test
    void aSourceThatSendsOnlyChangesGivesTheSame() {
        for (int i = 0; i <= 600; i += 3) {
            send(Channel.WIND, 6, i);
            send(Channel.WIND, 9, i + 1);
            send(Channel.POWER, 1000, i);
        }
        assertThat(ended.get(0).wind().mean()).isCloseTo(8, within(1e-9));
        assertThat(ended.get(0).wind().deviation()).isCloseTo(Math.sqrt(2), within(1e-9));
        assertThat(ended.get(0).complete()).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatIsMissingIsNotMadeUp() {
        for (int i = 0; i < 600; i++) {
            send(Channel.WIND, i < 300 ? 8 : 20, i >= 300 && i < 500 ? Quality.BAD : Quality.GOOD, i);
            if (i < 100 || i >= 160) {
                send(Channel.POWER, 1700, i);
            }
        }
        send(Channel.WIND, 8, 600);
        // 200 s of bad wind; the power was held for ten of the sixty seconds without it
        assertThat(ended.get(0).complete()).isCloseTo(400.0 / 600, within(1e-9));
        assertThat(ended.get(0).wind().mean()).isCloseTo((300 * 8 + 100 * 20) / 400.0, within(1e-9));
        send(Channel.POWER, 1700, 600);
        send(Channel.POWER, 1700, 5000);
        assertThat(ended).hasSize(2);
        assertThat(ended.get(1).complete()).isCloseTo(10.0 / 600, within(1e-9));
    }

    @Test
    void whatComesLateOrBackwardsIsLeftOut() {
        send(Channel.WIND, 8, 700);
        send(Channel.WIND, 30, 100);
        send(Channel.WIND, 8, 705);
        send(Channel.WIND, 30, 702);
        send(Channel.WIND, 8, 1200);
        assertThat(ended).hasSize(1);
        assertThat(ended.get(0).wind().high()).isEqualTo(8);
        assertThat(ended.get(0).begin()).isEqualTo(BEGIN + 600 * SECOND);
    }

    @Test
    void northIsNoEdgeOfADirection() {
        send(Channel.WIND, 8, 0);
        minutes.direction(350);
        minutes.direction(20);
        Optional<TenMinuteValues> values = minutes.observe(Channel.WIND, 8, Quality.GOOD, BEGIN + 600 * SECOND);
        assertThat(values.orElseThrow().direction()).isCloseTo(5, within(1e-9));
    }
}
