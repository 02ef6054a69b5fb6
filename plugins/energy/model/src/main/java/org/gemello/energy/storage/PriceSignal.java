package org.gemello.energy.storage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemello.energy.live.JsonObject;

/**
 * A price or carbon signal in even steps, as a document: {@code {"start": "2026-03-01T00:00:00Z", "step": "PT15M", "unit": "EUR/MWh",
 * "values": [...]}}.
 *
 * @param start  of the first step
 * @param step   length, 1 minute to 1 day
 * @param unit   per MWh
 * @param values one per step
 */
public record PriceSignal(Instant start, Duration step, String unit, double[] values) {
    public PriceSignal {
        values = values.clone();
        if (step.compareTo(Duration.ofMinutes(1)) < 0 || step.compareTo(Duration.ofDays(1)) > 0 || !unit.endsWith("/MWh")
                || unit.length() > 20 || values.length == 0) {
            throw new IllegalArgumentException("a step of 1 minute to 1 day, a unit per MWh such as EUR/MWh or kg/MWh, "
                    + "and values are needed");
        }
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    /** @throws IllegalArgumentException where it is no such document */
    public static PriceSignal of(String json) {
        Map<String, Object> object = JsonObject.of(json);
        List<?> list = JsonObject.list(object, "values");
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            if (!(list.get(i) instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("value " + i + " is " + list.get(i) + ", a number is needed");
            }
            values[i] = number.doubleValue();
        }
        try {
            return new PriceSignal(Instant.parse(JsonObject.text(object, "start")), Duration.parse(JsonObject.text(object, "step")),
                    JsonObject.text(object, "unit"), values);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("start or step: " + e.getMessage(), e);
        }
    }

    /** Place of the step that a moment lies in; below 0 or beyond the values where there is none. */
    int stepAt(Instant time) {
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, Math.floorDiv(Duration.between(start, time).toMillis(), step.toMillis())));
    }

    Instant timeOf(int index) {
        return start.plus(step.multipliedBy(index));
    }

    /** What is counted: the unit of the cost, as a UCUM code. */
    String costUnit() {
        String counted = unit.substring(0, unit.length() - "/MWh".length());
        return counted.equals("kg") || counted.equals("t") ? counted : '{' + counted + '}';
    }
}
