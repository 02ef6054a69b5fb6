package org.gemello.energy.farm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.api.Quality;
import org.gemello.energy.signal.Hysteresis;
import org.gemello.energy.signal.LowPass;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.signal.StatePart;
import org.gemello.energy.turbine.TurbineStatus;

/** What a farm's twin remembers of one turbine: means of a minute, and last values. About 900 bytes. Mutable. */
final class TurbineView implements StatePart {
    /** Time constant in s of the means. */
    static final double MEAN = 60;
    private static final double LARGEST_YAW = 60;
    final LowPass wind = new LowPass();
    final LowPass power = new LowPass();
    final LowPass expected = new LowPass();
    /** Nacelle less vane in degrees. */
    final LowPass yaw = new LowPass();
    final LowPass east = new LowPass();
    final LowPass north = new LowPass();
    final Hysteresis outlier = new Hysteresis();
    private final Signal[] last = new Signal[FarmInput.values().length];

    TurbineView() {
        for (int i = 0; i < last.length; i++) {
            last[i] = new Signal();
        }
    }

    void observe(FarmInput input, double value, Quality quality, long time) {
        last[input.ordinal()].update(value, quality, time);
        if (Double.isNaN(value) || !quality.isGood()) {
            return;
        }
        switch (input) {
            case WIND -> wind.set(value, time, MEAN);
            case POWER -> power.set(value, time, MEAN);
            case EXPECTED -> expected.set(value, time, MEAN);
            case VANE -> {
                east.set(Math.sin(Math.toRadians(value)), time, MEAN);
                north.set(Math.cos(Math.toRadians(value)), time, MEAN);
            }
            case NACELLE -> {
                double error = Math.IEEEremainder(value - last(FarmInput.VANE).value(), 360);
                if (last(FarmInput.VANE).quality().isGood() && Math.abs(error) < LARGEST_YAW) {
                    yaw.set(error, time, MEAN);
                }
            }
            default -> {
                // the last value is all that counts
            }
        }
    }

    void advance(long now) {
        wind.advance(now, MEAN);
        power.advance(now, MEAN);
        expected.advance(now, MEAN);
        yaw.advance(now, MEAN);
        east.advance(now, MEAN);
        north.advance(now, MEAN);
    }

    Signal last(FarmInput input) {
        return last[input.ordinal()];
    }

    /** True where its wind and power are measured well. */
    boolean isSeen() {
        return last(FarmInput.WIND).quality().isGood() && last(FarmInput.POWER).quality().isGood();
    }

    /** True where it does not stand still. */
    boolean runs() {
        Signal status = last(FarmInput.STATUS);
        return status.isKnown() ? status.value() == TurbineStatus.PRODUCING.code() : power.mean() > 0;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (StatePart part : new StatePart[] {wind, power, expected, yaw, east, north, outlier}) {
            part.write(out);
        }
        for (Signal signal : last) {
            signal.write(out);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (StatePart part : new StatePart[] {wind, power, expected, yaw, east, north, outlier}) {
            part.read(in);
        }
        for (Signal signal : last) {
            signal.read(in);
        }
    }
}
