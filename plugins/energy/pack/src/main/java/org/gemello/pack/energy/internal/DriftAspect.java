package org.gemello.pack.energy.internal;

import java.time.Instant;
import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.energy.text.JsonText;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.Drift;
import org.gemello.energy.twin.Drift.Candidate;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.Parameter;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;

/** Which parameter has drifted, by how much, with its interval, and since when. */
final class DriftAspect implements Aspect {
    private static final String TABLE = "WTUR.Drift";
    private static final Map<Parameter, String> POINTS = Map.of(Parameter.POWER_LOSS, "WTUR.EstLoss", Parameter.YAW_ERROR, "WTUR.EstYaw",
            Parameter.PITCH_OFFSET, "WROT.EstPtAng", Parameter.AIR_DENSITY, "WTUR.EstAirDens", Parameter.FRICTION, "WTRM.EstFric");
    /** Least time in s between two tables. */
    private static final double EVERY = 60;
    private final TurbineDesign design;
    private final Texts english = Texts.in("en");
    private final Texts korean = Texts.in("ko");

    DriftAspect(TurbineDesign design) {
        this.design = design;
    }

    static void points(Points points) {
        points.derived(TABLE, "1");
        for (Parameter parameter : Parameter.values()) {
            points.derived(POINTS.get(parameter), unit(parameter)).derived(POINTS.get(parameter) + "Int", unit(parameter));
        }
    }

    private static String unit(Parameter parameter) {
        return switch (parameter) {
            case POWER_LOSS, AIR_DENSITY -> "%";
            case YAW_ERROR, PITCH_OFFSET -> "deg";
            case FRICTION -> "kN.m";
        };
    }

    /** A value of several that could be it is uncertain. */
    @Override
    public void onEstimate(WindTurbineState state, Estimate estimate, Effects out) {
        if (estimate.drift().isEmpty()) {
            return;
        }
        Drift drift = estimate.drift().get();
        Quality quality = !drift.isFound() || drift.isCertain() ? estimate.quality() : Quality.UNCERTAIN.worst(estimate.quality());
        for (Parameter parameter : Parameter.values()) {
            Candidate candidate = drift.candidate(parameter).orElse(new Candidate(parameter, 0, 0, estimate.time()));
            out.derive(POINTS.get(parameter), parameter.shown(candidate.value(), design), quality, estimate.time());
            out.derive(POINTS.get(parameter) + "Int", parameter.shown(candidate.interval(), design), quality, estimate.time());
        }
        String table = table(drift, estimate);
        if (state.driftNews().isNews(table, estimate.time(), EVERY)) {
            out.derive(TABLE, table, quality, estimate.time());
        }
    }

    /** Document for views: what may have drifted, the most likely first, and what it costs at present. */
    private String table(Drift drift, Estimate estimate) {
        double cost = estimate.designed().power().expected() - estimate.adapted().power().expected();
        return new JsonText().with("found", drift.isFound()).with("certain", drift.isCertain()).with("several", drift.several())
                .with("message", drift.message(design)).with("cost", drift.isFound() ? cost : 0, 0)
                .objects("rows", drift.candidates(), this::row).toString();
    }

    private JsonText row(Candidate candidate) {
        Parameter parameter = candidate.parameter();
        double value = parameter.shown(candidate.value(), design);
        double half = parameter.shown(candidate.interval(), design);
        String key = WindTurbineModel.TYPE + '.' + POINTS.get(parameter);
        String unit = unit(parameter);
        return new JsonText().with("point", POINTS.get(parameter))
                .with("name", new JsonText().with("en", english.get(key)).with("ko", korean.get(key)))
                .with("value", value, 2).with("low", value - half, 2).with("high", value + half, 2).with("unit", unit)
                .with("since", Instant.ofEpochSecond(candidate.since() / 1_000_000_000).toString());
    }
}
