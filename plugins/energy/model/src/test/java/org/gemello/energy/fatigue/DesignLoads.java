package org.gemello.energy.fatigue;

import java.util.EnumMap;
import java.util.Map;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;

/** Equivalent loads over the life of a turbine that is simulated in the wind of a class of IEC 61400-1, ten minutes for each 2 m/s. */
final class DesignLoads {
    private static final double STEP = 0.1;

    private DesignLoads() {
    }

    static Map<Component, Double> of(TurbineDesign turbine, LoadDesign design, double meanWind) {
        Map<Component, Double> loads = new EnumMap<>(Component.class);
        WindClimate climate = new WindClimate();
        for (int place = 1; place <= 12; place++) {
            FatigueState state = run(turbine, design, 2 * place + 1, 600, place);
            for (ComponentDesign each : design.components()) {
                double load = state.life(each.component()).shortTermLoad(each);
                loads.merge(each.component(), climate.share(place, meanWind) * Math.pow(load, each.curve().exponent()), Double::sum);
            }
        }
        for (ComponentDesign each : design.components()) {
            loads.computeIfPresent(each.component(), (component, sum) -> Math.pow(sum, 1 / each.curve().exponent()));
        }
        return loads;
    }

    static FatigueState run(TurbineDesign turbine, LoadDesign design, double wind, int seconds, long seed) {
        FatigueState state = new FatigueState();
        run(turbine, design, state, 0, wind, seconds, seed);
        return state;
    }

    /** Goes on from a time in s. */
    static void run(TurbineDesign turbine, LoadDesign design, FatigueState state, int from, double wind, int seconds, long seed) {
        WindSeries series = new WindSeries(Turbulence.classB(wind), seed);
        FatigueMonitor monitor = new FatigueMonitor(turbine, design, new FatigueMonitor.Site(10, 0));
        Turbine running = new Turbine(turbine, wind, 1.225);
        for (int i = 0; i < 600; i++) {
            running.advance(series.at(i * STEP), 1.225, STEP);
        }
        for (int i = 0; i <= seconds * 10; i++) {
            double speed = series.at(60 + i * STEP);
            running.advance(speed, 1.225, STEP);
            monitor.advance(state, new Operation(speed, running.rotorSpeed(), running.pitch(), running.power(), 1.225),
                    (10L * from + i) * 100_000_000L);
        }
    }
}
