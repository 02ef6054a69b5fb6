package org.gemello.energy.rul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RulScoreTest {
    @Test
    void lateCostsMoreThanEarly() {
        RulScore score = RulScore.of(new double[] {37, 60}, new double[] {50, 50});
        assertThat(score.rmse()).isCloseTo(Math.sqrt((169 + 100) / 2.0), within(1e-12));
        assertThat(score.score()).isCloseTo(2 * (Math.E - 1), within(1e-12));
    }

    @Test
    void missingTruthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RulScore.of(new double[2], new double[1]))
                .withMessageContaining("2 predictions");
    }
}
