package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.gemello.spi.TwinContext;
import org.gemello.testkit.pack.GivenContext;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {
    private final TwinContext context = new GivenContext(GivenContext.of("wt-01").twin(), Map.of("window", "soon"));

    @Test
    void whatIsWrongNamesTheTwinOnce() {
        assertThat(Configurations.named(context, () -> context.number("memory", 3))).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> Configurations.named(context, () -> context.number("window", 3)))
                .withMessage("twin wt-01: configuration 'window' is 'soon', not a number");
        assertThatIllegalArgumentException().isThrownBy(() -> Configurations.named(context, () -> Set.of(1, 1)))
                .withMessage("twin wt-01: duplicate element: 1");
    }

    @Test
    void aKeyThatNobodyKnowsIsNotPassedOver() {
        assertThatIllegalArgumentException().isThrownBy(() -> Configurations.allowOnly(context, Set.of("memory"), Set.of("report")))
                .withMessage("twin wt-01: configuration 'window' is not known; known are [memory, report]");
    }
}
