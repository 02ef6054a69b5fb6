package org.gemello.energy.gas;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Heat capacity, enthalpy and entropy of an ideal gas by NASA 7-coefficient polynomials (Gordon, McBride, NASA SP-273). */
record Species(double molarMass, double[] high, double[] low) {
    private static final double SPLIT = 1000;
    private static final Map<String, Species> ALL = Table.rows("species.csv").stream()
        .collect(Collectors.toUnmodifiableMap(row -> row[0], Species::of));

    static Species named(String name) {
        return ALL.get(name);
    }

    /** cp/R at a temperature in K. */
    double heatCapacity(double t) {
        double[] a = coefficients(t);
        return a[0] + t * (a[1] + t * (a[2] + t * (a[3] + t * a[4])));
    }

    /** h/R in K, with the enthalpy of formation at 298.15 K. */
    double enthalpy(double t) {
        double[] a = coefficients(t);
        return a[5] + t * (a[0] + t * (a[1] / 2 + t * (a[2] / 3 + t * (a[3] / 4 + t * a[4] / 5))));
    }

    /** s/R at one standard pressure. */
    double entropy(double t) {
        double[] a = coefficients(t);
        return a[6] + a[0] * Math.log(t) + t * (a[1] + t * (a[2] / 2 + t * (a[3] / 3 + t * a[4] / 4)));
    }

    private double[] coefficients(double t) {
        return t >= SPLIT ? high : low;
    }

    private static Species of(String[] row) {
        double[] numbers = Arrays.stream(row, 1, row.length).mapToDouble(Double::parseDouble).toArray();
        return new Species(numbers[0], Arrays.copyOfRange(numbers, 1, 8), Arrays.copyOfRange(numbers, 8, 15));
    }
}
