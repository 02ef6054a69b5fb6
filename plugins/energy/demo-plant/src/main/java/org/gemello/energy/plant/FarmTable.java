package org.gemello.energy.plant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The wind farm as lines of text: a row for every turbine, a line for every mast. */
final class FarmTable {
    private static final String[] STATES = {"storm", "idling", "producing"};
    private static final String FORMAT = "%-8s %-11s %5s %6s %9s %9s %6s %6s %6s %5s  %-9s %s";
    private static final String[] SHOWN = {"WNAC.WdSpd", "WTUR.W", "WTUR.ExpW", "WTUR.ResPct", "WROT.RotSpd", "WROT.PtAngVal", "WTUR.SetW"};
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";
    private final boolean colours;

    FarmTable(boolean colours) {
        this.colours = colours;
    }

    /** @param twins items of the API's twin page */
    List<String> lines(JsonNode twins, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(row("", "", "wind", "power", "expected", "residual", "rotor", "pitch", "limit", "age", "", ""));
        lines.add(row("turbine", "status", "m/s", "kW", "kW", "%", "/min", "deg", "kW", "s", "quality", "alarms"));
        for (JsonNode twin : twins) {
            if (twin.path("type").asText().equals("energy/wind-turbine")) {
                lines.add(turbine(twin, now));
            }
        }
        for (JsonNode twin : twins) {
            if (twin.path("type").asText().equals("energy/met-mast")) {
                lines.add(mast(twin, now));
            }
        }
        for (JsonNode twin : twins) {
            if (twin.path("type").asText().equals("energy/wind-farm")) {
                lines.add(farm(twin, now));
            }
        }
        return lines;
    }

    private String turbine(JsonNode twin, Instant now) {
        String alarms = StreamSupport.stream(twin.path("alarms").spliterator(), false).filter(alarm -> alarm.path("active").asBoolean())
                .map(alarm -> alarm.path("name").asText()).collect(Collectors.joining(", "));
        JsonNode worst = worstQuality(twin);
        String row = row(twin.path("id").asText(), status(twin), value(twin, "WNAC.WdSpd", 1), value(twin, "WTUR.W", 0),
                value(twin, "WTUR.ExpW", 0), value(twin, "WTUR.ResPct", 1), value(twin, "WROT.RotSpd", 2), value(twin, "WROT.PtAngVal", 1),
                value(twin, "WTUR.SetW", 0), age(twin, "WTUR.W", now), worst.path("symbol").asText("-"), alarms);
        String colour = !twin.path("status").asText().equals("RUNNING") || severity(worst) >= 2 ? RED
                : !alarms.isEmpty() || severity(worst) == 1 ? YELLOW : GREEN;
        return colours ? colour + row + PLAIN : row;
    }

    private String mast(JsonNode twin, Instant now) {
        return String.format("%s: wind %s m/s from %s deg, %s Cel, %s hPa, %s %%, air %s kg/m3, age %s s", twin.path("id").asText(),
                value(twin, "WMET.HorWdSpd", 1), value(twin, "WMET.HorWdDir", 0), value(twin, "WMET.EnvTmp", 1),
                value(twin, "WMET.EnvPres", 1), value(twin, "WMET.EnvHum", 0), value(twin, "WMET.AirDens", 3),
                age(twin, "WMET.HorWdSpd", now));
    }

    private String farm(JsonNode twin, Instant now) {
        return String.format("%s: %s kW of %s expected, wakes take %s %%, availability today %s %%, lost today %s kWh, age %s s",
                twin.path("id").asText(), value(twin, "FARM.W", 0), value(twin, "FARM.ExpW", 0), value(twin, "FARM.WakeLoss", 1),
                value(twin, "FARM.AvlDay", 1), value(twin, "FARM.LostDay", 0), age(twin, "FARM.W", now));
    }

    private static String row(Object... cells) {
        return String.format(FORMAT, cells).stripTrailing();
    }

    private static String status(JsonNode twin) {
        String status = twin.path("status").asText();
        int state = sample(twin, "WTUR.State").path("value").asInt(-1);
        return !status.equals("RUNNING") ? status : state >= 0 && state < STATES.length ? STATES[state] : "running";
    }

    private static JsonNode sample(JsonNode twin, String point) {
        String name = twin.path("id").asText() + '/' + point;
        return StreamSupport.stream(twin.path("state").spliterator(), false).filter(sample -> sample.path("point").asText().equals(name))
                .findFirst().orElse(MissingNode.getInstance());
    }

    private static String value(JsonNode twin, String point, int decimals) {
        JsonNode value = sample(twin, point).path("value");
        return value.isNumber() ? String.format(Locale.ROOT, "%." + decimals + "f", value.asDouble()) : "-";
    }

    private static String age(JsonNode twin, String point, Instant now) {
        String time = sample(twin, point).path("sourceTime").asText();
        return time.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", Duration.between(Instant.parse(time), now).toMillis() / 1000.0);
    }

    private static JsonNode worstQuality(JsonNode twin) {
        JsonNode worst = sample(twin, SHOWN[0]).path("quality");
        for (String point : SHOWN) {
            JsonNode quality = sample(twin, point).path("quality");
            worst = severity(quality) > severity(worst) ? quality : worst;
        }
        return worst;
    }

    /** 0 good, 1 uncertain, 2 bad: the two highest of the 32 bits. */
    private static int severity(JsonNode quality) {
        return (int) Math.min(quality.path("code").asLong() >>> 30, 2);
    }
}
