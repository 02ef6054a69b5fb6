package org.gemello.energy.turbine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.gemello.energy.rotor.RotorTable;

/**
 * The NREL offshore 5-MW baseline wind turbine: J. Jonkman and others, "Definition of a 5-MW reference wind turbine for offshore
 * system development", NREL/TP-500-38060, 2009; controller values as in its published controller source.
 */
public final class Nrel5Mw {
    /** Density of the standard atmosphere at sea level in kg/m3, to which the turbine's figures refer. */
    public static final double REFERENCE_DENSITY = 1.225;
    private static final double ROTOR_INERTIA = 38.76e6;
    private static final double GENERATOR_INERTIA = 534.116;
    private static final double GEAR_RATIO = 97;
    private static final TurbineDesign DESIGN = load();

    private Nrel5Mw() {
    }

    public static TurbineDesign design() {
        return DESIGN;
    }

    private static TurbineDesign load() {
        String table = "nrel-5mw-rotor.csv";
        try (InputStream in = RotorTable.class.getResourceAsStream(table)) {
            return new TurbineDesign(RotorTable.read(in, table), 63, GEAR_RATIO,
                    ROTOR_INERTIA + GENERATOR_INERTIA * GEAR_RATIO * GEAR_RATIO, 0.944,
                    Math.cos(Math.toRadians(5)) * Math.cos(Math.toRadians(2.5)), 3, 25,
                    new TorqueLaw(70.16224, 91.21091, 2.332287, 121.6805, 0.10, 5_296_610, 47_402.91, 15_000),
                    new PitchLaw(0.01882681, 0.008068634, 0.1099965, 122.9096, Math.PI / 2, Math.toRadians(8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the rotor table in the bundle is broken", e);
        }
    }
}
