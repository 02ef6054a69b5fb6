package org.gemello.pack.energy.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.ValueKind;
import org.gemello.api.command.Command;
import org.gemello.api.twin.Severity;
import org.gemello.energy.twin.BeatMonitor;
import org.gemello.energy.twin.Drift;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.Estimate.AlarmChange;
import org.gemello.energy.twin.Parameter;
import org.gemello.energy.twin.WindTurbineInput;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.energy.twin.WindTurbineTwin;
import org.gemello.spi.Effects;
import org.gemello.spi.TwinBehavior;

/** Hands samples to the twin of the model and its conclusions to the platform. */
final class WindTurbineBehavior implements TwinBehavior<WindTurbineState> {
    private static final String BEAT = "WTUR.Beat";
    private static final Map<String, Severity> SEVERITIES = Map.of(WindTurbineTwin.UNDERPERFORMANCE, Severity.MEDIUM,
            WindTurbineTwin.WIND_SENSOR, Severity.LOW, WindTurbineTwin.PARAMETER_DRIFT, Severity.LOW);
    private final WindTurbineTwin twin;

    WindTurbineBehavior(WindTurbineTwin twin) {
        this.twin = twin;
    }

    @Override
    public WindTurbineState initial() {
        return new WindTurbineState();
    }

    @Override
    public void onSamples(WindTurbineState state, SampleBatch batch, Effects out) {
        for (int row = 0; row < batch.size(); row++) {
            String point = batch.point(row).name();
            if (point.equals(BEAT)) {
                countBeat(state, batch, row);
            } else {
                Optional<WindTurbineInput> input = WindTurbineInput.of(point);
                if (input.isPresent()) {
                    twin.observe(state, input.get(), batch.doubleValue(row), batch.quality(row), batch.sourceTime(row))
                            .ifPresent(estimate -> tell(estimate, out));
                }
            }
        }
    }

    /** Only good ones: a last value that is told again because the source is gone is no beat. */
    private static void countBeat(WindTurbineState state, SampleBatch batch, int row) {
        double beat = batch.doubleValue(row);
        if (!Double.isNaN(beat) && batch.quality(row).isGood()) {
            state.beats().beat(batch.kind(row) == ValueKind.LONG ? batch.bits(row) : (long) beat, batch.sourceTime(row));
        }
    }

    private static void tell(Estimate estimate, Effects out) {
        derive("WTUR.ExpW", estimate.expected(), estimate.quality(), estimate.time(), out);
        derive("WTUR.ResW", estimate.residual(), estimate.quality(), estimate.time(), out);
        derive("WTUR.ResPct", estimate.percent(), estimate.quality(), estimate.time(), out);
        derive("WROT.Tsr", estimate.tipSpeedRatio(), estimate.rotorQuality(), estimate.time(), out);
        derive("WROT.Cp", estimate.coefficient(), estimate.quality(), estimate.time(), out);
        derive("WTUR.ResInt", estimate.interval(), estimate.quality(), estimate.time(), out);
        derive("WROT.ExpRotSpd", estimate.sound().rotorSpeed(), estimate.quality(), estimate.time(), out);
        derive("WROT.ExpPtAng", estimate.sound().pitch(), estimate.quality(), estimate.time(), out);
        derive("WROT.ExpThrust", estimate.sound().thrust(), estimate.quality(), estimate.time(), out);
        tellDrift(estimate, out);
        for (AlarmChange change : estimate.alarms()) {
            if (change.active()) {
                out.raise(change.alarm(), SEVERITIES.get(change.alarm()), change.message(), estimate.time());
            } else {
                out.clear(change.alarm(), change.message(), estimate.time());
            }
        }
    }

    /** A value of several that could be it is uncertain. */
    private static void tellDrift(Estimate estimate, Effects out) {
        Drift drift = estimate.drift();
        Quality quality = drift.candidates().isEmpty() || drift.isCertain() ? estimate.quality() : Quality.UNCERTAIN.worst(estimate.quality());
        derive("WTUR.EstLoss", 100 * drift.value(Parameter.POWER_LOSS), quality, estimate.time(), out);
        derive("WTUR.EstYaw", Math.toDegrees(drift.value(Parameter.YAW_ERROR)), quality, estimate.time(), out);
        derive("WROT.EstPtAng", Math.toDegrees(drift.value(Parameter.PITCH_OFFSET)), quality, estimate.time(), out);
        derive("WTUR.EstAirDens", 100 * drift.value(Parameter.AIR_DENSITY), quality, estimate.time(), out);
    }

    private static void derive(String point, double value, Quality quality, long time, Effects out) {
        if (!Double.isNaN(value)) {
            out.derive(point, value, quality, time);
        }
    }

    /** Beats are told by the clock: their last numbers must be seen even where no further one comes. */
    @Override
    public void onTick(WindTurbineState state, Instant now, Effects out) {
        if (state.takeBeatNews()) {
            BeatMonitor beats = state.beats();
            out.derive("WTUR.BeatCount", beats.received(), Quality.GOOD, beats.time());
            out.derive("WTUR.BeatMissed", beats.missed(), Quality.GOOD, beats.time());
            out.derive("WTUR.BeatRepeated", beats.repeated(), Quality.GOOD, beats.time());
            out.derive("WTUR.BeatRestarts", beats.restarts(), Quality.GOOD, beats.time());
        }
    }

    @Override
    public void onCommand(WindTurbineState state, Command command, Effects out) {
        switch (command.name()) {
            case WindTurbineModel.SET_POWER_LIMIT -> out.write("WTUR.SetW", command.argument("limit"));
            case WindTurbineModel.SET_PITCH -> out.write("WROT.SetPtAng", command.argument("angle"));
            default -> out.reject("a wind turbine does not know the command " + command.name());
        }
    }
}
