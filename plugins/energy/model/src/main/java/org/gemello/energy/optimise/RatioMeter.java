package org.gemello.energy.optimise;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/**
 * Ratio of sums of two quantities that go together, such as measured and expected power at whatever wind there was, with its standard
 * deviation: residuals of blocks of ten seconds about the ratio (ratio estimator, W. G. Cochran, "Sampling Techniques", 6.4). For one
 * thread.
 */
public final class RatioMeter implements StatePart {
    private static final int BLOCK = 10;
    private double x;
    private double y;
    private double xx;
    private double xy;
    private double yy;
    private int blocks;
    private double blockX;
    private double blockY;
    private int seconds;

    /** A second: the quantity, and what it refers to. */
    public void add(double quantity, double reference) {
        blockX += quantity / BLOCK;
        blockY += reference / BLOCK;
        if (++seconds == BLOCK) {
            x += blockX;
            y += blockY;
            xx += blockX * blockX;
            xy += blockX * blockY;
            yy += blockY * blockY;
            blocks++;
            endBlock();
        }
    }

    /** Adds the full blocks of another. */
    void add(RatioMeter other) {
        x += other.x;
        y += other.y;
        xx += other.xx;
        xy += other.xy;
        yy += other.yy;
        blocks += other.blocks;
    }

    private void endBlock() {
        blockX = 0;
        blockY = 0;
        seconds = 0;
    }

    /** Forgets everything. */
    public void clear() {
        x = 0;
        y = 0;
        xx = 0;
        xy = 0;
        yy = 0;
        blocks = 0;
        endBlock();
    }

    /** Full blocks of ten seconds. */
    public int blocks() {
        return blocks;
    }

    /** NaN where there is nothing to divide by. */
    public double ratio() {
        return y > 0 ? x / y : Double.NaN;
    }

    /** Mean of what it refers to. */
    public double reference() {
        return blocks > 0 ? y / blocks : Double.NaN;
    }

    /** Standard deviation of the ratio; NaN with fewer than three blocks. */
    public double deviation() {
        if (blocks < 3 || !(y > 0)) {
            return Double.NaN;
        }
        double ratio = x / y;
        double residual = Math.max(xx - 2 * ratio * xy + ratio * ratio * yy, 0);
        return Math.sqrt(residual * blocks / (blocks - 1.0)) / y;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (double each : new double[] {x, y, xx, xy, yy, blockX, blockY}) {
            out.writeDouble(each);
        }
        out.writeInt(blocks);
        out.writeInt(seconds);
    }

    @Override
    public void read(DataInput in) throws IOException {
        x = in.readDouble();
        y = in.readDouble();
        xx = in.readDouble();
        xy = in.readDouble();
        yy = in.readDouble();
        blockX = in.readDouble();
        blockY = in.readDouble();
        blocks = in.readInt();
        seconds = in.readInt();
    }
}
