package org.gemello.energy.rotor;

import java.util.function.UnaryOperator;

/**
 * Steady loads of a rotor by blade element momentum theory, strip by strip as {@link StripSolver} has it. Where the rotor is tilted
 * or yawed the strips are solved at several positions of the blade and the mean is taken; the wake is then skewed after Pitt and
 * Peters, with the wake's angle by T. Burton and others ("Wind Energy Handbook", equation 3.84). Immutable; nothing is allocated.
 */
public final class BladeElementMomentum implements Rotor {
    /** Less wind than this, in m/s, gives no loads. */
    private static final double CALM = 0.01;
    private static final double SLOW = 1e-3;
    private final Blade blade;
    private final double sinTilt;
    private final double cosTilt;
    private final double hubHeight;
    private final double shear;
    private final int sectors;
    private final Strip[] strips;

    /** A rotor without tilt in wind that is the same everywhere, solved at one position of the blades: the fast form. */
    public BladeElementMomentum(Blade blade) {
        this(blade, 0, 1, 0, 1);
    }

    /**
     * @param tilt    of the axis against the horizontal in rad, upwards ahead
     * @param sectors positions of the blade over which the loads are averaged, 1 to 36. With 1 only the wind along the axis counts:
     *                exact without tilt, yaw and shear, and the fast form
     * @param shear   exponent of the wind's power law over height, 0 to 0.5
     * @param hubHeight in m, above the tip radius where there is shear
     */
    public BladeElementMomentum(Blade blade, double tilt, int sectors, double shear, double hubHeight) {
        if (sectors < 1 || sectors > 36) {
            throw new IllegalArgumentException("sectors is " + sectors + ", it must be from 1 to 36");
        }
        if (shear != 0 && !(hubHeight > blade.tipRadius())) {
            throw new IllegalArgumentException("hubHeight is " + hubHeight + " m, the blades reach " + blade.tipRadius() + " m down");
        }
        this.blade = blade;
        this.shear = shear;
        this.hubHeight = hubHeight;
        this.sinTilt = Math.sin(tilt);
        this.cosTilt = Math.cos(tilt);
        this.sectors = sectors;
        this.strips = new Strip[blade.sections().size()];
        for (int i = 0; i < strips.length; i++) {
            strips[i] = new Strip(blade, i);
        }
    }

    /** The same rotor with other blades, solved at one position of the blades. */
    BladeElementMomentum with(UnaryOperator<Blade> change) {
        return new BladeElementMomentum(change.apply(blade), Math.asin(sinTilt), 1, shear, hubHeight);
    }

    @Override
    public double radius() {
        return blade.tipRadius();
    }

    @Override
    public void solve(double wind, double rotorSpeed, double pitch, double yaw, double density, RotorLoads out) {
        out.torque = 0;
        out.thrust = 0;
        out.rootMoment = 0;
        if (!(wind >= CALM)) {
            return;
        }
        double cosYaw = Math.cos(yaw);
        double sideways = sectors == 1 ? 0 : -wind * Math.sin(yaw);
        double upwards = sectors == 1 ? 0 : wind * cosYaw * sinTilt;
        double ahead = wind * cosYaw * cosTilt;
        for (int sector = 0; sector < sectors; sector++) {
            double azimuth = 2 * Math.PI * sector / sectors;
            double sin = Math.sin(azimuth);
            double cos = Math.cos(azimuth);
            sector(ahead, sideways * sin + upwards * cos, upwards * sin - sideways * cos, cos, rotorSpeed, pitch, out);
        }
        double ofBlade = 0.5 * density / sectors;
        out.torque *= ofBlade * blade.count();
        out.thrust *= ofBlade * blade.count();
        out.rootMoment *= ofBlade;
    }

    /**
     * Adds one position of the blade: wind along the axis, outward along the blade, and against the blade's motion, in m/s; {@code up} is
     * 1 where the blade points upwards, -1 downwards.
     */
    private void sector(double ahead, double outward, double against, double up, double rotorSpeed, double pitch, RotorLoads out) {
        StripSolver solver = out.strip;
        double crosswise = Math.hypot(outward, against);
        double skew = crosswise > 0 ? Math.atan2(crosswise, Math.abs(ahead)) : 0;
        double downwind = crosswise > 0 ? outward / crosswise : 0;
        for (Strip strip : strips) {
            double height = shear == 0 || sectors == 1 ? 1 : Math.pow(1 + strip.radius * up / hubHeight, shear);
            double through = height * (ahead * strip.cosCone + outward * strip.sinCone);
            double around = Math.max(rotorSpeed * strip.radius + height * against, SLOW);
            solver.solve(strip, pitch, through, around);
            if (skew > 0) {
                double wake = (0.6 * Math.max(solver.axial, 0) + 1) * skew;
                double slope = 15 * Math.PI / 32 * Math.tan(wake / 2) * strip.radius / blade.tipRadius();
                solver.skew(1 + slope * downwind);
            }
            double pressure = solver.relativeSpeedSquared() * strip.chord * strip.width;
            out.thrust += solver.normal * pressure * strip.cosCone;
            out.torque += solver.tangential * pressure * strip.radius;
            out.rootMoment += solver.normal * pressure * (strip.radius - blade.hubRadius());
        }
    }
}
