package org.gemello.pack.energy.internal;

import static org.gemello.pack.energy.internal.Telling.derive;

import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.command.Command;
import org.gemello.api.twin.Severity;
import org.gemello.energy.farm.FarmAdviceKind;
import org.gemello.energy.farm.FarmAdviser;
import org.gemello.energy.farm.FarmEstimate;
import org.gemello.energy.farm.FarmInput;
import org.gemello.energy.farm.FarmPlan;
import org.gemello.energy.farm.FarmState;
import org.gemello.energy.farm.FarmSums;
import org.gemello.energy.farm.FarmTables;
import org.gemello.energy.farm.FarmTwin;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.TwinBehavior;

/** Hands what the parts tell to the twin of the model, and its conclusions to the platform. */
final class WindFarmBehavior implements TwinBehavior<FarmState> {
    private final FarmTwin twin;
    private final FarmAdviser adviser;
    private final Texts texts;

    WindFarmBehavior(FarmTwin twin, FarmAdviser adviser, Texts texts) {
        this.twin = twin;
        this.adviser = adviser;
        this.texts = texts;
    }

    static void points(Points points) {
        points.setpoint(WindFarmCommands.DEMAND, "kW", 0, WindFarmCommands.MOST)
                .derived("FARM.W", "kW").derived("FARM.ExpW", "kW").derived("FARM.FreeW", "kW")
                .derived("FARM.WakeLossW", "kW").derived("FARM.WakeLoss", "%").derived("FARM.ResTurbW", "kW").derived("FARM.ResModW", "kW")
                .derived("FARM.WdSpd", "m/s").derived("FARM.WdDir", "deg").derived("FARM.TurbInt", "%")
                .derived("FARM.AvlDay", "%").derived("FARM.AvlMon", "%").derived("FARM.EnAvlDay", "%").derived("FARM.EnAvlMon", "%")
                .derived("FARM.EnDay", "kW.h").derived("FARM.EnMon", "kW.h").derived("FARM.LostDay", "kW.h").derived("FARM.LostMon", "kW.h")
                .derived("FARM.CurtDay", "kW.h").derived("FARM.CurtMon", "kW.h")
                .derived("FARM.Layout", "1").derived("FARM.Wakes", "1").derived("FARM.WakeRings", "1");
    }

    @Override
    public FarmState initial() {
        return new FarmState();
    }

    @Override
    public void onSamples(FarmState state, SampleBatch batch, Effects out) {
        for (int row = 0; row < batch.size(); row++) {
            String point = batch.point(row).name();
            double value = batch.doubleValue(row);
            Quality quality = batch.quality(row);
            long time = batch.sourceTime(row);
            if (point.equals(FarmState.DENSITY)) {
                state.density(value, quality, time);
            } else if (point.equals(WindFarmCommands.DEMAND)) {
                state.demand(value, quality, time);
            } else {
                twin.observe(state, batch.point(row).twin().value(), point, value, quality, time)
                        .ifPresent(estimate -> tell(state, estimate, out));
            }
        }
    }

    private void tell(FarmState state, FarmEstimate estimate, Effects out) {
        long time = estimate.time();
        Quality quality = estimate.quality();
        derive("FARM.W", estimate.power(), quality, time, out);
        derive("FARM.ExpW", estimate.waked(), quality, time, out);
        derive("FARM.FreeW", estimate.free(), quality, time, out);
        derive("FARM.WakeLossW", estimate.free() - estimate.waked(), quality, time, out);
        derive("FARM.WakeLoss", estimate.wakeLoss(), quality, time, out);
        derive("FARM.ResTurbW", estimate.power() - estimate.own(), quality, time, out);
        derive("FARM.ResModW", estimate.own() - estimate.waked(), quality, time, out);
        derive("FARM.WdSpd", estimate.wind().speed(), quality, time, out);
        derive("FARM.WdDir", (Math.toDegrees(estimate.wind().direction()) + 360) % 360, quality, time, out);
        derive("FARM.TurbInt", 100 * estimate.wind().turbulence(), quality, time, out);
        for (AlarmChange change : estimate.alarms()) {
            Telling.alarm(change, Severity.LOW, time, out);
        }
        adviser.consider(state, estimate, new WindFarmProposals(texts, out));
        if (state.isTableDue(time)) {
            sums(new FarmSums(state), quality, time, out);
            out.derive("FARM.Layout", FarmTables.turbines(estimate), quality, time);
            out.derive("FARM.Wakes", FarmTables.wakes(estimate), quality, time);
            out.derive("FARM.WakeRings", FarmTables.rings(estimate), quality, time);
        }
    }

    @Override
    public void onCommand(FarmState state, Command command, Effects out) {
        WindFarmCommands.answer(command, adviser.ratedPower(), out);
    }

    @Override
    public void onProposal(FarmState state, ProposalNews news, Effects out) {
        for (FarmAdviceKind kind : FarmAdviceKind.values()) {
            if (kind.key().equals(news.key())) {
                long now = Times.nanos(news.time());
                FarmPlan plan = state.plan(kind);
                switch (news.state()) {
                    case ACCEPTED -> plan.accepted();
                    case APPLIED -> plan.applied(now);
                    case FAILED -> plan.failed(now);
                    case DECLINED, EXPIRED -> plan.declined(now);
                    default -> {
                        // nothing changes
                    }
                }
            }
        }
    }

    private static void sums(FarmSums sums, Quality quality, long time, Effects out) {
        derive("FARM.AvlDay", sums.mean(FarmInput.AVAILABLE_DAY), quality, time, out);
        derive("FARM.AvlMon", sums.mean(FarmInput.AVAILABLE_MONTH), quality, time, out);
        derive("FARM.EnAvlDay", sums.productionAvailability(FarmInput.ENERGY_DAY, FarmInput.LOST_DAY), quality, time, out);
        derive("FARM.EnAvlMon", sums.productionAvailability(FarmInput.ENERGY_MONTH, FarmInput.LOST_MONTH), quality, time, out);
        derive("FARM.EnDay", sums.sum(FarmInput.ENERGY_DAY), quality, time, out);
        derive("FARM.EnMon", sums.sum(FarmInput.ENERGY_MONTH), quality, time, out);
        derive("FARM.LostDay", sums.sum(FarmInput.LOST_DAY), quality, time, out);
        derive("FARM.LostMon", sums.sum(FarmInput.LOST_MONTH), quality, time, out);
        derive("FARM.CurtDay", sums.sum(FarmInput.CURTAILED_DAY), quality, time, out);
        derive("FARM.CurtMon", sums.sum(FarmInput.CURTAILED_MONTH), quality, time, out);
    }
}
