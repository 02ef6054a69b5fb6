package org.gemello.energy.rotor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.energy.rotor.Blade.Section;

/** Blade of the NREL 5-MW reference turbine: J. Jonkman and others, NREL/TP-500-38060, 2009, table 3-1. */
public final class Nrel5MwBlade {
    static final double TIP_RADIUS = 63;
    static final double HUB_RADIUS = 1.5;
    /** Distance from the blade root in m, twist in degrees, chord in m. */
    private static final double[][] STRIPS = {
        {1.3667, 13.308, 3.542}, {4.1, 13.308, 3.854}, {6.8333, 13.308, 4.167}, {10.25, 13.308, 4.557}, {14.35, 11.480, 4.652},
        {18.45, 10.162, 4.458}, {22.55, 9.011, 4.249}, {26.65, 7.795, 4.007}, {30.75, 6.544, 3.748}, {34.85, 5.361, 3.502},
        {38.95, 4.188, 3.256}, {43.05, 3.125, 3.010}, {47.15, 2.319, 2.764}, {51.25, 1.526, 2.518}, {54.6667, 0.863, 2.313},
        {57.4, 0.370, 2.086}, {60.1333, 0.106, 1.419}};
    private static final String[] AIRFOILS = {
        "Cylinder1", "Cylinder1", "Cylinder2", "DU40_A17", "DU35_A17", "DU35_A17", "DU30_A17", "DU25_A17", "DU25_A17", "DU21_A17",
        "DU21_A17", "NACA64_A17", "NACA64_A17", "NACA64_A17", "NACA64_A17", "NACA64_A17", "NACA64_A17"};

    private Nrel5MwBlade() {
    }

    /**
     * The blade with the polars of a folder.
     *
     * @param airfoils folder with the AeroDyn files {@code Cylinder1.dat} to {@code NACA64_A17.dat}
     */
    public static Blade read(Path airfoils) throws IOException {
        Map<String, Polar> polars = new HashMap<>();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < STRIPS.length; i++) {
            if (!polars.containsKey(AIRFOILS[i])) {
                polars.put(AIRFOILS[i], Polar.read(airfoils.resolve(AIRFOILS[i] + ".dat")));
            }
            sections.add(new Section(HUB_RADIUS + STRIPS[i][0], width(i), Math.toRadians(STRIPS[i][1]), STRIPS[i][2],
                    polars.get(AIRFOILS[i])));
        }
        return new Blade(3, HUB_RADIUS, TIP_RADIUS, sections);
    }

    /** The three strips at either end are 2.7333 m long, the others 4.1 m. */
    private static double width(int strip) {
        return strip < 3 || strip >= STRIPS.length - 3 ? 8.2 / 3 : 4.1;
    }
}
