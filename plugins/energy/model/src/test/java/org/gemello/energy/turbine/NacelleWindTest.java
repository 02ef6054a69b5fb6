package org.gemello.energy.turbine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gemello.energy.turbine.NacelleWindFit.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NacelleWindTest {
    private static final TurbineDesign DESIGN = Nrel5Mw.design();
    private final SteadyState steady = new SteadyState(DESIGN, DESIGN.rotor(), 1.225);

    @ParameterizedTest
    @ValueSource(doubles = {4, 6, 8, 10, 11.4, 14, 20})
    void freeWindComesBackFromNacelleWind(double free) {
        NacelleWind nacelle = new NacelleWind(DESIGN, 0.8);
        OperatingPoint point = steady.at(free);
        double seen = nacelle.nacelle(free, point.rotorSpeed(), point.pitch());
        assertThat(seen).isLessThan(free);
        assertThat(nacelle.free(seen, point.rotorSpeed(), point.pitch())).isCloseTo(free, within(0.01 * free));
    }

    @Test
    void inTheRotorsPlaneAThirdOfTheWindIsMissingAtBest() {
        OperatingPoint point = steady.at(8);
        double seen = new NacelleWind(DESIGN, 1).nacelle(8, point.rotorSpeed(), point.pitch());
        assertThat(1 - seen / 8).isBetween(0.2, 0.36);
    }

    @Test
    void withoutInductionNothingIsCorrected() {
        assertThat(new NacelleWind(DESIGN, 0).free(7.3, 1, 0)).isEqualTo(7.3);
        assertThatThrownBy(() -> new NacelleWind(DESIGN, 3)).hasMessageContaining("nacelleInduction is 3");
    }

    private List<Pair> pairs(double share, int count) {
        Random random = new Random(7);
        NacelleWind nacelle = new NacelleWind(DESIGN, share);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double free = 4 + 12 * random.nextDouble();
            OperatingPoint point = steady.at(free);
            double seen = nacelle.nacelle(free, point.rotorSpeed(), point.pitch()) + 0.25 * random.nextGaussian();
            pairs.add(new Pair(free, i % 40 == 0 ? seen + 5 : seen, point.rotorSpeed(), point.pitch()));
        }
        return pairs;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.8, 1.2})
    void theShareIsFoundFromPairsWithAMast(double share) {
        NacelleWindFit fit = NacelleWindFit.of(DESIGN, pairs(share, 400));
        assertThat(fit.share()).isCloseTo(share, within(4 * fit.deviation() + 0.01));
        assertThat(fit.deviation()).isLessThan(0.03);
        assertThat(fit.pairs()).isBetween(380, 395);
        assertThat(fit.scatter()).isBetween(0.2, 0.35);
    }

    @Test
    void tooFewPairsAndSwappedColumnsAreNamed() {
        assertThatThrownBy(() -> NacelleWindFit.of(DESIGN, pairs(0.8, 20))).hasMessageContaining("20 pairs");
        List<Pair> swapped = pairs(0.8, 100).stream().map(p -> new Pair(p.nacelle(), p.free(), p.rotorSpeed(), p.pitch())).toList();
        assertThatThrownBy(() -> NacelleWindFit.of(DESIGN, swapped)).hasMessageContaining("columns in order");
        assertThatThrownBy(() -> NacelleWindFit.of(DESIGN, Collections.emptyList())).hasMessageContaining("0 pairs");
    }
}
