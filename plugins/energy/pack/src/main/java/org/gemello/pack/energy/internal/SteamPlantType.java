package org.gemello.pack.energy.internal;

import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.steam.SteamPlant.Condition;
import org.gemello.energy.steam.SteamPlantDrift.Measurement;
import org.gemello.energy.steam.SteamPlantTwin;
import org.gemello.energy.steam.SteamPlantTwinState;
import org.gemello.spi.TwinType;
import org.osgi.service.component.annotations.Component;

/** Twins of steam plants with one reheat; systems after KKS. All configuration is optional and says what the plant was when it was new. */
@Component(service = TwinType.class)
public final class SteamPlantType extends LiveType<SteamPlantTwinState> {
    static final String TYPE = "steam-plant";

    public SteamPlantType() {
        super(TYPE, SteamPlantTwinState::new, points -> points
                .measured("MKA.W", "MW", -50, 2000).derived("ExpW", "MW").derived("ResW", "MW")
                .derived("HeatRate", "kJ/(kW.h)").derived("ExpHeatRate", "kJ/(kW.h)")
                .derived("BoilerEff", "%").derived("CycleEff", "%").derived("HpEff", "%").derived("LpEff", "%").derived("Leak", "%")
                .derived("CondP", "kPa")
                .derived("CostCondP", "kJ/(kW.h)").derived("CostHp", "kJ/(kW.h)").derived("CostLp", "kJ/(kW.h)")
                .derived("CostLeak", "kJ/(kW.h)").derived("CostBoiler", "kJ/(kW.h)")
                .measured("FUEL.Q", "MW", 0, 6000)
                .measured("LBA.F", "kg/s", 0, 2000).measured("LBA.P", "MPa", 0, 40).measured("LBA.T", "Cel", 0, 700)
                .measured("LBB.P", "MPa", 0, 20).measured("LBB.T", "Cel", 0, 700)
                .measured("MAA.T", "Cel", 0, 700).measured("LBC.T", "Cel", 0, 700).measured("LCA.T", "Cel", 0, 120)
                .measured("PAB.F", "kg/s", 0, 100_000).measured("PAB.T1", "Cel", -2, 60).measured("PAB.T2", "Cel", -2, 90),
                SteamPlantType::twin);
    }

    private static LiveTwin<SteamPlantTwinState> twin(Given given) {
        Condition condition = new Condition(given.number("condenserPressure", "kPa", 5, 0.7, 100) / 1000,
                given.number("highEfficiency", "%", 88, 30, 100) / 100, given.number("lowEfficiency", "%", 90, 30, 100) / 100,
                given.number("leakage", "%", 1, 0, 20) / 100);
        SteamPlantTwin.Design design = new SteamPlantTwin.Design(condition, given.number("boilerEfficiency", "%", 90, 30, 100) / 100,
                given.number("pumpEfficiency", "%", 80, 30, 100) / 100, given.number("generatorEfficiency", "%", 98.5, 50, 100) / 100);
        Measurement deviation = new Measurement(given.number("highExhaustDeviation", "K", 0.5, 0.01, 50),
                given.number("coldReheatDeviation", "K", 0.5, 0.01, 50),
                given.number("condensateDeviation", "K", 0.3, 0.01, 50), 1000 * given.number("powerDeviation", "MW", 0.3, 0.001, 100),
                1000 * given.number("rejectedHeatDeviation", "MW", 1.5, 0.001, 500));
        return new SteamPlantTwin(design,
                new SteamPlantTwin.Settings(given.number("window", "s", 60, 1, 3600), given.number("memory", "s", 3600, 1, 1e6),
                given.number("heatRateAbove", "%", 2, 0.1, 50) / 100, deviation));
    }
}
