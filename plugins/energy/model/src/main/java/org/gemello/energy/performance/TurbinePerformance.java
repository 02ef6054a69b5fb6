package org.gemello.energy.performance;

import java.util.Optional;
import java.util.Set;
import org.gemello.api.Quality;
import org.gemello.energy.air.AirDensity;
import org.gemello.energy.turbine.NacelleWind;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.turbine.TurbineDesign;

/** Follows the performance of one turbine: every sample for the power curve, every second for availability and lost energy. */
public final class TurbinePerformance {
    /** Longer without news, and nothing is known of the time between. */
    private static final long HOLD = 10_000_000_000L;
    private static final double AVERAGE_HUMIDITY = 50;
    private static final double NEARLY_RATED = 0.85;
    private final TurbineDesign design;
    private final SteadyCurve reference;
    private final NacelleWind nacelle;
    private final PerformanceSettings settings;
    private final CategoryRules rules;

    /** @param nacelle tells the free wind from that at the nacelle: for the means of ten minutes, as in IEC 61400-12-2 */
    public TurbinePerformance(TurbineDesign design, SteadyCurve reference, NacelleWind nacelle, PerformanceSettings settings) {
        this.design = design;
        this.reference = reference;
        this.nacelle = nacelle;
        this.settings = settings;
        rules = new CategoryRules(settings.byStatus(), design.ratedPower() / 1000, design.operation().cutIn());
    }

    /**
     * Ten minutes that have ended.
     *
     * @param values     as measured
     * @param density    of the air in kg/m3; the reference density where it is not measured
     * @param wind       free wind in m/s at the reference density
     * @param reference  power in kW of a sound turbine in this wind
     * @param rejections why it does not count for the power curve; none where it does
     */
    public record Judged(TenMinuteValues values, double density, double wind, double reference, Set<Rejection> rejections) {
    }

    /**
     * Takes a sample.
     *
     * @param value in the channel's unit
     * @param time  source time in ns since the epoch
     */
    public Optional<Judged> sample(PerformanceState state, Channel channel, double value, Quality quality, long time) {
        return state.tenMinutes.observe(channel, value, quality, time).map(values -> judge(state, values));
    }

    /** Takes ten minutes that somebody else has averaged. */
    public Judged tenMinutes(PerformanceState state, TenMinuteValues values) {
        return judge(state, values);
    }

    /** The turbine was held back at a time (ns since the epoch), whatever its situation otherwise. */
    public void curtailed(PerformanceState state, long time) {
        state.tenMinutes.mark(Rejection.CURTAILED, time);
    }

    /** Direction of the wind at the nacelle in degrees. */
    public void direction(PerformanceState state, double degrees) {
        state.tenMinutes.direction(degrees);
    }

    private Judged judge(PerformanceState state, TenMinuteValues values) {
        double density = density(values);
        double free = nacelle.free(values.wind().mean(), Math.max(values.rotorSpeed(), 0) * Math.PI / 30, Math.toRadians(values.pitch()));
        double wind = PowerCurve.normalised(Double.isNaN(free) ? values.wind().mean() : free, density, design.operation().density());
        double power = reference.power(wind, design.operation().density()) / 1000;
        Set<Rejection> rejections = settings.filter().judge(values, power);
        if (rejections.isEmpty()) {
            state.curve.add(wind, values.power().mean());
        }
        return new Judged(values, density, wind, power, rejections);
    }

    private double density(TenMinuteValues values) {
        boolean measured = Math.abs(values.temperature()) <= 60 && values.pressure() >= 500 && values.pressure() <= 1100;
        return measured ? AirDensity.of(values.temperature(), values.pressure(), AVERAGE_HUMIDITY) : design.operation().density();
    }

    /** Takes the turbine's situation, about once a second: what the last one was like has lasted until now. */
    public void moment(PerformanceState state, Situation now) {
        long time = now.time();
        if (state.moment != Long.MIN_VALUE && time > state.moment) {
            long known = Math.min(time, state.moment + HOLD);
            state.account.book(state.moment, known, settings.utcOffset(), state.category, state.power, state.potential);
            if (time > known) {
                state.account.book(known, time, settings.utcOffset(), Category.INFORMATION_UNAVAILABLE, 0, 0);
            }
        }
        state.moment = Math.max(state.moment, time);
        state.standing = rules.stands(now) ? Math.min(state.standing, time) : Long.MAX_VALUE;
        state.category = rules.of(now, state.standing == Long.MAX_VALUE ? 0 : time - state.standing);
        state.power = now.known() ? now.power() : 0;
        state.potential = now.known() ? now.potential() : 0;
        mark(state, time);
    }

    private static void mark(PerformanceState state, long time) {
        switch (state.category) {
            case FULL_PERFORMANCE, DEGRADED, READY_STANDBY, INFORMATION_UNAVAILABLE -> {
                // what is not known is missing from the samples as well
            }
            case DERATED, REQUESTED_SHUTDOWN -> state.tenMinutes.mark(Rejection.CURTAILED, time);
            default -> state.tenMinutes.mark(Rejection.STOPPED, time);
        }
    }

    /** The power curve so far. */
    public CurveReport report(PerformanceState state) {
        double wind = design.operation().cutIn();
        while (wind < design.operation().cutOut()
                && reference.power(wind, design.operation().density()) < NEARLY_RATED * design.ratedPower()) {
            wind += 0.1;
        }
        return CurveReport.of(state.curve, design.operation().cutIn(), wind, design.operation().cutOut());
    }
}
