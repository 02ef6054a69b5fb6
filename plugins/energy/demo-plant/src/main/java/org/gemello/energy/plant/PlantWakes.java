package org.gemello.energy.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gemello.energy.wake.AddedTurbulence;
import org.gemello.energy.wake.FreeWind;
import org.gemello.energy.wake.Gauss;
import org.gemello.energy.wake.WakeSource;

/**
 * Wakes between the turbines of the plant. What a turbine takes from the wind reaches those behind it later, as fast as the wind carries
 * it, and wanders sideways on its way; the shape is that of Bastankhah and Porte-Agel. Computed once a second.
 */
final class PlantWakes {
    /** Where the turbines stand, metres east and north of the first: in a row along the mean wind, five diameters apart. */
    static final List<Place> LAYOUT = List.of(new Place(0, 0), new Place(571, 266), new Place(1142, 532));
    /** A wake travels slower than the wind around it. */
    private static final double TRAVEL = 0.85;
    /** Longer than the slowest wind needs from the first turbine to the last, in s. */
    private static final int MEMORY = 600;
    private final Weather weather;
    private final List<TurbineUnit> turbines;
    private final List<WakeSource[]> sources = new ArrayList<>();
    private final WakeEffect[] effects;
    private final Gauss model = new Gauss();
    private long second = -1;

    /** A place on the ground in m. */
    record Place(double east, double north) {
    }

    PlantWakes(Weather weather, List<TurbineUnit> turbines) {
        this.weather = weather;
        this.turbines = turbines;
        effects = new WakeEffect[turbines.size()];
        Arrays.fill(effects, WakeEffect.NONE);
        for (int i = 0; i < turbines.size(); i++) {
            WakeSource[] past = new WakeSource[MEMORY];
            Arrays.fill(past, turbines.get(i).wake(0, weather.turbulence()));
            sources.add(past);
        }
    }

    /** What the wakes do to this turbine now. */
    WakeEffect on(int turbine) {
        return effects[turbine];
    }

    /** Remembers what every turbine leaves in this second (time in s), and finds what arrives at each. */
    void advance(double time) {
        second++;
        for (int i = 0; i < effects.length; i++) {
            sources.get(i)[(int) (second % MEMORY)] = turbines.get(i).wake(time, weather.turbulence() * effects[i].gusts());
        }
        FreeWind wind = new FreeWind(weather.meanWind(), Math.toRadians(weather.direction(time)), weather.turbulence());
        for (int i = 0; i < effects.length; i++) {
            effects[i] = arriving(i, wind, time);
        }
    }

    private WakeEffect arriving(int at, FreeWind wind, double time) {
        double missing = 0;
        double added = 0;
        for (int from = 0; from < effects.length; from++) {
            double east = LAYOUT.get(at).east() - LAYOUT.get(from).east();
            double north = LAYOUT.get(at).north() - LAYOUT.get(from).north();
            double downstream = wind.downstream(east, north);
            if (downstream <= 0) {
                continue;
            }
            double travel = Math.min(downstream / (TRAVEL * wind.speed()), MEMORY - 1.0);
            WakeSource source = sources.get(from)[(int) Math.floorMod(second - (long) travel, (long) MEMORY)];
            double lateral = wind.lateral(east, north) - travel * weather.crosswind(time - travel / 2);
            double deficit = model.deficit(source, downstream, lateral, source.radius());
            missing += deficit * (1 - effects[from].deficit());
            added = Math.max(added, AddedTurbulence.at(model, source, wind.turbulence(), downstream, lateral, source.radius()));
        }
        return new WakeEffect(Math.min(missing, 1), Math.hypot(wind.turbulence(), added) / wind.turbulence());
    }
}
