package org.gemello.shell.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;

/** Two turbines in memory: one at work with an alarm, one parked that has never seen a sample. */
final class Farm implements TwinRegistry {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public List<TwinView> twins() {
        return List.of(running(), parked());
    }

    @Override
    public Optional<TwinView> twin(TwinId id) {
        return twins().stream().filter(twin -> twin.id().equals(id)).findFirst();
    }

    private static TwinView running() {
        Map<String, Sample> state = new LinkedHashMap<>();
        state.put("WTUR.W", sample("WTUR.W", 4321.123456789, "kW", Quality.GOOD, Duration.ofMillis(420)));
        state.put("WNAC.Tmp", sample("WNAC.Tmp", null, "Cel", Quality.BAD_SENSOR_FAILURE, Duration.ofMinutes(5)));
        state.put("WTUR.St", sample("WTUR.St", "run\u001b[31m", "1", Quality.UNCERTAIN, Duration.ofSeconds(30)));
        ParameterSpec limit = new ParameterSpec("limit", "Power limit", "kW", 0, 5000, 1000, "WTUR.SetW");
        TwinModel model = new TwinModel(1, "Wind turbine", List.of(),
                List.of(new CommandSpec("set-power-limit", "Limit the power", List.of(limit), Duration.ofSeconds(5)),
                        new CommandSpec("stop", "Stop the turbine", List.of(), Duration.ZERO)));
        List<Alarm> alarms = List.of(
                new Alarm("underperformance", true, Severity.HIGH, "residual -312 kW", NOW.minusSeconds(90)),
                new Alarm("over-temperature", false, Severity.LOW, "back to 60 Cel", NOW.minusSeconds(900)));
        return new TwinView(new TwinId("wt-01"), "Turbine 1", "energy/wind-turbine", TwinStatus.RUNNING, "", 4711, state, alarms, model);
    }

    private static TwinView parked() {
        return new TwinView(new TwinId("wt-02"), "Turbine 2", "energy/wind-turbine", TwinStatus.PARKED, "no pack brings this type", -1,
                Map.of(), List.of(), TwinModel.UNKNOWN);
    }

    private static Sample sample(String point, Object value, String unit, Quality quality, Duration age) {
        return new Sample(new PointId(new TwinId("wt-01"), point), value, unit, quality, NOW.minus(age), NOW, 1, TraceId.NONE);
    }
}
