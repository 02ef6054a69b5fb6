package org.gemello.energy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import org.gemello.energy.condition.ConditionDesign;
import org.gemello.energy.fatigue.FatigueMonitor;
import org.gemello.energy.fatigue.FatigueState;
import org.gemello.energy.fatigue.Operation;
import org.gemello.energy.rotor.RotorLoads;
import org.gemello.energy.thermal.ThermalMonitor;
import org.gemello.energy.thermal.ThermalState;
import org.gemello.energy.turbine.SteadyState;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.BladesOfType;
import org.gemello.energy.turbine.type.ConditionTypes;
import org.gemello.energy.turbine.type.TurbineTypes;
import org.gemello.energy.vibration.Burst;
import org.gemello.energy.vibration.Spectrum;
import org.gemello.energy.vibration.VibrationDesign;
import org.gemello.energy.vibration.VibrationMonitor;
import org.gemello.energy.vibration.VibrationSource;
import org.gemello.energy.vibration.VibrationState;

/**
 * CPU time of one turbine step, by thread, the forms in alternation, and of what its condition needs; the raw counterpart is the arithmetic
 * of a strip without any search. Argument: number of rounds (5).
 */
public final class EnergyBench {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int STEPS = 20_000;
    private static double sink;

    private EnergyBench() {
    }

    private interface Step {
        double run(int index);
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        TurbineDesign design = TurbineTypes.shipped("nrel-5mw");
        var plain = BladesOfType.nrel5Mw();
        RotorLoads loads = new RotorLoads();
        Turbine turbine = new Turbine(design, 9, 1.225);
        SteadyState steady = new SteadyState(design, design.rotor(), 1.225);
        for (int round = 0; round < rounds; round++) {
            measure("17 strips of bare arithmetic", EnergyBench::arithmetic);
            measure("blades, 17 strips, one position", i -> {
                plain.solve(6 + i % 128 * 0.1, 1.1, 0.0001 * (i % 100), 0, 1.225, loads);
                return loads.torque();
            });
            measure("blades, 17 strips, 8 positions", i -> {
                design.blades().solve(6 + i % 128 * 0.1, 1.1, 0.0001 * (i % 100), 0, 1.225, loads);
                return loads.torque();
            });
            measure("rotor as a table", i -> {
                design.rotor().solve(6 + i % 128 * 0.1, 1.1, 0.0001 * (i % 100), 0, 1.225, loads);
                return loads.torque();
            });
            measure("turbine, one step of 0.1 s", i -> {
                turbine.advance(9 + Math.sin(i * 0.01), 1.225, 0.1);
                return turbine.power();
            });
            measure("steady point by table", i -> steady.at(4 + i % 200 * 0.1).power());
            condition(design);
        }
        System.out.println("(" + sink + ")");
    }

    /** What the condition costs: a wind at 10 Hz, a second of temperatures, a burst beside the transform that it needs at least. */
    private static void condition(TurbineDesign design) {
        ConditionDesign condition = ConditionTypes.shipped("nrel-5mw");
        FatigueMonitor fatigue = new FatigueMonitor(design, condition.loads(), new FatigueMonitor.Site(8.5, 0));
        FatigueState life = new FatigueState();
        measure("loads and life, one wind", i -> fatigue.advance(life,
                new Operation(9 + Math.sin(i * 0.01), 1.1, 0.0001 * (i % 100), 3e6, 1.225), i * 100_000_000L).size());
        ThermalMonitor thermal = new ThermalMonitor(condition.thermal().orElseThrow());
        ThermalState temperatures = new ThermalState();
        measure("temperatures, one second", i -> thermal.advance(temperatures, 4e6, 1, 12, i * 1_000_000_000L).friction());
        VibrationDesign vibration = condition.vibration().orElseThrow();
        Burst burst = new VibrationSource(vibration, 1).burst(2560, 2048, 19.5, 0.8, 0, null, 0);
        VibrationMonitor monitor = new VibrationMonitor(vibration);
        VibrationState state = new VibrationState();
        measure("one transform of 2048 values", i -> Spectrum.of(burst.values(), 2560).amplitude(i % 1000));
        measure("burst of 2048 values", i -> monitor.burst(state, burst, 19.5).acceleration());
    }

    /** What a strip costs where its inflow angle is known: two angles, two losses. */
    private static double arithmetic(int index) {
        double sum = 0;
        for (int i = 0; i < 17; i++) {
            double angle = 0.1 + 0.001 * i + 1e-7 * index;
            sum += Math.sin(angle) * Math.cos(angle) * Math.acos(Math.exp(-1 / angle)) * Math.acos(Math.exp(-2 / angle));
        }
        return sum;
    }

    private static void measure(String name, Step step) {
        long begin = CPU.getCurrentThreadCpuTime();
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += step.run(i);
        }
        double micros = (CPU.getCurrentThreadCpuTime() - begin) / 1e3 / STEPS;
        sink += sum;
        System.out.printf(Locale.ROOT, "%-34s %8.3f us of CPU%n", name, micros);
    }
}
