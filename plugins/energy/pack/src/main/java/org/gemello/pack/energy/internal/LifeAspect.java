package org.gemello.pack.energy.internal;

import static org.gemello.pack.energy.internal.Telling.derive;

import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.energy.fatigue.Component;
import org.gemello.energy.fatigue.ComponentReport;
import org.gemello.energy.twin.WindTurbineCondition;
import org.gemello.energy.twin.WindTurbineInput;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;

/** What the components bear, what that has used up of their life, and what is left. */
final class LifeAspect implements Aspect {
    /** Load sensors, for turbines that have some; loads of the model stand in for those that have none. */
    private static final Map<String, Component> SENSORS = Map.of(WindTurbineInput.ROOT_MOMENT_1.point(), Component.BLADE_FLAPWISE,
            "WROT.EdgeMom", Component.BLADE_EDGEWISE, "WTRM.ShfTq", Component.MAIN_SHAFT, "WTOW.BaseMom", Component.TOWER_BASE);
    private static final double HIGHEST_LOAD = 1e6;
    private final WindTurbineCondition condition;

    LifeAspect(WindTurbineCondition condition) {
        this.condition = condition;
    }

    static void points(Points points) {
        points.measured("WROT.EdgeMom", "kN.m", -HIGHEST_LOAD, HIGHEST_LOAD)
                .measured("WTRM.ShfTq", "kN.m", -HIGHEST_LOAD, HIGHEST_LOAD)
                .measured("WTOW.BaseMom", "kN.m", -HIGHEST_LOAD, HIGHEST_LOAD);
        for (Component component : Component.values()) {
            points.derived(component.prefix() + "Del", "kN.m")
                    .derived(component.prefix() + "LifeDel", "kN.m")
                    .derived(component.prefix() + "Dmg", "%")
                    .derived(component.prefix() + "Rul", "a")
                    .derived(component.prefix() + "RulLo", "a")
                    .derived(component.prefix() + "RulHi", "a");
        }
    }

    @Override
    public void onSample(WindTurbineState state, SampleBatch batch, int row, Effects out) {
        String point = batch.point(row).name();
        Component component = SENSORS.get(point);
        if (component != null) {
            condition.load(state, component, batch.doubleValue(row), batch.quality(row), batch.sourceTime(row));
        } else if (point.equals(WindTurbineInput.WIND.point())) {
            for (ComponentReport report : condition.wind(state, batch.sourceTime(row))) {
                tell(report, condition.loadQuality(state), batch.sourceTime(row), out);
            }
        }
    }

    /** Loads of less than ten minutes are uncertain. */
    private static void tell(ComponentReport report, Quality quality, long time, Effects out) {
        String prefix = report.component().prefix();
        Quality ofLoad = report.complete() ? quality : Quality.UNCERTAIN.worst(quality);
        derive(prefix + "Del", report.load() / 1000, ofLoad, time, out);
        derive(prefix + "LifeDel", report.lifetime() / 1000, ofLoad, time, out);
        derive(prefix + "Dmg", 100 * report.damage(), quality, time, out);
        derive(prefix + "Rul", report.life().years(), ofLoad, time, out);
        derive(prefix + "RulLo", report.life().low(), ofLoad, time, out);
        derive(prefix + "RulHi", report.life().high(), ofLoad, time, out);
    }
}
