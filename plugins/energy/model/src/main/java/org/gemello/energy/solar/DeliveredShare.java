package org.gemello.energy.solar;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/** Which share of its expectation a plant has delivered of late, and how much that varies. */
public final class DeliveredShare implements StatePart {
    /** Share of its rating below which an expectation says nothing: night, dusk. */
    private static final double LEAST = 0.05;
    private double factor = 1;
    private double spread = 0.1;

    /**
     * Learns from a measured AC power in W; NaN, night and clipped moments are passed over.
     *
     * @param memory weight of one new measurement, above 0 and below 1; 0.02 with 15-minute values remembers about a day
     */
    public void learn(PvPlant plant, PvPlant.Output expected, double measured, double memory) {
        if (Double.isFinite(measured) && expected.ac() > LEAST * plant.inverter().rated() && !expected.clipped()) {
            double ratio = Math.max(0, Math.min(1.5, measured / expected.ac()));
            spread += memory * (Math.abs(ratio - factor) * 1.25 - spread);
            factor += memory * (ratio - factor);
        }
    }

    /** Delivered over expected. */
    public double factor() {
        return factor;
    }

    /** Standard deviation of that share. */
    public double spread() {
        return spread;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(factor);
        out.writeDouble(spread);
    }

    @Override
    public void read(DataInput in) throws IOException {
        factor = in.readDouble();
        spread = in.readDouble();
    }
}
