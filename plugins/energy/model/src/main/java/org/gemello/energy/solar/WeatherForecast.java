package org.gemello.energy.solar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemello.energy.live.JsonObject;

/**
 * A weather forecast as a document: {@code {"start": "2026-03-01T00:00:00Z", "step": "PT1H", "ghi": [...], "air": [...], "wind": [...]}}
 * with global horizontal irradiance in W/m2, air in degrees Celsius, wind in m/s; and what is taken where there is none.
 */
final class WeatherForecast {
    private static final int MOST = 400;

    private WeatherForecast() {
    }

    /** @throws IllegalArgumentException where it is no such document */
    static List<PvPlant.Weather> of(String json) {
        Map<String, Object> object = JsonObject.of(json);
        try {
            Instant start = Instant.parse(JsonObject.text(object, "start"));
            Duration step = Duration.parse(JsonObject.text(object, "step"));
            List<?> global = JsonObject.list(object, "ghi");
            List<PvPlant.Weather> weather = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST, global.size()); i++) {
                weather.add(new PvPlant.Weather(start.plus(step.multipliedBy(i)), value(object, "ghi", i, 0, 1500),
                        value(object, "air", i, -80, 65), value(object, "wind", i, 0, 90)));
            }
            return weather;
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("start or step: " + e.getMessage(), e);
        }
    }

    private static double value(Map<String, Object> object, String key, int place, double low, double high) {
        List<?> list = JsonObject.list(object, key);
        if (place < list.size() && list.get(place) instanceof Number number && number.doubleValue() >= low
                && number.doubleValue() <= high) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("value " + place + " of '" + key + "' must be a number from " + low + " to " + high);
    }

    /** As clear as of late, as warm and windy as now, in hours. */
    static List<PvPlant.Weather> persistence(PvPlant plant, Instant now, int hours, double clearness, double air, double wind) {
        List<PvPlant.Weather> weather = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            // the middle of the hour stands for it
            Instant middle = now.plusSeconds(3600L * i + 1800);
            weather.add(new PvPlant.Weather(now.plusSeconds(3600L * i), clearness * Irradiance.clearSky(plant.sun(middle, air)), air,
                    wind));
        }
        return weather;
    }
}
