package org.gemello.energy.plant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turbines in real time: physics at 50 Hz, values at 10 Hz, life counters and load variables at rates of their own. One
 * thread. What a stalled process has missed is made up for as long as it is not more than two seconds; beyond that the plant stood still.
 */
final class Farm implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Farm.class);
    private static final int RATE = 50;
    private static final double STEP = 1.0 / RATE;
    private static final long STEP_NANOS = 1_000_000_000L / RATE;
    private static final int STEPS_PER_PUBLISHING = 5;
    private static final long MOST_ARREARS = 2 * RATE;
    private final List<TurbineUnit> turbines;
    private final PlantWakes wakes;
    private final LoadVariables load;
    private final List<PlantVariable> site;
    private final double beatRate;
    private final double loadRate;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "plant"));
    private long step;
    private Instant begin;
    private long beginNanos;

    /**
     * @param beatRate of the life counters in Hz, up to 1000
     * @param extra    number of load variables
     * @param loadRate of the load variables in Hz, up to 50
     */
    Farm(Weather weather, double beatRate, int extra, double loadRate) {
        turbines = IntStream.rangeClosed(1, PlantWakes.LAYOUT.size()).mapToObj(place -> new TurbineUnit(place, weather)).toList();
        wakes = new PlantWakes(weather, turbines);
        load = new LoadVariables(extra);
        double rated = TurbineUnit.RATED * turbines.size();
        site = List.of(
                new PlantVariable(new Tag("Site.Sim.Icing", "Simulation: 1 for cold and wet air that makes ice", 0.0, Tag.Unit.NONE, 0, 1),
                        value -> weather.setIcing(value >= 0.5)),
                // a register and no more: to meet it is the business of whoever runs the farm
                new PlantVariable(new Tag("Site.SetW", "Terminal of the grid operator: power of the farm not to be exceeded", rated,
                        Tag.Unit.WATT, 0, rated), value -> { }));
        this.beatRate = beatRate;
        this.loadRate = loadRate;
    }

    List<PlantVariable> variables() {
        List<PlantVariable> all = new ArrayList<>();
        turbines.forEach(turbine -> all.addAll(turbine.variables()));
        all.addAll(site);
        all.addAll(load.variables());
        return all;
    }

    void start() {
        begin = Instant.now();
        beginNanos = System.nanoTime();
        clock.scheduleAtFixedRate(this::catchUp, 0, STEP_NANOS, TimeUnit.NANOSECONDS);
    }

    private void catchUp() {
        long due = (System.nanoTime() - beginNanos) / STEP_NANOS;
        if (due - step > MOST_ARREARS) {
            begin = Instant.now().minusNanos(step * STEP_NANOS);
            beginNanos = System.nanoTime() - step * STEP_NANOS;
            due = step;
        }
        try {
            while (step < due) {
                next();
            }
        } catch (RuntimeException e) {
            LOG.error("step {} of the plant failed; it goes on with the next one", step, e);
        }
    }

    private void next() {
        step++;
        double time = step * STEP;
        DateTime now = new DateTime(begin.plusNanos(step * STEP_NANOS));
        if (step % RATE == 1) {
            wakes.advance(time);
        }
        for (int i = 0; i < turbines.size(); i++) {
            turbines.get(i).advance(time, STEP, wakes.on(i));
        }
        if (step % STEPS_PER_PUBLISHING == 0) {
            turbines.forEach(turbine -> turbine.publish(time, now));
        }
        beat();
        if (count(loadRate, step) > count(loadRate, step - 1)) {
            load.publish(time, now);
        }
    }

    /** Beats that fall into this step, each with its own source time. */
    private void beat() {
        long before = count(beatRate, step - 1);
        long beats = count(beatRate, step) - before;
        for (long i = 1; i <= beats; i++) {
            DateTime time = new DateTime(begin.plusNanos((step - 1) * STEP_NANOS + i * STEP_NANOS / beats));
            turbines.forEach(turbine -> turbine.beat(time));
        }
    }

    private static long count(double rate, long steps) {
        return (long) Math.floor(steps * rate / RATE + 1e-9);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
