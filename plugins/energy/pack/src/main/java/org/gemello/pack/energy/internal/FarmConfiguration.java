package org.gemello.pack.energy.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.gemello.spi.TwinContext;

/** What the integrator says of a farm: for each turbine its place as {@code wt-01: "0,0"}, metres east and north; the rest is optional. */
final class FarmConfiguration {
    private static final Set<String> KEYS = Set.of("turbineType", "wakeModel", "wakeDecay", "turbulence", "standsOut", "airDensity");

    private FarmConfiguration() {
    }

    /** @throws IllegalArgumentException where something is missing or makes no sense; the message names it */
    static FarmSettings read(TwinContext context) {
        List<TwinId> parts = context.parts().getOrDefault(WindFarmType.TURBINE, List.of());
        Set<String> names = new HashSet<>();
        parts.forEach(part -> names.add(part.value()));
        Configurations.allowOnly(context, KEYS, names);
        TurbineDesign design = TurbineTypes.shipped(context.configuration().getOrDefault("turbineType", "nrel-5mw"));
        double density = context.number("airDensity", design.operation().density());
        double turbulence = context.number("turbulence", 10);
        double standsOut = context.number("standsOut", 8);
        double decay = context.number("wakeDecay", Double.NaN);
        try {
            TurbineCurve curve = TurbineCurve.of(design, SteadyCurve.of(design), design.operation().density());
            List<WakeTurbine> turbines = new ArrayList<>();
            for (TwinId part : parts) {
                turbines.add(turbine(part.value(), context.configuration().get(part.value()), curve));
            }
            return new FarmSettings(turbines, model(context.configuration().getOrDefault("wakeModel", "gauss"), decay),
                    design.operation().density(), density, turbulence / 100, standsOut);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("twin " + context.twin() + ": " + e.getMessage(), e);
        }
    }

    private static WakeModel model(String name, double decay) {
        if (name.equals("gauss") && Double.isNaN(decay)) {
            return new Gauss();
        }
        if (name.equals("jensen")) {
            return Double.isNaN(decay) ? Jensen.byTurbulence() : Jensen.withDecay(decay);
        }
        throw new IllegalArgumentException(name.equals("gauss") ? "wakeDecay belongs to the wakeModel jensen"
                : "wakeModel is '" + name + "', it must be gauss or jensen");
    }

    private static WakeTurbine turbine(String name, String place, TurbineCurve curve) {
        String[] numbers = place == null ? new String[0] : place.split(",");
        try {
            return new WakeTurbine(name, Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), curve);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the place of turbine " + name + " is " + (place == null ? "missing" : "'" + place + "'")
                    + "; write metres east and north, as in " + name + ": \"630,0\"", e);
        }
    }
}
