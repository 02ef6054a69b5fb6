package org.gemello.energy.performance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Mean of a direction: of the arrows, so that north is no edge. Mutable. */
final class Heading {
    private double east;
    private double north;

    void add(double degrees) {
        east += Math.sin(Math.toRadians(degrees));
        north += Math.cos(Math.toRadians(degrees));
    }

    /** In degrees from 0 to 360; NaN where there was nothing. */
    double mean() {
        double degrees = Math.toDegrees(Math.atan2(east, north));
        return east == 0 && north == 0 ? Double.NaN : degrees < 0 ? degrees + 360 : degrees;
    }

    void clear() {
        east = 0;
        north = 0;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(east);
        out.writeDouble(north);
    }

    void read(DataInput in) throws IOException {
        east = in.readDouble();
        north = in.readDouble();
    }
}
