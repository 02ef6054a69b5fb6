package org.gemello.energy.solar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.energy.live.Report;
import org.gemello.energy.text.JsonText;

/** What a photovoltaic plant will deliver, told once an hour: by a weather forecast, without one by the clearness of late. */
final class PvOutlook {
    private static final long HOUR = 3_600_000_000_000L;
    private static final int LONGEST = 16_000;
    private final PvPlant plant;
    private final PvForecast forecast;
    private final int hours;

    /** @param hours of the forecast */
    PvOutlook(PvPlant plant, int hours) {
        this.plant = plant;
        this.hours = hours;
        forecast = new PvForecast(plant);
    }

    /** Takes a weather forecast; see {@link WeatherForecast}. */
    void read(PvTwinState state, String text, long time, Report out) {
        boolean isLong = text.length() > LONGEST;
        state.weather = isLong ? "" : text;
        state.forecast = PvTwinState.NEVER;
        if (isLong) {
            state.forecasting.say("the weather forecast is longer than " + LONGEST + " characters", time, out);
        }
    }

    /**
     * Once an hour, or where a new weather forecast has come.
     *
     * @param air  of late in degrees Celsius, NaN where it is not known
     * @param wind of late in m/s, likewise
     */
    void tell(PvTwinState state, double air, double wind, long time, Report out) {
        if (state.forecast == PvTwinState.NEVER || time - state.forecast >= HOUR || time < state.forecast) {
            state.forecast = time;
            forecast(state, air, wind, time, out);
        }
    }

    private void forecast(PvTwinState state, double air, double wind, long time, Report out) {
        Instant now = Instant.ofEpochSecond(0, time);
        Instant hour = Instant.ofEpochSecond(0, Math.floorDiv(time, HOUR) * HOUR);
        List<PvPlant.Weather> weather = List.of();
        if (!state.weather.isEmpty()) {
            try {
                Instant end = hour.plusSeconds(3600L * hours);
                weather = WeatherForecast.of(state.weather).stream()
                        .filter(each -> !each.time().isBefore(hour) && each.time().isBefore(end)).toList();
                state.forecasting.say(weather.isEmpty() ? "the weather forecast is over; as clear as of late is assumed" : "", time, out);
            } catch (IllegalArgumentException e) {
                state.forecasting.say("the weather forecast cannot be used: " + e.getMessage(), time, out);
            }
        }
        boolean isForecast = !weather.isEmpty();
        if (!isForecast && (!state.clearness.isKnown() || Double.isNaN(air) || Double.isNaN(wind))) {
            return;
        }
        List<PvForecast.Power> powers = forecast.of(isForecast ? weather
                : WeatherForecast.persistence(plant, hour, hours, state.clearness.get(0), air, wind), state.share);
        Quality quality = isForecast ? Quality.GOOD : Quality.UNCERTAIN;
        out.text("FCST.Power", table(powers, isForecast), quality, time);
        double energy = 0;
        for (int i = 0; i + 1 < powers.size() && powers.get(i).time().isBefore(now.plusSeconds(86_400)); i++) {
            energy += powers.get(i).expected() / 1000 * Duration.between(powers.get(i).time(), powers.get(i + 1).time()).toSeconds() / 3600;
        }
        out.value("FCST.Wh24", energy, quality, time);
    }

    private static String table(List<PvForecast.Power> powers, boolean isForecast) {
        JsonText table = new JsonText().texts("time", powers, each -> each.time().toString())
                .numbers("hour", powers, each -> Duration.between(powers.get(0).time(), each.time()).toMinutes() / 60.0, 2)
                .numbers("expected", powers, each -> each.expected() / 1000, 2)
                .numbers("low", powers, each -> each.low() / 1000, 2).numbers("high", powers, each -> each.high() / 1000, 2);
        return new JsonText().with("source", isForecast ? "weather forecast" : "persistence").with("hours", table).toString();
    }
}
