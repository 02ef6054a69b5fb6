package org.gemello.energy.vibration;

import java.util.List;
import java.util.Optional;
import org.gemello.energy.signal.AlarmChange;

/**
 * What a burst holds. Bands after ISO 10816-21 (gearbox), as far as the burst's rate reaches.
 *
 * @param shaft        frequency of the shaft in Hz
 * @param velocity     effective value from 10 to 1000 Hz in m/s
 * @param acceleration effective value from 10 to 2000 Hz in m/s2
 * @param crest        largest value by effective value, of the burst without its mean
 * @param kurtosis     fourth moment by the square of the second; 3 for noise, more where there are blows
 * @param mesh         amplitude at the mesh frequency in m/s2
 * @param lines        of the bearing's parts, in the order of {@link BearingPart}; empty where the shaft stands still
 * @param spectrum     of the acceleration
 * @param envelope     spectrum of the envelope
 * @param alarm        where it has changed
 */
public record VibrationReport(double shaft, double velocity, double acceleration, double crest, double kurtosis, double mesh,
                              List<FaultLine> lines, Spectrum spectrum, Spectrum envelope, Optional<AlarmChange> alarm) {
    public VibrationReport {
        lines = List.copyOf(lines);
    }
}
