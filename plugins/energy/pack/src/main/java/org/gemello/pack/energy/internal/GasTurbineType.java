package org.gemello.pack.energy.internal;

import org.gemello.energy.gas.CompressorMap;
import org.gemello.energy.gas.GasTurbine;
import org.gemello.energy.gas.GasTurbineDesign;
import org.gemello.energy.gas.GasTurbineDiagnosis.Measurement;
import org.gemello.energy.gas.GasTurbineTwin;
import org.gemello.energy.gas.GasTurbineTwinState;
import org.gemello.energy.gas.TurbineMap;
import org.gemello.energy.live.LiveTwin;
import org.gemello.spi.TwinType;
import org.osgi.service.component.annotations.Component;

/**
 * Twins of single-shaft gas turbines; stations after SAE ARP755. All configuration is optional: without any it is the example of the model.
 */
@Component(service = TwinType.class)
public final class GasTurbineType extends LiveType<GasTurbineTwinState> {
    static final String TYPE = "gas-turbine";

    public GasTurbineType() {
        super(TYPE, GasTurbineTwinState::new, points -> points
                .measured("W", "kW", -5_000, 600_000)
                .derived("ExpW", "kW").derived("ResW", "kW")
                .derived("HeatRate", "kJ/(kW.h)").derived("ExpHeatRate", "kJ/(kW.h)")
                .derived("CmpFlow", "%").derived("CmpEff", "%").derived("TrbFlow", "%").derived("TrbEff", "%")
                .derived("LostW", "kW").derived("WashW", "kW")
                .measured("T2", "Cel", -50, 60).measured("P2", "hPa", 500, 1100)
                .measured("WF", "kg/s", 0, 50).measured("N", "/min", 0, 30_000)
                .measured("W2", "kg/s", 0, 1500).derived("ExpW2", "kg/s").derived("ResW2", "kg/s")
                .measured("T3", "Cel", -50, 800).derived("ExpT3", "Cel").derived("ResT3", "K")
                .measured("P3", "kPa", 0, 5000).derived("ExpP3", "kPa").derived("ResP3", "kPa")
                .derived("ExpT4", "Cel")
                .measured("T5", "Cel", -50, 1100).derived("ExpT5", "Cel").derived("ResT5", "K"),
                GasTurbineType::twin);
    }

    private static LiveTwin<GasTurbineTwinState> twin(Given given) {
        GasTurbineDesign usual = GasTurbineDesign.example();
        GasTurbineDesign design = new GasTurbineDesign(given.number("speed", "/min", usual.speed() * 30 / Math.PI, 100, 30_000) * Math.PI / 30,
                given.number("airFlow", "kg/s", usual.airFlow(), 0.1, 1500), given.number("pressureRatio", "1", usual.pressureRatio(), 2, 45),
                given.number("compressorEfficiency", "1", usual.compressorEfficiency(), 0.5, 1),
                given.number("turbineInlet", "Cel", usual.turbineInlet() - 273.15, 500, 1800) + 273.15,
                given.number("turbineEfficiency", "1", usual.turbineEfficiency(), 0.5, 1),
                given.number("combustorLoss", "1", usual.combustorLoss(), 0, 0.2), given.number("exhaustLoss", "1", usual.exhaustLoss(), 0, 0.2),
                given.number("combustionEfficiency", "1", usual.combustionEfficiency(), 0.8, 1),
                given.number("transmission", "1", usual.transmission(), 0.5, 1), usual.inertia());
        Measurement deviation = new Measurement(given.dependent("airFlowDeviation", "kg/s", 0.005 * design.airFlow(), 1e-6, 100),
                given.number("compressorTemperatureDeviation", "K", 1, 0.01, 50),
                1000 * given.number("compressorPressureDeviation", "kPa", 3, 0.001, 100),
                given.number("exhaustTemperatureDeviation", "K", 2, 0.01, 50), 1000 * given.number("powerDeviation", "kW", 50, 0.01, 10_000));
        GasTurbineTwin.Settings settings = GasTurbineTwin.Settings.DEFAULT;
        return new GasTurbineTwin(new GasTurbine(design, CompressorMap.generic(), TurbineMap.generic()), deviation,
                new GasTurbineTwin.Settings(given.number("window", "s", settings.window(), 1, 3600),
                        given.number("memory", "s", settings.memory(), 1, 1e6),
                        given.number("fouledAbove", "%", 100 * settings.fouled(), 0.1, 50) / 100,
                        given.number("erodedAbove", "%", 100 * settings.eroded(), 0.1, 50) / 100,
                        given.number("washAbove", "%", 100 * settings.washAbove(), 0.1, 50) / 100));
    }
}
