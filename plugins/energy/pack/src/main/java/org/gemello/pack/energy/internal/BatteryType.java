package org.gemello.pack.energy.internal;

import java.util.Arrays;
import java.util.List;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.storage.Battery;
import org.gemello.energy.storage.BatteryTwin;
import org.gemello.energy.storage.BatteryTwinState;
import org.gemello.energy.storage.Storage;
import org.gemello.spi.TwinType;
import org.osgi.service.component.annotations.Component;

/**
 * Twins of battery storages; points after IEC 61850-7-420. The cell is given once, the battery by how many are in series and in parallel.
 */
@Component(service = TwinType.class)
public final class BatteryType extends LiveType<BatteryTwinState> {
    static final String TYPE = "battery";
    private static final double HIGHEST = 100_000;

    public BatteryType() {
        super(TYPE, BatteryTwinState::new, points -> points
                .derived("ZBAT.SoC", "%").derived("ZBAT.SoCInt", "%")
                .derived("ZBAT.SoH", "%").derived("ZBAT.SoHInt", "%").derived("ZBAT.Res", "%")
                .derived("ZBAT.AgeTm", "%").derived("ZBAT.AgeCyc", "%").derived("ZBAT.Life", "d")
                .measured("ZBAT.Vol", "V", 0, 3000).measured("ZBAT.Amp", "A", -20_000, 20_000).measured("ZBAT.InBatTmp", "Cel", -40, 90)
                .measured("MMXU.TotW", "kW", -HIGHEST, HIGHEST).setpoint("DBAT.SetW", "kW", -HIGHEST, HIGHEST)
                .text("PLAN.Signal").text("PLAN.Event")
                .derived("PLAN.Steps", "1").derived("PLAN.SetW", "kW").derived("PLAN.Saving", "1"),
                BatteryType::twin,
                (texts, prefix) -> List.of(command(texts, prefix, "set-power",
                        new ParameterSpec("power", "", "kW", -HIGHEST, HIGHEST, Double.POSITIVE_INFINITY, "DBAT.SetW"))));
    }

    private static LiveTwin<BatteryTwinState> twin(Given given) {
        int series = given.integer("series", "1", 200, 1, 2000);
        double parallel = given.number("parallel", "1", 4, 1, 10_000);
        double share = series / parallel;
        double capacity = given.number("cellCapacity", "A.h", 50, 0.1, 2000) * parallel;
        double[] open = Arrays.stream(given.numbers("cellVoltages", "V", "3.0, 3.44, 3.54, 3.60, 3.65, 3.71, 3.80, 3.90, 3.99, 4.08, 4.19"))
                .map(voltage -> voltage * series).toArray();
        Battery battery = new Battery(capacity, open, share * given.number("cellResistance", "Ohm", 0.0012, 1e-6, 1),
                share * given.number("cellFastResistance", "Ohm", 0.0006, 0, 1), given.number("fastTime", "s", 20, 0.1, 1e5),
                share * given.number("cellSlowResistance", "Ohm", 0.0009, 0, 1), given.number("slowTime", "s", 900, 0.1, 1e6));
        double energy = capacity * Arrays.stream(open).average().orElseThrow() / 1e6;
        double power = given.dependent("power", "kW", 1000 * energy / 2, 0.001, HIGHEST) / 1000;
        double efficiency = given.number("efficiency", "1", 0.96, 0.5, 1);
        Storage plant = new Storage(energy * given.number("lowest", "%", 10, 0, 100) / 100, energy * given.number("highest", "%", 90, 0, 100) / 100,
                power, power, efficiency, efficiency, given.number("wear", "1", 20, 0, 1e6));
        BatteryTwin.Settings usual = BatteryTwin.Settings.DEFAULT;
        return new BatteryTwin(battery, series, series * given.number("cellVoltageDeviation", "V", 0.004, 1e-6, 1), plant, energy,
                new BatteryTwin.Settings(given.number("report", "s", usual.report(), 1, 3600),
                        given.number("endOfLife", "%", 100 * usual.endOfLife(), 10, 99) / 100,
                        given.number("temperature", "Cel", usual.celsius(), -40, 90)));
    }
}
