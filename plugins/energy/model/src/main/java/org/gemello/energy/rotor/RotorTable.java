package org.gemello.energy.rotor;

/**
 * Coefficients of power, thrust and root moment of a rotor over tip-speed ratio and pitch, on an even grid, bilinear between its points:
 * a hundred times as fast as the blades themselves. Beyond the grid its edge counts. Yaw counts by the wind along the axis.
 */
public final class RotorTable implements Rotor {
    private static final double FIRST_RATIO = 1;
    private static final double RATIO_STEP = 0.25;
    private static final int RATIOS = 77;
    private static final double FIRST_PITCH = Math.toRadians(-8);
    private static final double PITCH_STEP = Math.toRadians(0.5);
    private static final int PITCHES = 87;
    /** Below this tip-speed ratio the rotor hardly moves; the torque of this one stands for it. */
    private static final double STANDSTILL = FIRST_RATIO;
    private final double radius;
    private final double[] power;
    private final double[] thrust;
    private final double[] rootMoment;

    private RotorTable(double radius, double[] power, double[] thrust, double[] rootMoment) {
        this.radius = radius;
        this.power = power;
        this.thrust = thrust;
        this.rootMoment = rootMoment;
    }

    /** Fills the grid, tip-speed ratios 1 to 20 and pitch -8 to 35 degrees, from another rotor. */
    public static RotorTable of(Rotor rotor) {
        double[] power = new double[RATIOS * PITCHES];
        double[] thrust = new double[RATIOS * PITCHES];
        double[] rootMoment = new double[RATIOS * PITCHES];
        RotorLoads loads = new RotorLoads();
        double wind = 10;
        for (int i = 0; i < RATIOS; i++) {
            double speed = (FIRST_RATIO + i * RATIO_STEP) * wind / rotor.radius();
            for (int j = 0; j < PITCHES; j++) {
                rotor.solve(wind, speed, FIRST_PITCH + j * PITCH_STEP, 0, 1, loads);
                power[i * PITCHES + j] = loads.powerCoefficient(speed, wind, 1, rotor.area());
                thrust[i * PITCHES + j] = loads.thrustCoefficient(wind, 1, rotor.area());
                rootMoment[i * PITCHES + j] = loads.rootMoment() / (0.5 * rotor.area() * wind * wind * rotor.radius());
            }
        }
        return new RotorTable(rotor.radius(), power, thrust, rootMoment);
    }

    @Override
    public double radius() {
        return radius;
    }

    @Override
    public void solve(double wind, double rotorSpeed, double pitch, double yaw, double density, RotorLoads out) {
        double along = wind * Math.cos(yaw);
        if (!(along > 0)) {
            out.torque = 0;
            out.thrust = 0;
            out.rootMoment = 0;
            return;
        }
        double ratio = Math.max(rotorSpeed * radius / along, STANDSTILL);
        double force = 0.5 * density * area() * along * along;
        out.torque = force * powerCoefficient(ratio, pitch) * radius / ratio;
        out.thrust = force * thrustCoefficient(ratio, pitch);
        out.rootMoment = force * radius * at(rootMoment, ratio, pitch);
    }

    /** This table and the difference of two others: what a change makes, found with less effort than this table. */
    RotorTable plus(RotorTable changed, RotorTable unchanged) {
        return new RotorTable(radius, plus(power, changed.power, unchanged.power), plus(thrust, changed.thrust, unchanged.thrust),
                plus(rootMoment, changed.rootMoment, unchanged.rootMoment));
    }

    private static double[] plus(double[] base, double[] changed, double[] unchanged) {
        double[] sum = new double[base.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = base[i] + changed[i] - unchanged[i];
        }
        return sum;
    }

    /** The largest power coefficient at zero pitch. */
    double bestPowerCoefficient() {
        double best = 0;
        for (int i = 0; i < RATIOS; i++) {
            best = Math.max(best, powerCoefficient(FIRST_RATIO + i * RATIO_STEP, 0));
        }
        return best;
    }

    /** Power coefficient, without unit, at a tip-speed ratio and a pitch in rad. */
    public double powerCoefficient(double tipSpeedRatio, double pitch) {
        return at(power, tipSpeedRatio, pitch);
    }

    /** Thrust coefficient, without unit, at a tip-speed ratio and a pitch in rad. */
    public double thrustCoefficient(double tipSpeedRatio, double pitch) {
        return at(thrust, tipSpeedRatio, pitch);
    }

    private static double at(double[] grid, double tipSpeedRatio, double pitch) {
        double row = Math.min(Math.max((tipSpeedRatio - FIRST_RATIO) / RATIO_STEP, 0), RATIOS - 1.0);
        double column = Math.min(Math.max((pitch - FIRST_PITCH) / PITCH_STEP, 0), PITCHES - 1.0);
        int i = Math.min((int) row, RATIOS - 2);
        int j = Math.min((int) column, PITCHES - 2);
        int corner = i * PITCHES + j;
        double low = grid[corner] + (column - j) * (grid[corner + 1] - grid[corner]);
        double high = grid[corner + PITCHES] + (column - j) * (grid[corner + PITCHES + 1] - grid[corner + PITCHES]);
        return low + (row - i) * (high - low);
    }
}
