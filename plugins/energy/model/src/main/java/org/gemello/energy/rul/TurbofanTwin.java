package org.gemello.energy.rul;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gemello.api.Quality;
import org.gemello.api.proposal.Gain;
import org.gemello.energy.live.Advice;
import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.live.Report;

/**
 * The live twin of a turbofan: cycles that it has left, from one row of sensors per flight. A row is the values that come with the number
 * of its cycle, {@code CYCLE}; it counts once time goes on. Sensors after C-MAPSS (A. Saxena et al., Damage propagation modeling for
 * aircraft engine run-to-failure simulation, PHM 2008, table 2), in the units of that data set but for temperatures, which come in K and
 * are degrees Rankine there.
 */
public final class TurbofanTwin implements LiveTwin<TurbofanTwinState> {
    public static final String SENSOR = "sensor";
    public static final String OVERHAUL = "overhaul";
    public static final String CYCLE = "CYCLE";
    /** In the order of the data set. */
    public static final List<String> SENSORS = List.of("T2", "T24", "T30", "T50", "P2", "P15", "P30", "Nf", "Nc", "epr", "Ps30", "phi",
            "NRf", "NRc", "BPR", "farB", "htBleed", "Nf_dmd", "PCNfR_dmd", "W31", "W32");
    private static final Set<String> TEMPERATURES = Set.of("T2", "T24", "T30", "T50");
    /** Degrees Rankine of one kelvin. */
    private static final double RANKINE = 1.8;
    private static final int LEAST = 10;
    private static final int MOST_CYCLES = 1_000_000;
    private final RemainingLife model;
    private final double overhaulBelow;

    /** @param overhaulBelow cycles left, at the lower end of the interval, from which an overhaul is due */
    public TurbofanTwin(RemainingLife model, double overhaulBelow) {
        this.model = model;
        this.overhaulBelow = overhaulBelow;
    }

    @Override
    public void observe(TurbofanTwinState state, String point, double value, Quality quality, long time, Report out) {
        if (state.coming > 0 && time > state.time) {
            conclude(state, out);
        }
        int sensor = SENSORS.indexOf(point);
        if (sensor >= 0) {
            state.row[sensor] = quality.isBad() ? Double.NaN : TEMPERATURES.contains(point) ? value * RANKINE : value;
            state.quality = state.quality.worst(quality.isBad() ? Quality.GOOD : quality);
        } else if (point.equals(CYCLE) && !quality.isBad() && value >= 1 && value <= MOST_CYCLES) {
            state.coming = (int) value;
        }
        state.time = Math.max(state.time, time);
    }

    @Override
    public void tick(TurbofanTwinState state, long now, Report out) {
        if (state.coming > 0 && now > state.time) {
            conclude(state, out);
        }
    }

    private void conclude(TurbofanTwinState state, Report out) {
        int cycle = state.coming;
        state.coming = 0;
        if (cycle == state.cycle) {
            return;
        }
        if (cycle < state.cycle) {
            // another engine, or this one after its overhaul
            state.last.clear();
        }
        List<String> missing = new ArrayList<>();
        for (int k = 0; k < state.row.length; k++) {
            if (Double.isNaN(state.row[k])) {
                missing.add(SENSORS.get(k));
            }
        }
        state.cycle = cycle;
        if (missing.isEmpty()) {
            state.last.add(state.row.clone());
        } else if (!state.last.isEmpty()) {
            // a sensor that says nothing is taken to stand still
            double[] filled = state.row.clone();
            for (int k = 0; k < filled.length; k++) {
                filled[k] = Double.isNaN(filled[k]) ? state.last.peekLast()[k] : filled[k];
            }
            state.last.add(filled);
        }
        if (state.last.size() > WindowFeatures.LONG) {
            state.last.removeFirst();
        }
        state.sensor.say(missing.isEmpty() ? "" : "cycle " + cycle + " came without " + String.join(", ", missing), state.time, out);
        Quality quality = missing.isEmpty() ? state.quality : Quality.UNCERTAIN.worst(state.quality);
        if (!state.last.isEmpty()) {
            predict(state, state.last.size() < Math.min(LEAST, cycle) ? Quality.UNCERTAIN.worst(quality) : quality, out);
        }
        Arrays.fill(state.row, Double.NaN);
        state.quality = Quality.GOOD;
    }

    private void predict(TurbofanTwinState state, Quality quality, Report out) {
        RemainingLife.Estimate estimate = model.estimate(List.copyOf(state.last), state.cycle);
        out.value("RUL", estimate.expected(), quality, state.time);
        out.value("RULLow", estimate.low(), quality, state.time);
        out.value("RULHigh", estimate.high(), quality, state.time);
        boolean due = state.last.size() >= LEAST && estimate.low() < overhaulBelow;
        String text = String.format(Locale.ROOT, "%.0f cycles left after cycle %d, with 90 %% between %.0f and %.0f", estimate.expected(),
                state.cycle, estimate.low(), estimate.high());
        state.overhaul.update(state.last.size() < LEAST ? Double.NaN : -estimate.low(), -overhaulBelow, -overhaulBelow - 20, 0, state.time,
                () -> text, out);
        if (due) {
            double left = Math.rint(estimate.low());
            state.proposed = true;
            out.propose(new Advice(OVERHAUL, "Plan the overhaul", text
                    + ". The gain is the cycles that can still be flown before the lower end of the "
                    + "interval.", new Gain(left, left, Math.rint(estimate.high()), "1"),
                    List.of("engines of one kind in one operating condition", "failures that do not show in the gas path are not seen"), "",
                    Map.of(), state.time, Duration.ofDays(30)));
        } else if (state.proposed && !state.overhaul.isActive()) {
            state.proposed = false;
            out.withdraw(OVERHAUL, "another engine", state.time);
        }
    }
}
