package org.gemello.energy.solar;

import java.time.Instant;
import java.util.List;

/**
 * Forecast of the output from a weather forecast, corrected by what the plant really delivered of its expectation of late.
 * Not thread-safe.
 */
public final class PvForecast {
    /** Share of its expectation below which a moment says nothing: night, dusk. */
    private static final double LEAST = 0.05;
    private final PvPlant plant;
    private final double memory;
    private double factor = 1;
    private double spread = 0.1;

    /** @param memory weight of one new measurement, above 0 and below 1; 0.02 with 15-minute values remembers about a day */
    public PvForecast(PvPlant plant, double memory) {
        if (!(memory > 0 && memory < 1)) {
            throw new IllegalArgumentException("memory " + memory + " is not between 0 and 1");
        }
        this.plant = plant;
        this.memory = memory;
    }

    /** Expected AC power with a band of about two standard deviations of the recent error, all in W. */
    public record Power(Instant time, double expected, double low, double high) {
    }

    /** Learns from a measured AC power in W and the weather of that moment; NaN, night and clipped moments are passed over. */
    public void learn(PvPlant.Weather weather, double measured) {
        PvPlant.Output output = plant.output(weather);
        if (Double.isFinite(measured) && output.ac() > LEAST * plant.inverter().rated() && !output.clipped()) {
            double ratio = Math.max(0, Math.min(1.5, measured / output.ac()));
            spread += memory * (Math.abs(ratio - factor) * 1.25 - spread);
            factor += memory * (ratio - factor);
        }
    }

    /** Delivered share of the expectation. */
    public double factor() {
        return factor;
    }

    /** Output for each hour or quarter of a weather forecast. */
    public List<Power> of(List<PvPlant.Weather> forecast) {
        return forecast.stream().map(this::of).toList();
    }

    private Power of(PvPlant.Weather weather) {
        double dc = plant.output(weather).dc();
        return new Power(weather.time(), ac(dc, factor), ac(dc, Math.max(0, factor - 2 * spread)), ac(dc, factor + 2 * spread));
    }

    private double ac(double dc, double share) {
        return plant.inverter().output(dc * share);
    }
}
