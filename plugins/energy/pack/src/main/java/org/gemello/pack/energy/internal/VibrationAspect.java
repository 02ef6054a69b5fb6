package org.gemello.pack.energy.internal;

import static org.gemello.pack.energy.internal.Telling.derive;

import java.util.Optional;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.ValueKind;
import org.gemello.api.twin.Severity;
import org.gemello.energy.twin.WindTurbineCondition;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.energy.vibration.BearingPart;
import org.gemello.energy.vibration.FaultLine;
import org.gemello.energy.vibration.VibrationReport;
import org.gemello.spi.Effects;

/** Bursts of the accelerometer at the gearbox: bands, the gear mesh, and faults of the bearing. */
final class VibrationAspect implements Aspect {
    static final String UNREADABLE = "vibration-sensor";
    private static final String BURST = "WTRM.VibBurst";
    private static final String SPECTRUM = "WTRM.VibSpec";
    private final WindTurbineCondition condition;

    VibrationAspect(WindTurbineCondition condition) {
        this.condition = condition;
    }

    static void points(Points points) {
        points.measured(BURST, "m/s2", -10_000, 10_000)
                .derived(SPECTRUM, "m/s2")
                .derived("WTRM.VibVel", "mm/s")
                .derived("WTRM.VibAcc", "m/s2")
                .derived("WTRM.VibCrest", "1")
                .derived("WTRM.VibKurt", "1")
                .derived("WTRM.VibMesh", "m/s2");
        for (BearingPart part : BearingPart.values()) {
            points.derived(amplitude(part), "m/s2").derived(confidence(part), "%");
        }
    }

    private static String amplitude(BearingPart part) {
        return "WTRM." + part.code() + "Amp";
    }

    private static String confidence(BearingPart part) {
        return "WTRM." + part.code() + "Conf";
    }

    @Override
    public void onSample(WindTurbineState state, SampleBatch batch, int row, Effects out) {
        if (!batch.point(row).name().equals(BURST) || batch.kind(row) != ValueKind.TEXT || batch.quality(row).isBad()) {
            return;
        }
        long time = batch.sourceTime(row);
        try {
            Optional<VibrationReport> report = condition.burst(state, batch.text(row), time);
            report.ifPresent(each -> tell(state, each, batch.quality(row), time, out));
            out.clear(UNREADABLE, "bursts can be read again", time);
        } catch (IllegalArgumentException e) {
            out.raise(UNREADABLE, Severity.LOW, e.getMessage(), time);
        }
    }

    private void tell(WindTurbineState state, VibrationReport report, Quality quality, long time, Effects out) {
        derive("WTRM.VibVel", 1000 * report.velocity(), quality, time, out);
        derive("WTRM.VibAcc", report.acceleration(), quality, time, out);
        derive("WTRM.VibCrest", report.crest(), quality, time, out);
        derive("WTRM.VibKurt", report.kurtosis(), quality, time, out);
        derive("WTRM.VibMesh", report.mesh(), quality, time, out);
        for (FaultLine line : report.lines()) {
            derive(amplitude(line.part()), line.amplitude(), quality, time, out);
            derive(confidence(line.part()), 100 * line.confidence(), quality, time, out);
        }
        condition.spectrum(state, report, time).ifPresent(spectrum -> out.derive(SPECTRUM, spectrum, quality, time));
        report.alarm().ifPresent(alarm -> Telling.alarm(alarm, Severity.HIGH, time, out));
    }
}
