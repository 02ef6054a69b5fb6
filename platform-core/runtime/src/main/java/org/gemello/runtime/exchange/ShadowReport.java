package org.gemello.runtime.exchange;

import java.util.List;

/**
 * How a shadow does.
 *
 * @param twins     twins of the candidates' types
 * @param following those whose shadow has been at the end of the log and is near its twin now
 * @param lag       entries of the log that twins have been given and the shadow has not
 * @param compared  derived values of the serving version that were held against those of the candidate for the same cause
 * @param different those among them that the candidate gave otherwise, by more than rounding, or not at all
 * @param examples  a few differences in words, for people
 * @param failures  twins whose shadow failed, with the reason
 */
public record ShadowReport(int twins, int following, long lag, long compared, long different, List<String> examples, List<String> failures) {
    public ShadowReport {
        examples = List.copyOf(examples);
        failures = List.copyOf(failures);
    }
}
