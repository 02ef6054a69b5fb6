package org.gemello.pack.energy.internal;

import org.gemello.energy.twin.ConditionSettings;

/** What the integrator says of a turbine's condition; all optional, see {@link ConditionSettings}. */
final class ConditionConfiguration {
    private ConditionConfiguration() {
    }

    static ConditionSettings read(Given given) {
        ConditionSettings usual = ConditionSettings.DEFAULT;
        return new ConditionSettings(given.number("siteMeanWind", "m/s", usual.siteMeanWind(), 3, 20),
                given.number("damageBefore", "1", usual.damageBefore(), 0, 1),
                given.dependent("vibrationRate", "/s", usual.vibrationRate(), 0.001, 1e7));
    }
}
