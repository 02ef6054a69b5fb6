package org.gemello.energy.steam;

/**
 * Boiler, high-pressure section, reheater, low-pressure section, condenser and feed pump (Rankine cycle with one reheat; M. J.
 * Moran, H. N. Shapiro, Fundamentals of Engineering Thermodynamics, chapter 8). Part of the live steam leaks through the gland
 * between the sections, past the high-pressure blades into the reheater.
 *
 * @param flow live steam, kg/s
 * @param livePressure MPa
 * @param liveTemperature K
 * @param reheatPressure MPa, at the exhaust of the high-pressure section and in the reheater
 * @param reheatTemperature K
 * @param boilerEfficiency heat into the steam per heat of the fuel, 0 to 1
 * @param pumpEfficiency isentropic, 0 to 1
 * @param generatorEfficiency electrical per shaft power, 0 to 1
 */
public record SteamPlant(double flow, double livePressure, double liveTemperature, double reheatPressure, double reheatTemperature,
        double boilerEfficiency, double pumpEfficiency, double generatorEfficiency) {
    private static final double SECONDS_PER_HOUR = 3600;

    public SteamPlant {
        share(boilerEfficiency, "boiler efficiency");
        share(pumpEfficiency, "pump efficiency");
        share(generatorEfficiency, "generator efficiency");
        if (!(flow > 0 && livePressure > reheatPressure)) {
            throw new IllegalArgumentException("flow must be positive and live pressure above reheat pressure, here "
                + flow + " kg/s, " + livePressure + " and " + reheatPressure + " MPa");
        }
    }

    /** The balance of the plant in a condition of its sections. */
    public Balance balance(Condition condition) {
        WaterState live = Steam.at(livePressure, liveTemperature);
        WaterState highExhaust = expand(live, reheatPressure, condition.highEfficiency());
        double leak = condition.leakage() * flow;
        WaterState coldReheat = Steam.ofEnthalpy(reheatPressure,
            (1 - condition.leakage()) * highExhaust.enthalpy() + condition.leakage() * live.enthalpy());
        WaterState hotReheat = Steam.at(reheatPressure, reheatTemperature);
        WaterState lowExhaust = expand(hotReheat, condition.condenserPressure(), condition.lowEfficiency());
        WaterState condensate = Steam.liquid(condition.condenserPressure());
        WaterState feed = pump(condensate);
        double heat = flow * (live.enthalpy() - feed.enthalpy() + hotReheat.enthalpy() - coldReheat.enthalpy());
        double turbine = (flow - leak) * (live.enthalpy() - highExhaust.enthalpy())
            + flow * (hotReheat.enthalpy() - lowExhaust.enthalpy());
        double pumping = flow * (feed.enthalpy() - condensate.enthalpy());
        double rejected = flow * (lowExhaust.enthalpy() - condensate.enthalpy());
        return new Balance(highExhaust, coldReheat, lowExhaust, condensate, heat, heat / boilerEfficiency, turbine, pumping,
            turbine * generatorEfficiency - pumping, rejected);
    }

    /** Expansion with an isentropic efficiency. */
    static WaterState expand(WaterState inlet, double pressure, double efficiency) {
        WaterState ideal = Steam.ofEntropy(pressure, inlet.entropy());
        return Steam.ofEnthalpy(pressure, inlet.enthalpy() - efficiency * (inlet.enthalpy() - ideal.enthalpy()));
    }

    private WaterState pump(WaterState condensate) {
        WaterState ideal = Steam.ofEntropy(livePressure, condensate.entropy());
        return Steam.ofEnthalpy(livePressure,
            condensate.enthalpy() + (ideal.enthalpy() - condensate.enthalpy()) / pumpEfficiency);
    }

    private static void share(double value, String name) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be above 0 and at most 1, here " + value);
        }
    }

    /**
     * What drifts in the life of a plant.
     *
     * @param condenserPressure MPa
     * @param highEfficiency isentropic efficiency of the high-pressure section, 0 to 1
     * @param lowEfficiency isentropic efficiency of the low-pressure section, 0 to 1
     * @param leakage gland leakage past the high-pressure section per live steam, 0 to 1
     */
    public record Condition(double condenserPressure, double highEfficiency, double lowEfficiency, double leakage) {
    }

    /** States and flows of energy, all in kW. The net power is electrical, after the feed pump. */
    public record Balance(WaterState highExhaust, WaterState coldReheat, WaterState lowExhaust, WaterState condensate, double heat,
            double fuelHeat, double turbinePower, double pumpPower, double netPower, double rejectedHeat) {
        /** Net heat rate, kJ of fuel per kWh. */
        public double heatRate() {
            return fuelHeat / netPower * SECONDS_PER_HOUR;
        }

        /** Shaft work less pump work per heat into the steam. */
        public double cycleEfficiency() {
            return (turbinePower - pumpPower) / heat;
        }
    }
}
