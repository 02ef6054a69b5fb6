package org.gemello.energy.vibration;

/**
 * What an envelope spectrum holds at the frequency of a bearing part's fault.
 *
 * @param part       which one
 * @param expected   frequency in Hz from geometry and speed
 * @param frequency  in Hz at which most was found, slip included
 * @param amplitude  there, in m/s2
 * @param harmonics  how many of the first four stand out of the noise
 * @param sidebands  amplitude of the sidebands by that of the line; 0 where the part has none
 * @param confidence that noise alone does not look like this, 0 to 1
 */
public record FaultLine(BearingPart part, double expected, double frequency, double amplitude, int harmonics, double sidebands,
                        double confidence) {
}
