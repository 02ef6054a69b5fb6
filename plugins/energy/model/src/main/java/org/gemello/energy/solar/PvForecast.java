package org.gemello.energy.solar;

import java.time.Instant;
import java.util.List;

/** Forecast of the output from a weather forecast, corrected by what the plant really delivered of its expectation of late. */
public final class PvForecast {
    private final PvPlant plant;

    public PvForecast(PvPlant plant) {
        this.plant = plant;
    }

    /** Expected AC power with a band of about two standard deviations of the recent error, all in W. */
    public record Power(Instant time, double expected, double low, double high) {
    }

    /** Output for each hour or quarter of a weather forecast. */
    public List<Power> of(List<PvPlant.Weather> forecast, DeliveredShare share) {
        return forecast.stream().map(weather -> of(weather, share)).toList();
    }

    private Power of(PvPlant.Weather weather, DeliveredShare share) {
        double dc = plant.output(weather).dc();
        double factor = share.factor();
        double spread = share.spread();
        return new Power(weather.time(), ac(dc, factor), ac(dc, Math.max(0, factor - 2 * spread)), ac(dc, factor + 2 * spread));
    }

    private double ac(double dc, double share) {
        return plant.inverter().output(dc * share);
    }
}
