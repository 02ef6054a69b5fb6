package org.gemello.energy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import org.gemello.energy.rotor.RotorLoads;
import org.gemello.energy.turbine.SteadyState;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.BladesOfType;
import org.gemello.energy.turbine.type.TurbineTypes;

/**
 * CPU time of one turbine step, by thread, the forms in alternation; the raw counterpart is the arithmetic of a strip without any
 * search. Argument: number of rounds (5).
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
        }
        System.out.println("(" + sink + ")");
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
