package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.twin.TwinModel;
import org.gemello.energy.farm.FarmAdviceKind;
import org.gemello.energy.gas.GasTurbineTwin;
import org.gemello.energy.grid.GridTwin;
import org.gemello.energy.optimise.AdviceKind;
import org.gemello.energy.rul.TurbofanTwin;
import org.gemello.energy.solar.PvTwin;
import org.gemello.energy.steam.SteamPlantTwin;
import org.gemello.energy.storage.BatteryTwin;
import org.gemello.energy.thermal.ThermalMonitor;
import org.gemello.energy.twin.WindTurbineTwin;
import org.gemello.energy.vibration.VibrationMonitor;
import org.gemello.spi.TwinType;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static Set<String> needed(TwinType<?> type) {
        String prefix = type.id().value().substring("energy/".length());
        TwinModel model = type.model();
        Set<String> keys = new TreeSet<>(Set.of(prefix));
        Set<String> texts = Texts.in("en").all().stringPropertyNames();
        model.points().forEach(point -> {
            String key = prefix + '.' + point.name();
            // one of several alike has the title of all
            keys.add(texts.contains(key) ? key : key.replaceFirst("\\d\\d$", ""));
        });
        model.commands().forEach(command -> {
            keys.add(prefix + '.' + command.name());
            command.parameters().forEach(parameter -> keys.add(prefix + '.' + command.name() + '.' + parameter.name()));
        });
        model.configuration().orElseThrow().keys().forEach(key -> keys.add(prefix + ".configuration." + key.name()));
        model.parts().forEach(part -> keys.add(prefix + '.' + part.role()));
        return keys;
    }

    private static Set<String> live(TwinType<?> type, String... alarms) {
        Set<String> keys = needed(type);
        for (String alarm : alarms) {
            keys.add(type.id().value().substring("energy/".length()) + '.' + alarm);
        }
        return keys;
    }

    @Test
    void everyLanguageCoversTheModelsAndNothingElse() {
        Set<String> keys = needed(new WindTurbineType());
        keys.addAll(needed(new MetMastType()));
        keys.addAll(live(new GasTurbineType(), GasTurbineTwin.FOULING, GasTurbineTwin.EROSION, GasTurbineTwin.SENSOR));
        keys.addAll(live(new TurbofanType(), TurbofanTwin.OVERHAUL, TurbofanTwin.SENSOR));
        keys.addAll(live(new SteamPlantType(), SteamPlantTwin.HEAT_RATE, SteamPlantTwin.SENSOR));
        keys.addAll(live(new GridType(), GridTwin.OVERLOAD, GridTwin.VOLTAGE, GridTwin.BAD_DATA, GridTwin.ESTIMATION, GridTwin.SECURITY));
        keys.addAll(live(new PvPlantType(), PvTwin.STRING_FAULT, PvTwin.SOILING, PvTwin.UNDERPERFORMANCE, PvTwin.FORECAST, PvTwin.SENSOR));
        keys.addAll(live(new BatteryType(), BatteryTwin.WORN, BatteryTwin.RESISTANCE, BatteryTwin.PLAN, BatteryTwin.SENSOR));
        keys.addAll(needed(new WindFarmType()));
        keys.add("wind-farm.stands-out");
        for (FarmAdviceKind kind : FarmAdviceKind.values()) {
            keys.add("wind-farm.proposal." + kind.key());
        }
        keys.add("wind-turbine." + WindTurbineTwin.UNDERPERFORMANCE);
        keys.add("wind-turbine." + WindTurbineTwin.PARAMETER_DRIFT);
        keys.add("wind-turbine." + WindTurbineTwin.SOURCE_TIME);
        keys.add("wind-turbine." + WindTurbineTwin.WIND_SENSOR);
        for (AdviceKind kind : AdviceKind.values()) {
            keys.add("wind-turbine.proposal." + kind.key());
        }
        keys.add("wind-turbine." + ThermalMonitor.GEARBOX);
        keys.add("wind-turbine." + ThermalMonitor.GENERATOR);
        keys.add("wind-turbine." + VibrationMonitor.BEARING_FAULT);
        keys.add("wind-turbine." + VibrationAspect.UNREADABLE);
        assertThat(new TreeSet<>(Texts.in("en").all().stringPropertyNames())).isEqualTo(keys);
        assertThat(new TreeSet<>(Texts.in("ko").all().stringPropertyNames())).isEqualTo(keys);
    }

    @Test
    void koreanIsKorean() {
        assertThat(Texts.in("ko").get("wind-turbine.WTUR.W")).isEqualTo("유효 전력");
        assertThatThrownBy(() -> Texts.in("xx")).hasMessageContaining("l10n/xx");
    }
}
