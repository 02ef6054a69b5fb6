package org.gemello.energy.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlantWakesTest {
    private static final double STEP = 0.1;
    private final Weather weather = new Weather(9.5, 1);
    private final List<TurbineUnit> turbines = IntStream.rangeClosed(1, 3).mapToObj(place -> new TurbineUnit(place, weather)).toList();
    private final PlantWakes wakes = new PlantWakes(weather, turbines);
    private int steps;

    private void run(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            double time = steps++ * STEP;
            if (i % 10 == 0) {
                wakes.advance(time);
            }
            for (int at = 0; at < turbines.size(); at++) {
                turbines.get(at).advance(time, STEP, wakes.on(at));
            }
        }
    }

    @Test
    void whoStandsBehindGetsLessWindAndMoreGusts() {
        run(60);
        assertThat(wakes.on(0)).isEqualTo(WakeEffect.NONE);
        assertThat(wakes.on(1).deficit()).isBetween(0.1, 0.45);
        assertThat(wakes.on(2).deficit()).isBetween(0.1, 0.6);
        assertThat(wakes.on(1).gusts()).isBetween(1.05, 1.8);
        assertThat(wakes.on(1).on(9.5, 9.5)).isCloseTo(9.5 * (1 - wakes.on(1).deficit()), within(1e-9));
        assertThat(new WakeEffect(0, 2).on(10.5, 9.5)).isEqualTo(11.5);
    }

    /** 630 m at 0.85 of 9.5 m/s are 78 s. */
    @Test
    void aWakeEndsAsMuchLaterAsTheWindNeeds() {
        run(60);
        double before = wakes.on(1).deficit();
        PlantVariable limit = turbines.get(0).variables().stream().filter(variable -> variable.tag().name().equals("WT01.WTUR.SetW"))
                .findFirst().orElseThrow();
        limit.write(0);
        run(60);
        assertThat(wakes.on(1).deficit()).isGreaterThan(before / 2);
        run(90);
        assertThat(wakes.on(1).deficit()).isLessThan(before / 2);
    }
}
