package org.gemello.energy.thermal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gemello.energy.signal.AlarmChange;

/**
 * Compares the temperatures of a drive train with those of a sound one under the same load in the same air, and warns long before a limit
 * is reached. The heat that explains the difference is estimated; in the gearbox bearing it is friction. In the oil alone, friction of the
 * gears and a fouled cooler cannot be told apart by temperatures: both are given. For one thread.
 */
public final class ThermalMonitor {
    public static final String GEARBOX = "gearbox-temperature";
    public static final String GENERATOR = "generator-temperature";
    private static final long SECOND = 1_000_000_000L;
    private static final long MOST_GAP = 600 * SECOND;
    /** A sensor that was silent for this long is not known. */
    private static final long STALE = 60 * SECOND;
    /** A warning is told again with the figures of the time: the first ones are those of a beginning. */
    private static final long TELLING = 900 * SECOND;
    private static final double ALLOWANCE = 2;
    /** One kelvin above the allowance for ten minutes. */
    private static final double DECISION = 600;
    private static final double OBSERVING = 240;
    /** Shares of the losses of a sound gearbox, and of its cooler, below which nothing is said. */
    private static final double LEAST_FRICTION = 0.05;
    private static final double LEAST_FOULING = 0.05;
    private static final double BEARING_TELLS = 0.1;
    private final ThermalDesign design;
    private final ThermalNetwork network;
    private final Outlook outlook;

    public ThermalMonitor(ThermalDesign design) {
        this.design = design;
        this.network = new ThermalNetwork(design);
        this.outlook = new Outlook(design, network);
    }

    /**
     * The drive train has worked like this since it was told last.
     *
     * @param power   mechanical, in W
     * @param speed   by rated speed
     * @param ambient of the air in degrees Celsius
     * @param now     source time in ns since the epoch
     */
    public ThermalReport advance(ThermalState state, double power, double speed, double ambient, long now) {
        double[] heat = network.losses(power, speed);
        double seconds = state.time == ThermalState.NEVER ? 0 : (now - state.time) * 1e-9;
        boolean anew = state.time == ThermalState.NEVER || now < state.time || now - state.time > MOST_GAP;
        state.time = now;
        if (anew) {
            begin(state, heat, ambient, now);
            seconds = 0;
        } else {
            network.advance(state.expected, heat, ambient, 1, seconds);
        }
        double[] residual = new double[state.expected.length];
        for (Place place : Place.values()) {
            residual[place.ordinal()] = isKnown(state, place, now) ? state.measured(place).value() - state.expected[place.ordinal()]
                    : Double.NaN;
        }
        List<AlarmChange> alarms = new ArrayList<>();
        if (seconds > 0) {
            observe(state, residual, seconds);
            boolean again = now - state.told >= TELLING;
            judge(state, GEARBOX, List.of(Place.GEARBOX_OIL, Place.GEARBOX_BEARING), residual, seconds, heat, ambient, again, alarms);
            judge(state, GENERATOR, List.of(Place.WINDING, Place.GENERATOR_BEARING), residual, seconds, heat, ambient, again, alarms);
            state.told = alarms.isEmpty() ? state.told : now;
        }
        return new ThermalReport(state.expected.clone(), residual, friction(state), fouling(state, ambient), alarms);
    }

    /** From what is measured, else from rest under this load: a drive train that has run for long before anybody looked. */
    private void begin(ThermalState state, double[] heat, double ambient, long now) {
        double[] steady = network.steady(heat, ambient);
        for (Place place : Place.values()) {
            int i = place.ordinal();
            state.expected[i] = isKnown(state, place, now) ? state.measured(place).value() : steady[i];
        }
    }

    private static boolean isKnown(ThermalState state, Place place, long now) {
        return state.measured(place).isWithin(-60, 250) && !state.measured(place).quality().isBad()
                && now - state.measured(place).time() < STALE;
    }

    private void observe(ThermalState state, double[] residual, double seconds) {
        int oil = Place.GEARBOX_OIL.ordinal();
        int winding = Place.WINDING.ordinal();
        for (Place place : Place.values()) {
            int i = place.ordinal();
            if (Double.isNaN(residual[i])) {
                continue;
            }
            double given = switch (place) {
                case GEARBOX_OIL -> across(design.body(Place.GEARBOX_BEARING).conductance(), residual[Place.GEARBOX_BEARING.ordinal()],
                        residual[i]);
                case GEARBOX_BEARING -> design.body(place).conductance() * (Double.isNaN(residual[oil]) ? 0 : residual[oil]);
                case WINDING -> across(design.link(), residual[Place.GENERATOR_BEARING.ordinal()], residual[i]);
                case GENERATOR_BEARING -> across(design.link(), residual[winding], residual[i]);
            };
            state.observer(place)
                    .advance(residual[i], design.body(place).capacity(), design.body(place).conductance(), given, OBSERVING, seconds);
        }
    }

    private static double across(double conductance, double from, double to) {
        return Double.isNaN(from) ? 0 : conductance * (from - to);
    }

    private void judge(ThermalState state, String alarm, List<Place> places, double[] residual, double seconds, double[] heat,
                       double ambient, boolean again, List<AlarmChange> alarms) {
        boolean before = isActive(state, places);
        for (Place place : places) {
            double above = residual[place.ordinal()];
            if (!Double.isNaN(above)) {
                state.sum(place).update(above, ALLOWANCE, DECISION, seconds);
            }
        }
        boolean active = isActive(state, places);
        if (active != before || active && again) {
            alarms.add(new AlarmChange(alarm, active, active ? warning(state, places, residual, heat, ambient) : "as expected again"));
        }
    }

    private static boolean isActive(ThermalState state, List<Place> places) {
        return places.stream().anyMatch(place -> state.sum(place).isActive());
    }

    private String warning(ThermalState state, List<Place> places, double[] residual, double[] heat, double ambient) {
        StringBuilder text = new StringBuilder();
        double[] temperatures = new double[residual.length];
        double[] extra = new double[residual.length];
        for (Place each : Place.values()) {
            int i = each.ordinal();
            temperatures[i] = Double.isNaN(residual[i]) ? state.expected[i] : state.measured(each).value();
            extra[i] = state.observer(each).heat();
        }
        for (Place place : places) {
            int i = place.ordinal();
            if (!state.sum(place).isActive() || Double.isNaN(residual[i])) {
                continue;
            }
            double now = outlook.until(place, temperatures, heat, extra, ambient);
            double rated = outlook.until(place, temperatures, network.losses(design.ratedPower(), 1), extra, ambient);
            text.append(text.isEmpty() ? "" : "; ")
                    .append(String.format(Locale.ROOT, "%s %.1f Cel, %+.1f K against expectation; %.0f Cel %s, %s",
                            place.title(), temperatures[i], residual[i], design.body(place).limit(), when(now, "at this load"),
                            when(rated, "at rated power")));
        }
        return text.append(cause(state, places, ambient)).toString();
    }

    private static String when(double seconds, String load) {
        return Double.isInfinite(seconds) ? "not within a day " + load : String.format(Locale.ROOT, "in %.1f h %s", seconds / 3600, load);
    }

    private String cause(ThermalState state, List<Place> places, double ambient) {
        if (!places.contains(Place.GEARBOX_OIL)) {
            return String.format(Locale.ROOT, "; heat beyond losses: winding %.1f kW, bearing %.1f kW",
                    state.observer(Place.WINDING).heat() / 1000, state.observer(Place.GENERATOR_BEARING).heat() / 1000);
        }
        double friction = friction(state) / 1000;
        double fouling = 100 * fouling(state, ambient);
        if (fouling > 0) {
            return String.format(Locale.ROOT, "; the oil cooler has lost %.0f %%, or the gears make %.1f kW more heat", fouling, friction);
        }
        return friction > 0 ? String.format(Locale.ROOT, "; friction in the gearbox makes %.1f kW of heat", friction) : "";
    }

    private double friction(ThermalState state) {
        double heat = state.observer(Place.GEARBOX_OIL).heat() + state.observer(Place.GEARBOX_BEARING).heat();
        return heat > LEAST_FRICTION * (design.gearLoss() * design.ratedPower() + design.churning()) ? heat : 0;
    }

    /** Only where the bearing is as it should be: friction that heats it heats the oil, too. */
    private double fouling(ThermalState state, double ambient) {
        double above = state.measured(Place.GEARBOX_OIL).value() - ambient;
        double bearing = state.observer(Place.GEARBOX_BEARING).heat();
        if (!(above > 5) || bearing > BEARING_TELLS * design.bearingLoss()) {
            return 0;
        }
        double share = state.observer(Place.GEARBOX_OIL).heat() / design.body(Place.GEARBOX_OIL).conductance() / above;
        return share > LEAST_FOULING ? Math.min(share, 1) : 0;
    }
}
