package org.gemello.energy.gas;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.gemello.energy.numeric.RootSearch;

/**
 * A mixture of ideal gases with cp(T). Temperature K, enthalpy J/kg with the enthalpy of formation, so that combustion needs no
 * separate heating value.
 */
public final class Gas {
    /** Dry air by mole fraction (U.S. Standard Atmosphere 1976, Table 3, rounded). */
    public static final Gas AIR = new Gas(Map.of("N2", 0.78084, "O2", 0.20948, "AR", 0.00934, "CO2", 0.00034));
    private static final double MOLAR_GAS_CONSTANT = 8.314462618;
    private static final double METHANE_MOLAR_MASS = 0.0160425;
    private static final double COLDEST = 150;
    private static final double HOTTEST = 4000;
    private final Map<String, Double> fractions;
    private final double molarMass;

    private Gas(Map<String, Double> fractions) {
        this.fractions = new TreeMap<>(fractions);
        molarMass = sum(Species::molarMass);
    }

    /** The products of the complete combustion of methane in this gas; {@code ratio} is kg of fuel per kg of gas, lean. */
    public Gas burned(double ratio) {
        double fuel = ratio * molarMass / METHANE_MOLAR_MASS;
        if (!(ratio >= 0 && 2 * fuel <= fractions.getOrDefault("O2", 0.0))) {
            throw new IllegalArgumentException("fuel ratio of " + ratio + " cannot burn: the oxygen does not suffice");
        }
        Map<String, Double> products = new TreeMap<>(fractions);
        products.merge("O2", -2 * fuel, Double::sum);
        products.merge("CO2", fuel, Double::sum);
        products.merge("H2O", 2 * fuel, Double::sum);
        double moles = products.values().stream().mapToDouble(Double::doubleValue).sum();
        products.replaceAll((name, fraction) -> fraction / moles);
        return new Gas(products);
    }

    /** Specific gas constant, J/(kg K). */
    public double constant() {
        return MOLAR_GAS_CONSTANT / molarMass;
    }

    /** J/(kg K). */
    public double heatCapacity(double temperature) {
        return constant() * sum(species -> species.heatCapacity(temperature));
    }

    /** J/kg. */
    public double enthalpy(double temperature) {
        return constant() * sum(species -> species.enthalpy(temperature));
    }

    /** Temperature of a given enthalpy. */
    public double temperature(double enthalpy) {
        return search(this::enthalpy, enthalpy);
    }

    /** Temperature after an isentropic change of pressure by a factor. */
    public double isentropic(double temperature, double ratio) {
        return search(t -> sum(species -> species.entropy(t)), sum(species -> species.entropy(temperature)) + Math.log(ratio));
    }

    /** Temperature after a compression with an isentropic efficiency. */
    public double compressed(double temperature, double ratio, double efficiency) {
        double start = enthalpy(temperature);
        return temperature(start + (enthalpy(isentropic(temperature, ratio)) - start) / efficiency);
    }

    /** Temperature after an expansion from {@code ratio} to 1 with an isentropic efficiency. */
    public double expanded(double temperature, double ratio, double efficiency) {
        double start = enthalpy(temperature);
        return temperature(start + (enthalpy(isentropic(temperature, 1 / ratio)) - start) * efficiency);
    }

    private double search(DoubleUnaryOperator quantity, double wanted) {
        if (!(wanted >= quantity.applyAsDouble(COLDEST) && wanted <= quantity.applyAsDouble(HOTTEST))) {
            throw new IllegalArgumentException("no temperature of 150 to 4000 K has this enthalpy or entropy: " + wanted);
        }
        return RootSearch.of(t -> quantity.applyAsDouble(t) - wanted, COLDEST, HOTTEST, 1e-9);
    }

    private double sum(ToDoubleFunction<Species> quantity) {
        double sum = 0;
        for (Map.Entry<String, Double> part : fractions.entrySet()) {
            sum += part.getValue() * quantity.applyAsDouble(Species.named(part.getKey()));
        }
        return sum;
    }
}
