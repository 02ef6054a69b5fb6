package org.gemello.energy.vibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gemello.energy.text.JsonText;

/** Spectra as a table for people: at most {@value #BANDS} bands with the largest amplitude of each, and the frequencies to look at. */
public final class SpectrumText {
    public static final int BANDS = 256;
    private static final int DECIMALS = 5;

    private SpectrumText() {
    }

    private record Band(double frequency, double amplitude, double envelope) {
    }

    private record Mark(String name, double frequency) {
    }

    /**
     * JSON: {@code {"bands": {"f": [...], "a": [...], "e": [...]}, "marks": {"f": [...], "name": [...]}}}, f in Hz the middle of the band,
     * a of the acceleration and e of its envelope in m/s2.
     */
    public static String of(VibrationReport report, GearMesh mesh) {
        List<Band> bands = bands(report.spectrum(), report.envelope());
        List<Mark> marks = new ArrayList<>();
        report.lines().forEach(line -> marks.add(new Mark(line.part().code().toUpperCase(Locale.ROOT), line.expected())));
        if (!report.lines().isEmpty()) {
            marks.add(new Mark("mesh", mesh.frequency(report.shaft())));
            marks.add(new Mark("1x", report.shaft()));
        }
        return new JsonText()
                .with("bands", new JsonText().numbers("f", bands, Band::frequency, 1).numbers("a", bands, Band::amplitude, DECIMALS)
                        .numbers("e", bands, Band::envelope, DECIMALS))
                .with("marks", new JsonText().numbers("f", marks, Mark::frequency, 2).texts("name", marks, Mark::name)).toString();
    }

    private static List<Band> bands(Spectrum spectrum, Spectrum envelope) {
        int width = (spectrum.lines() + BANDS - 1) / BANDS;
        List<Band> bands = new ArrayList<>();
        for (int line = 0; line < spectrum.lines(); line += width) {
            int last = Math.min(line + width, spectrum.lines()) - 1;
            bands.add(new Band((line + last) / 2.0 * spectrum.resolution(), largest(spectrum, line, last), largest(envelope, line, last)));
        }
        return bands;
    }

    /** The line at 0 Hz holds no vibration: what it would say is the mean. */
    private static double largest(Spectrum spectrum, int from, int to) {
        double largest = 0;
        for (int i = Math.max(from, 1); i <= to; i++) {
            largest = Math.max(largest, spectrum.amplitude(i));
        }
        return largest;
    }
}
