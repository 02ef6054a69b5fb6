package org.gemello.pack.energy.internal;

import java.time.Instant;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.ValueKind;
import org.gemello.energy.twin.BeatMonitor;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;

/** Counts the beats of the controller: whether every sample arrives. */
final class BeatAspect implements Aspect {
    private static final String BEAT = "WTUR.Beat";
    private static final double HIGHEST_COUNT = 4_294_967_295.0;

    static void points(Points points) {
        points.measured(BEAT, "1", 0, HIGHEST_COUNT)
                .derived("WTUR.BeatCount", "1")
                .derived("WTUR.BeatMissed", "1")
                .derived("WTUR.BeatRepeated", "1")
                .derived("WTUR.BeatRestarts", "1");
    }

    /** Only good ones: a last value that is told again because the source is gone is no beat. */
    @Override
    public void onSample(WindTurbineState state, SampleBatch batch, int row, Effects out) {
        if (!batch.point(row).name().equals(BEAT)) {
            return;
        }
        double beat = batch.doubleValue(row);
        if (!Double.isNaN(beat) && batch.quality(row).isGood()) {
            state.beats().beat(batch.kind(row) == ValueKind.LONG ? batch.bits(row) : (long) beat, batch.sourceTime(row));
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
}
