package org.gemello.pack.energy.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;
import org.gemello.spi.TwinBehavior;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.Recording;

/**
 * CPU time of live wind turbine twins: the whole behaviour with all its themes, a batch of all points and a tick a second for each twin.
 * The raw counterpart reads the same values out of the same batches. Arguments: twins (1000), rounds (5).
 */
public final class TwinBench {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int SECONDS = 60;
    private static final int WARM_UP = 1200;
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    private TwinBench() {
    }

    public static void main(String[] args) throws IOException {
        int twins = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Fleet sound = new Fleet(twins, 0);
        Fleet drifted = new Fleet(twins, Math.toRadians(3));
        System.out.printf(Locale.ROOT, "%d twins, %d values a second each; state of a twin %d bytes (goal: under 65536)%n", twins,
                sound.batches.get(0).size(), Math.max(sound.bytes(), drifted.bytes()));
        for (int round = 0; round < rounds; round++) {
            double raw = sound.raw();
            tell("reading the values alone", raw, raw);
            tell("sound turbines", sound.live(), raw);
            tell("turbines that have drifted", drifted.live(), raw);
        }
        System.out.printf(Locale.ROOT, "effects a second and twin: %.1f sound, %.1f drifted%n", sound.effectsPerSecond(),
                drifted.effectsPerSecond());
    }

    private static void tell(String what, double micros, double raw) {
        System.out.printf(Locale.ROOT,
                "%-28s %7.2f us of CPU a second and twin, %5.2f %% of a core for 1,000 twins at 1 Hz, %5.1f times the raw%n",
                what, micros, micros * 1000 / 1e6 * 100, micros / raw);
    }

    /** Twins that are all given what one simulated turbine gives; the first 20 minutes are behind them. */
    private static final class Fleet {
        private final List<SampleBatch> batches = new ArrayList<>();
        private final List<TwinBehavior<WindTurbineState>> behaviors = new ArrayList<>();
        private final List<WindTurbineState> states = new ArrayList<>();
        private final CountingEffects effects = new CountingEffects();
        private final WindTurbineType type = new WindTurbineType();
        private int next = WARM_UP;
        private long fed;

        Fleet(int twins, double pitchFault) throws IOException {
            record(pitchFault);
            for (int i = 0; i < twins; i++) {
                TwinBehavior<WindTurbineState> behavior = type.behavior(GivenContext.of("wt-01"));
                WindTurbineState state = behavior.initial();
                behaviors.add(behavior);
                states.add(state);
                for (int second = 0; second < (i == 0 ? WARM_UP : 0); second++) {
                    second(i, second);
                }
            }
            byte[] warm = encoded(states.get(0));
            for (int i = 1; i < twins; i++) {
                states.set(i, type.codec().decode(new DataInputStream(new ByteArrayInputStream(warm))));
            }
            effects.count = 0;
            fed = 0;
        }

        private void record(double pitchFault) {
            Recording recording = new Recording(new TwinId("wt-01"), type.model());
            WindSeries wind = new WindSeries(Turbulence.classB(9), 5);
            Turbine turbine = new Turbine(Nrel5Mw.design(), 9, 1.225);
            turbine.injectPitchFault(pitchFault);
            for (int second = 0; second < WARM_UP + 20 * SECONDS; second++) {
                double speed = wind.at(second);
                for (int i = 0; i < 10; i++) {
                    turbine.advance(speed, 1.225, 0.1);
                }
                recording.samples(BEGIN.plusSeconds(second), m -> m.with("WMET.EnvTmp", 15.0).with("WMET.EnvPres", 1013.0)
                        .with("WNAC.WdDir", 245.0)
                        .with("WNAC.NacDir", 244.0).with("WTUR.State", 2).with("WROT.RotSpd", turbine.rotorSpeed() * 30 / Math.PI)
                        .with("WROT.PtAngVal", Math.toDegrees(turbine.pitch())).with("WROT.Thrust", turbine.thrust() / 1000)
                        .with("WROT.BlRtMom1", turbine.rootMoment(0) / 1000).with("WROT.BlRtMom2", turbine.rootMoment(1) / 1000)
                        .with("WROT.BlRtMom3", turbine.rootMoment(2) / 1000).with("WGEN.Spd", turbine.generatorSpeed() * 30 / Math.PI)
                        .with("WGEN.GnTmp", 80.0).with("WTUR.W", turbine.power() / 1000).with("WNAC.WdSpd", speed));
            }
            for (LogEntry entry : recording.entries()) {
                batches.add(((LogEntry.Samples) entry).batch());
            }
        }

        private void second(int twin, int second) {
            behaviors.get(twin).onSamples(states.get(twin), batches.get(second), effects);
            behaviors.get(twin).onTick(states.get(twin), BEGIN.plusSeconds(second + 1L), effects);
            fed++;
        }

        /** Microseconds of CPU for a second of a twin. */
        double live() {
            if (next + SECONDS > batches.size()) {
                throw new IllegalStateException("more than 20 rounds");
            }
            long begin = CPU.getCurrentThreadCpuTime();
            for (int second = next; second < next + SECONDS; second++) {
                for (int twin = 0; twin < states.size(); twin++) {
                    second(twin, second);
                }
            }
            next += SECONDS;
            return (CPU.getCurrentThreadCpuTime() - begin) / 1e3 / SECONDS / states.size();
        }

        double raw() {
            double sum = 0;
            long begin = CPU.getCurrentThreadCpuTime();
            for (int second = 0; second < SECONDS; second++) {
                for (int twin = 0; twin < states.size(); twin++) {
                    SampleBatch batch = batches.get(second);
                    for (int row = 0; row < batch.size(); row++) {
                        sum += batch.doubleValue(row) + batch.sourceTime(row) + batch.point(row).name().length() + batch.qualityCode(row);
                    }
                }
            }
            double micros = (CPU.getCurrentThreadCpuTime() - begin) / 1e3 / SECONDS / states.size();
            return sum == 0 ? Double.NaN : micros;
        }

        int bytes() throws IOException {
            return encoded(states.get(0)).length;
        }

        private byte[] encoded(WindTurbineState state) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            type.codec().encode(state, new DataOutputStream(bytes));
            return bytes.toByteArray();
        }

        double effectsPerSecond() {
            return (double) effects.count / fed;
        }
    }
}
