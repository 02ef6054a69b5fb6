package org.gemello.energy.vibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gemello.energy.signal.AlarmChange;

/** Judges bursts of an accelerometer at the high-speed shaft of a gearbox. For one thread. */
public final class VibrationMonitor {
    public static final String BEARING_FAULT = "gearbox-bearing-fault";
    private static final double LOWEST = 10;
    private static final double HIGHEST_VELOCITY = 1000;
    private static final double HIGHEST_ACCELERATION = 2000;
    /** Band of the envelope by half the rate: above the meshes, where housings ring. */
    private static final double BAND_FROM = 0.4;
    private static final double BAND_TO = 0.95;
    /** Below this share of rated speed blows are too rare for a burst. */
    private static final double LEAST_SPEED = 0.3;
    private static final double CONFIDENT = 0.9999;
    private static final int LEAST_HARMONICS = 2;
    private final VibrationDesign design;

    public VibrationMonitor(VibrationDesign design) {
        this.design = design;
    }

    /** @param shaft frequency of the high-speed shaft in Hz while the burst was taken; NaN where it is not known */
    public VibrationReport burst(VibrationState state, Burst burst, double shaft) {
        Spectrum spectrum = Spectrum.of(burst.values(), burst.rate());
        double half = burst.rate() / 2;
        Spectrum envelope = Spectrum.of(Envelope.of(burst.values(), burst.rate(), BAND_FROM * half, BAND_TO * half), burst.rate());
        boolean turns = shaft > LEAST_SPEED * design.ratedSpeed() && shaft < 3 * design.ratedSpeed();
        List<FaultLine> lines = turns ? lines(envelope, shaft) : List.of();
        Optional<AlarmChange> alarm = turns ? judge(state, lines, shaft) : Optional.empty();
        double[] moments = moments(burst.values());
        double mesh = design.mesh().frequency(shaft);
        double near = 2 * spectrum.resolution();
        return new VibrationReport(shaft, spectrum.effectiveVelocity(LOWEST, HIGHEST_VELOCITY),
                spectrum.effective(LOWEST, HIGHEST_ACCELERATION), moments[0], moments[1],
                turns && mesh + near < half ? spectrum.peak(mesh - near, mesh + near) : Double.NaN, lines, spectrum, envelope, alarm);
    }

    private List<FaultLine> lines(Spectrum envelope, double shaft) {
        FaultSearch search = new FaultSearch(envelope, shaft);
        List<FaultLine> lines = new ArrayList<>();
        for (BearingPart part : BearingPart.values()) {
            lines.add(search.find(design.bearing(), part));
        }
        return lines;
    }

    /** Only the strongest of several: blows at one part leave lines near those of others. */
    private Optional<AlarmChange> judge(VibrationState state, List<FaultLine> lines, double shaft) {
        FaultLine strongest = lines.get(0);
        for (FaultLine line : lines) {
            strongest = stands(line) && (!stands(strongest) || line.amplitude() > strongest.amplitude()) ? line : strongest;
        }
        for (FaultLine line : lines) {
            state.note(line.part(), line == strongest && stands(line));
        }
        BearingPart worst = state.worst();
        if (!state.activate(worst)) {
            return Optional.empty();
        }
        String message = worst == null ? "no fault in the last five bursts"
                : message(lines.get(worst.ordinal()), shaft, state.count(worst));
        return Optional.of(new AlarmChange(BEARING_FAULT, worst != null, message));
    }

    private static boolean stands(FaultLine line) {
        return line.confidence() >= CONFIDENT && line.harmonics() >= LEAST_HARMONICS;
    }

    private String message(FaultLine line, double shaft, int bursts) {
        String sidebands = line.sidebands() > 0 ? String.format(Locale.ROOT, ", sidebands %.0f %%", 100 * line.sidebands()) : "";
        return String.format(Locale.ROOT,
                "%s of the %s: %.1f Hz in the envelope (expected %.1f Hz at %.0f /min), %.3f m/s2, %d harmonics%s, "
                + "in %d of the last 5 bursts", line.part().title(), design.bearing().name(), line.frequency(), line.expected(), 60 * shaft,
                line.amplitude(), line.harmonics(), sidebands, bursts);
    }

    /** Crest factor and kurtosis. */
    private static double[] moments(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double second = 0;
        double fourth = 0;
        double peak = 0;
        for (double value : values) {
            double square = (value - mean) * (value - mean);
            second += square / values.length;
            fourth += square * square / values.length;
            peak = Math.max(peak, square);
        }
        return second > 0 ? new double[] {Math.sqrt(peak / second), fourth / second / second} : new double[] {0, 0};
    }
}
