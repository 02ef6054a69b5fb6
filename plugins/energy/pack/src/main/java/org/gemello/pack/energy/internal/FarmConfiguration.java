package org.gemello.pack.energy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.energy.farm.FarmSettings;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.TurbineTypes;
import org.gemello.energy.wake.Gauss;
import org.gemello.energy.wake.Jensen;
import org.gemello.energy.wake.TurbineCurve;
import org.gemello.energy.wake.WakeModel;
import org.gemello.energy.wake.WakeTurbine;

/**
 * What the integrator says of a farm: for each turbine its place as {@code wt-01: "0,0"}, metres east and north; the rest is optional.
 *
 * @param density    NaN for that of the turbines' curves
 * @param turbulence in percent
 * @param decay      NaN where it follows from the turbulence
 * @param places     by turbine, metres east and north
 */
record FarmConfiguration(String turbineType, String wakeModel, double decay, double density, double turbulence, double standsOut,
                         Map<TwinId, double[]> places) {

    static FarmConfiguration read(Given given) {
        return new FarmConfiguration(given.choice("turbineType", TurbineTypes.names().toArray(String[]::new)),
                given.choice("wakeModel", "gauss", "jensen"), given.dependent("wakeDecay", "1", Double.NaN, 0.001, 0.999),
                given.dependent("airDensity", "kg/m3", Double.NaN, 0.7, 1.6), given.number("turbulence", "%", 10, 0.1, 59.9),
                given.number("standsOut", "%", 8, 0.1, 100), given.ofEach(WindFarmType.TURBINE, "place", "m"));
    }

    /** @throws IllegalArgumentException where values do not go together; the message names them */
    FarmSettings settings() {
        TurbineDesign design = TurbineTypes.shipped(turbineType);
        double reference = design.operation().density();
        TurbineCurve curve = TurbineCurve.of(design, SteadyCurve.of(design), reference);
        List<WakeTurbine> turbines = new ArrayList<>();
        places.forEach((part, place) -> turbines.add(turbine(part.value(), place, curve)));
        return new FarmSettings(turbines, model(), reference, Double.isNaN(density) ? reference : density, turbulence / 100, standsOut);
    }

    private WakeModel model() {
        if (wakeModel.equals("jensen")) {
            return Double.isNaN(decay) ? Jensen.byTurbulence() : Jensen.withDecay(decay);
        } else if (!Double.isNaN(decay)) {
            throw new IllegalArgumentException("wakeDecay belongs to the wakeModel jensen");
        }
        return new Gauss();
    }

    private static WakeTurbine turbine(String name, double[] place, TurbineCurve curve) {
        if (place.length != 2) {
            throw new IllegalArgumentException("the place of turbine " + name + " has " + place.length + " numbers; write metres east and north, as in "
                    + name + ": \"630,0\"");
        }
        return new WakeTurbine(name, place[0], place[1], curve);
    }
}
