package org.gemello.pack.energy.internal;

import static org.gemello.pack.energy.internal.Telling.derive;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.energy.performance.Channel;
import org.gemello.energy.performance.Ledger;
import org.gemello.energy.performance.PerformanceSettings;
import org.gemello.energy.performance.PerformanceState;
import org.gemello.energy.performance.PerformanceTables;
import org.gemello.energy.performance.Period;
import org.gemello.energy.performance.Rejection;
import org.gemello.energy.performance.Situation;
import org.gemello.energy.performance.TenMinuteValues.Summary;
import org.gemello.energy.performance.TurbinePerformance;
import org.gemello.energy.performance.TurbinePerformance.Judged;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.turbine.NacelleWind;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.Estimate.Conditions;
import org.gemello.energy.twin.WindTurbineInput;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;

/** Ten-minute values and power curve (IEC 61400-12-1), availability and lost energy (IEC 61400-26). */
final class PerformanceAspect implements Aspect {
    private static final Map<Period, String> SUFFIXES = Map.of(Period.DAY, "Day", Period.MONTH, "Mon", Period.TOTAL, "Tot");
    private static final Map<String, Channel> CHANNELS = Map.of("WNAC.WdSpd", Channel.WIND, "WTUR.W", Channel.POWER,
            "WMET.EnvTmp", Channel.TEMPERATURE, "WMET.EnvPres", Channel.PRESSURE, "WROT.RotSpd", Channel.ROTOR_SPEED,
            "WROT.PtAngVal", Channel.PITCH);
    private static final String DIRECTION = "WNAC.WdDir";
    private final TurbineDesign design;
    private final SteadyCurve reference;
    private final TurbinePerformance performance;

    PerformanceAspect(TurbineDesign design, double nacelleInduction, PerformanceSettings settings) {
        this.design = design;
        reference = SteadyCurve.of(design);
        performance = new TurbinePerformance(design, reference, new NacelleWind(design, nacelleInduction), settings);
    }

    static void points(Points points) {
        points.derived("WTUR.Cat", "1").derived("WTUR.PotW", "kW")
                .derived("WTUR.AvW", "kW").derived("WTUR.SdW", "kW").derived("WTUR.MinW", "kW").derived("WTUR.MaxW", "kW")
                .derived("WNAC.AvWdSpd", "m/s").derived("WNAC.SdWdSpd", "m/s").derived("WNAC.MinWdSpd", "m/s")
                .derived("WNAC.MaxWdSpd", "m/s")
                .derived("WNAC.NrmWdSpd", "m/s").derived("WNAC.TurbInt", "%").derived("WTUR.RefW", "kW").derived("WTUR.CrvRej", "1")
                .derived("WTUR.PwrCrv", "1").derived("WTUR.Losses", "1");
        for (Period period : Period.values()) {
            String suffix = SUFFIXES.get(period);
            points.derived("WTUR.Avl" + suffix, "%").derived("WTUR.OpAvl" + suffix, "%").derived("WTUR.EnAvl" + suffix, "%")
                    .derived("WTUR.En" + suffix, "kW.h").derived("WTUR.Lost" + suffix, "kW.h").derived("WTUR.Curt" + suffix, "kW.h");
        }
    }

    @Override
    public void onSample(WindTurbineState state, SampleBatch batch, int row, Effects out) {
        String point = batch.point(row).name();
        Channel channel = CHANNELS.get(point);
        if (channel != null) {
            performance.sample(state.performance(), channel, batch.doubleValue(row), batch.quality(row), batch.sourceTime(row))
                    .ifPresent(judged -> tell(state.performance(), judged, out));
        } else if (point.equals(DIRECTION) && batch.quality(row).isGood()) {
            performance.direction(state.performance(), batch.doubleValue(row));
        }
    }

    private void tell(PerformanceState state, Judged judged, Effects out) {
        long time = judged.values().end();
        boolean counts = judged.rejections().isEmpty();
        Quality quality = judged.rejections().contains(Rejection.INCOMPLETE) ? Quality.UNCERTAIN : Quality.GOOD;
        tell("WTUR.%sW", judged.values().power(), quality, time, out);
        tell("WNAC.%sWdSpd", judged.values().wind(), quality, time, out);
        derive("WNAC.NrmWdSpd", judged.wind(), quality, time, out);
        derive("WNAC.TurbInt", 100 * judged.values().turbulence(), quality, time, out);
        derive("WTUR.RefW", judged.reference(), quality, time, out);
        out.derive("WTUR.CrvRej", text(judged.rejections()), Quality.GOOD, time);
        if (counts) {
            tellCurve(state, time, out);
        }
    }

    private void tellCurve(PerformanceState state, long time, Effects out) {
        out.derive("WTUR.PwrCrv", PerformanceTables.curve(performance.report(state), design, reference), Quality.GOOD, time);
    }

    private static void tell(String pattern, Summary summary, Quality quality, long time, Effects out) {
        derive(String.format(pattern, "Av"), summary.mean(), quality, time, out);
        derive(String.format(pattern, "Sd"), summary.deviation(), quality, time, out);
        derive(String.format(pattern, "Min"), summary.low(), quality, time, out);
        derive(String.format(pattern, "Max"), summary.high(), quality, time, out);
    }

    private static String text(Set<Rejection> rejections) {
        return String.join(", ", rejections.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList());
    }

    @Override
    public void onEstimate(WindTurbineState state, Estimate estimate, Effects out) {
        PerformanceState own = state.performance();
        Situation now = situation(state, estimate);
        performance.moment(own, now);
        derive("WTUR.PotW", now.potential(), estimate.quality(), now.time(), out);
        own.takeCategoryNews().ifPresent(category -> out.derive("WTUR.Cat", PerformanceTables.name(category), Quality.GOOD, now.time()));
        if (own.isDue(now.time())) {
            for (Period period : Period.values()) {
                tell(own.account().current(period), SUFFIXES.get(period), now.time(), out);
            }
            if (own.isTableDue(now.time())) {
                out.derive("WTUR.Losses", PerformanceTables.losses(own.account()), Quality.GOOD, now.time());
                if (own.curve().total() == 0) {
                    tellCurve(own, now.time(), out); // the reference is known before anything was measured against it
                }
            }
        }
    }

    private static void tell(Ledger ledger, String suffix, long time, Effects out) {
        derive("WTUR.Avl" + suffix, ledger.technicalAvailability(), Quality.GOOD, time, out);
        derive("WTUR.OpAvl" + suffix, ledger.operationalAvailability(), Quality.GOOD, time, out);
        derive("WTUR.EnAvl" + suffix, ledger.productionAvailability(), Quality.GOOD, time, out);
        derive("WTUR.En" + suffix, ledger.produced(), Quality.GOOD, time, out);
        derive("WTUR.Lost" + suffix, ledger.lost(), Quality.GOOD, time, out);
        derive("WTUR.Curt" + suffix, ledger.curtailed(), Quality.GOOD, time, out);
    }

    private Situation situation(WindTurbineState state, Estimate estimate) {
        Conditions conditions = estimate.conditions();
        Signal wind = state.input(WindTurbineInput.WIND);
        Signal power = state.input(WindTurbineInput.POWER);
        Signal status = state.input(WindTurbineInput.STATUS);
        boolean known = wind.quality().isGood() && power.quality().isGood();
        double limit = conditions.powerLimit() < design.ratedPower() ? conditions.powerLimit() / 1000 : Double.POSITIVE_INFINITY;
        // blades that are kept from fine pitch hold the turbine back just as a power limit does
        double heldBack = conditions.leastPitch() > 0 ? estimate.designed().power().expected() : Double.POSITIVE_INFINITY;
        return new Situation(estimate.time(), known, status.quality().isBad() ? Double.NaN : status.value(), conditions.wind(),
                power.value(),
                reference.power(conditions.wind(), conditions.density()) / 1000, Math.min(limit, heldBack), state.isUnderperforming());
    }
}
