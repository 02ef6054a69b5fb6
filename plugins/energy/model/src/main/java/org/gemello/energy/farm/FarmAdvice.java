package org.gemello.energy.farm;

import java.util.List;

/**
 * Something that would be better for a farm.
 *
 * @param explanation why, with numbers
 * @param gain        expected, in kW
 * @param low         smallest gain in the winds that it may be
 * @param high        largest gain in these
 * @param constraints what was respected, in words
 * @param settings    of the turbines, in the order in which they are to be made
 * @param time        source time in ns since the epoch
 */
public record FarmAdvice(FarmAdviceKind kind, String explanation, double gain, double low, double high, List<String> constraints,
                         List<Setting> settings, long time) {
    public FarmAdvice {
        constraints = List.copyOf(constraints);
        settings = List.copyOf(settings);
    }

    /** What one turbine is told: degrees or kW. */
    public record Setting(String turbine, double value) {
    }
}
