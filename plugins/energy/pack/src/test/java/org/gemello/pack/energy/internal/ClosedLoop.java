package org.gemello.pack.energy.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.energy.air.AirDensity;
import org.gemello.energy.turbine.GearHeat;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;
import org.gemello.spi.ProposalDraft;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.TwinBehavior;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.Recording;
import org.gemello.testkit.pack.RecordingEffects;

/**
 * A simulated turbine and its twin, told of each other once a second of virtual time; accepted proposals reach the turbine's controller.
 */
final class ClosedLoop {
    static final TurbineDesign DESIGN = Nrel5Mw.design();
    private static final TwinId TWIN = new TwinId("wt-01");
    private static final double STEP = 0.1;
    private static final double MELTING_TIME = 120;
    private final WindTurbineType type = new WindTurbineType();
    private final RecordingEffects effects = new RecordingEffects(type.model());
    private final TwinBehavior<WindTurbineState> behavior;
    private final WindTurbineState state;
    private final GearHeat gear = GearHeat.of(DESIGN);
    private final WindSeries wind;
    private final Map<String, Double> setPoints = new HashMap<>();
    final Turbine turbine;
    /** The same turbine in the same wind, in which nothing is wrong and nothing is changed. */
    final Turbine sound;
    final List<ProposalDraft> proposals = new ArrayList<>();
    final List<String> withdrawn = new ArrayList<>();
    final List<Effect.Raised> alarms = new ArrayList<>();
    final List<Effect.Measured> measured = new ArrayList<>();
    double temperature = 12;
    double humidity = 70;
    double oil;
    private double heating;
    private double energy;
    private double soundEnergy;
    private long second;

    ClosedLoop(double meanWind, long seed) {
        wind = new WindSeries(Turbulence.classB(meanWind), seed);
        turbine = new Turbine(DESIGN, meanWind, density());
        sound = new Turbine(DESIGN, meanWind, density());
        oil = temperature + 25;
        behavior = type.behavior(new GivenContext(TWIN, Map.of("measureEffect", "300")));
        state = behavior.initial();
    }

    private double density() {
        return AirDensity.of(temperature, 1006, humidity);
    }

    private Instant now() {
        return WindTurbineRecording.BEGIN.plusSeconds(second);
    }

    ClosedLoop run(double minutes) {
        for (int i = 0; i < 60 * minutes; i++) {
            second();
        }
        return this;
    }

    /** Runs until there is a proposal of this key that was not there before. */
    ProposalDraft await(String key, double minutes) {
        int known = proposals.size();
        for (int i = 0; i < 60 * minutes; i++) {
            second();
            for (ProposalDraft draft : proposals.subList(known, proposals.size())) {
                if (draft.key().equals(key)) {
                    return draft;
                }
            }
        }
        throw new AssertionError("no proposal " + key + " within " + minutes + " min; there were " + proposals);
    }

    private void second() {
        second++;
        double speed = 0;
        for (int i = 0; i < 1 / STEP; i++) {
            speed = wind.at(second + i * STEP);
            turbine.advance(speed, density(), STEP);
            sound.advance(speed, density(), STEP);
            oil = gear.after(oil, temperature, turbine.power() / DESIGN.driveTrain().generatorEfficiency(),
                    turbine.faults().friction() * turbine.rotorSpeed(), STEP);
            turbine.faults().setIce(Math.max(turbine.faults().ice() - heating * STEP / MELTING_TIME, 0));
        }
        energy += turbine.power();
        soundEnergy += sound.power();
        double told = speed;
        Recording recording = new Recording(TWIN, type.model());
        recording.samples(now(), moment -> {
            moment.with("WMET.EnvTmp", temperature).with("WMET.EnvPres", 1006.0).with("WMET.EnvHum", humidity)
                    .with("WROT.PtAngVal", Math.toDegrees(turbine.pitch())).with("WROT.RotSpd", turbine.rotorSpeed() * 30 / Math.PI)
                    .with("WTUR.State", turbine.status().code()).with("WTRM.GbxOilTmp", oil);
            for (int blade = 0; blade < 3; blade++) {
                moment.with("WROT.BlRtMom" + (blade + 1), turbine.rootMoment(blade) / 1000);
            }
            moment.with("WTUR.W", turbine.power() / 1000).with("WNAC.WdSpd", told);
        });
        feed(recording);
    }

    private void feed(Recording recording) {
        for (LogEntry entry : recording.entries()) {
            note(effects.feed(behavior, state, entry));
        }
    }

    private void note(List<Effect> done) {
        for (Effect effect : done) {
            if (effect instanceof Effect.Proposed proposed) {
                proposals.add(proposed.draft());
            } else if (effect instanceof Effect.Withdrawn taken) {
                withdrawn.add(taken.key());
            } else if (effect instanceof Effect.Raised raised) {
                alarms.add(raised);
            } else if (effect instanceof Effect.Measured told) {
                measured.add(told);
            }
        }
    }

    /** What the platform does when somebody says yes: commands one after the other, each held against the model, written and read back. */
    void accept(ProposalDraft draft) {
        news(draft, ProposalState.ACCEPTED);
        for (ProposedCommand proposed : draft.commands()) {
            for (ParameterSpec parameter : type.model().command(proposed.command()).orElseThrow().parameters()) {
                double value = proposed.arguments().get(parameter.name());
                double present = setPoints.getOrDefault(parameter.point(), parameter.point().equals("WTUR.SetW") ? 5000.0 : 0.0);
                if (value < parameter.low() || value > parameter.high() || Math.abs(value - present) > parameter.maxStep()) {
                    throw new AssertionError(proposed + " would be refused: " + parameter.name() + " is " + value + " after " + present);
                }
            }
            Command command = new Command("c-" + second, TWIN, proposed.command(), proposed.arguments(), "operator", now(),
                    now().plusSeconds(10));
            List<Effect> done = effects.feed(behavior, state, new LogEntry.CommandIssued(command));
            note(done);
            done.stream().filter(Effect.Written.class::isInstance).map(Effect.Written.class::cast).forEach(this::write);
        }
        news(draft, ProposalState.APPLIED);
    }

    void decline(ProposalDraft draft) {
        news(draft, ProposalState.DECLINED);
    }

    private void news(ProposalDraft draft, ProposalState becomes) {
        behavior.onProposal(state, new ProposalNews("wt-01:" + draft.key() + ":1", draft.key(), becomes, "operator", "", now()), effects);
        note(effects.take());
    }

    private void write(Effect.Written written) {
        double value = written.value();
        setPoints.put(written.point(), value);
        switch (written.point()) {
            case "WROT.SetPtCor1", "WROT.SetPtCor2", "WROT.SetPtCor3" ->
                turbine.correctPitch(written.point().charAt(written.point().length() - 1) - '1', Math.toRadians(value));
            case "WGEN.SetTrqGain" -> turbine.setTorqueGain(value / 100);
            case "WYAW.SetOff" -> turbine.setYawOffset(Math.toRadians(value));
            case "WROT.SetHeat" -> heating = value / 100;
            case "WTUR.SetW" -> turbine.limitPower(1000 * value);
            default -> throw new AssertionError("nobody expects " + written);
        }
        feed(new Recording(TWIN, type.model()).samples(now(), moment -> moment.with(written.point(), value)));
    }

    /** Energy by that of the sound turbine in the same wind, over the time since this was asked last. */
    double share() {
        double share = energy / soundEnergy;
        energy = 0;
        soundEnergy = 0;
        return share;
    }

    /** Time of the plant in s. */
    long time() {
        return second;
    }

    long nanos() {
        return Times.nanos(now());
    }
}
