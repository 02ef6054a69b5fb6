package org.gemello.energy.rotor;

import java.util.ArrayList;
import java.util.List;
import org.gemello.energy.rotor.Blade.Section;

/**
 * A rotor whose blades are rough: ice, dirt or erosion on the outer third, where the blade is fastest, costs lift and adds drag. Full
 * roughness is rime of moderate thickness: lift 15 % less, drag 0.02 more (measured on the outer blade: 5 to 40 % less lift, one to four
 * times the drag; C. Hochart and others, "Wind turbine performance under icing conditions", Wind Energy 11, 2008). Less of it, and more, is
 * taken as linear. Immutable.
 */
public final class RoughRotor {
    private static final double FROM = 2.0 / 3;
    private static final double LIFT = 0.85;
    private static final double DRAG = 0.02;
    private final RotorTable clean;
    private final RotorTable rough;
    private final double fullLoss;

    private RoughRotor(RotorTable clean, RotorTable rough) {
        this.clean = clean;
        this.rough = rough;
        fullLoss = 1 - rough.bestPowerCoefficient() / clean.bestPowerCoefficient();
    }

    /**
     * @param blades the clean ones
     * @param table  the same rotor as a table
     */
    public static RoughRotor of(BladeElementMomentum blades, RotorTable table) {
        RotorTable without = RotorTable.of(blades.with(blade -> blade));
        return new RoughRotor(table, table.plus(RotorTable.of(blades.with(RoughRotor::roughened)), without));
    }

    private static Blade roughened(Blade clean) {
        List<Section> sections = new ArrayList<>();
        for (Section section : clean.sections()) {
            boolean outer = section.span() > FROM * (clean.tipRadius() - clean.hubRadius());
            sections.add(outer ? new Section(section.span(), section.width(), section.twist(), section.chord(), section.prebend(),
                    section.polar().changed(LIFT, DRAG)) : section);
        }
        return new Blade(clean.count(), clean.hubRadius(), clean.tipRadius(), clean.precone(), sections);
    }

    /** Radius in m. */
    public double radius() {
        return clean.radius();
    }

    /** Share of the best power coefficient that full roughness costs. */
    public double fullLoss() {
        return fullLoss;
    }

    /**
     * Loads as {@link Rotor#solve} has them.
     *
     * @param loss share of the best power coefficient that is lost, 0 to about three times the full loss
     */
    public void solve(double wind, double rotorSpeed, double pitch, double yaw, double density, double loss, RotorLoads out) {
        clean.solve(wind, rotorSpeed, pitch, yaw, density, out);
        if (loss == 0) {
            return;
        }
        double torque = out.torque;
        double thrust = out.thrust;
        double rootMoment = out.rootMoment;
        double share = loss / fullLoss;
        rough.solve(wind, rotorSpeed, pitch, yaw, density, out);
        out.torque = torque + share * (out.torque - torque);
        out.thrust = thrust + share * (out.thrust - thrust);
        out.rootMoment = rootMoment + share * (out.rootMoment - rootMoment);
    }
}
