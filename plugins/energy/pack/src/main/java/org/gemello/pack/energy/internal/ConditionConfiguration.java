package org.gemello.pack.energy.internal;

import java.util.Set;
import org.gemello.energy.twin.ConditionSettings;
import org.gemello.spi.TwinContext;

/** What the integrator says of a turbine's condition; all optional, see {@link ConditionSettings}. */
final class ConditionConfiguration {
    static final Set<String> KEYS = Set.of("siteMeanWind", "damageBefore", "vibrationRate");

    private ConditionConfiguration() {
    }

    /** @throws IllegalArgumentException where a value makes no sense; the message names twin and key */
    static ConditionSettings read(TwinContext context) {
        ConditionSettings usual = ConditionSettings.DEFAULT;
        return Configurations.named(context, () -> new ConditionSettings(context.number("siteMeanWind", usual.siteMeanWind()),
                context.number("damageBefore", usual.damageBefore()), context.number("vibrationRate", usual.vibrationRate())));
    }
}
