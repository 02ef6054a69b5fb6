package org.gemello.runtime.exchange;

import java.util.List;

/**
 * How a shadow does.
 *
 * @param twins      twins of the candidates' types
 * @param following  those whose shadow is at the end of the log
 * @param lag        entries of the log between the slowest shadow and the end
 * @param compared   derived values that both versions gave for the same cause
 * @param different  those among them that differ by more than rounding
 * @param examples   a few differences in words, for people
 * @param failures   twins whose shadow failed, with the reason
 */
public record ShadowReport(int twins, int following, long lag, long compared, long different, List<String> examples, List<String> failures) {
}
