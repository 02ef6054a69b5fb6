package org.gemello.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearScaleTest {
    private static final int CASES = 10_000;

    @Test
    void invertUndoesApply() {
        Random random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            LinearScale scale = any(random);
            double raw = random.nextGaussian() * 1e4;
            double magnitude = Math.abs(raw) + Math.abs(scale.offset() / scale.factor());
            assertThat(scale.invert(scale.apply(raw))).as("%s of %s", scale, raw).isCloseTo(raw, within(1e-12 * magnitude));
        }
    }

    @Test
    void thenIsOneAfterTheOther() {
        Random random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            LinearScale first = any(random);
            LinearScale second = any(random);
            double raw = random.nextGaussian() * 1e4;
            double between = Math.abs(raw * first.factor()) + Math.abs(first.offset());
            double magnitude = between * Math.abs(second.factor()) + Math.abs(second.offset());
            assertThat(first.then(second).apply(raw)).as("%s, %s of %s", first, second, raw)
                    .isCloseTo(second.apply(first.apply(raw)), within(1e-12 * magnitude));
        }
    }

    @Test
    void onlyTheIdentityIsTheIdentity() {
        assertThat(LinearScale.IDENTITY.isIdentity()).isTrue();
        assertThat(new LinearScale(1, 1).isIdentity()).isFalse();
        assertThat(new LinearScale(2, 0).isIdentity()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 1", "NaN, 0", "Infinity, 0", "1, NaN", "1, -Infinity"})
    void refusesWhatCannotBeTurnedRound(double factor, double offset) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LinearScale(factor, offset))
                .withMessageContaining("finite factor other than 0");
    }

    private static LinearScale any(Random random) {
        double factor = Math.copySign(Math.pow(10, random.nextDouble() * 12 - 6), random.nextGaussian());
        return new LinearScale(factor, random.nextGaussian() * 1e3);
    }
}
