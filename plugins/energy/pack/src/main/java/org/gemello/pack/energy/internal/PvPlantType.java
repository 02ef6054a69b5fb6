package org.gemello.pack.energy.internal;

import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.solar.CellTemperature;
import org.gemello.energy.solar.Inverter;
import org.gemello.energy.solar.PvModule;
import org.gemello.energy.solar.PvPlant;
import org.gemello.energy.solar.PvTwin;
import org.gemello.energy.solar.PvTwinState;
import org.gemello.energy.solar.SingleDiode;
import org.gemello.energy.solar.SunPosition;
import org.gemello.energy.solar.Transposition;
import org.gemello.spi.TwinType;
import org.osgi.service.component.annotations.Component;

/**
 * Twins of photovoltaic plants of equal strings on one inverter; points after IEC 61850-7-4 and 7-420. Latitude and longitude must be
 * given.
 */
@Component(service = TwinType.class)
public final class PvPlantType extends LiveType<PvTwinState> {
    static final String TYPE = "pv-plant";

    public PvPlantType() {
        super(TYPE, PvTwinState::new, PvPlantType::points, PvPlantType::twin);
    }

    private static Points points(Points points) {
        points.measured("MMXU.TotW", "kW", -1000, 1_000_000)
                .derived("DPVA.ExpW", "kW").derived("DPVA.ResW", "kW").derived("DPVA.ResPct", "%")
                .derived("DPVA.PR", "%").derived("DPVA.Soil", "%").derived("DPVA.ClipTm", "h")
                .derived("DPVA.Wh", "kW.h").derived("DPVA.DayWh", "kW.h")
                .measured("MMET.HorInsol", "W/m2", -20, 1600).measured("MMET.PlnInsol", "W/m2", -20, 1800)
                .measured("MMET.EnvTmp", "Cel", -50, 60).measured("MMET.HorWdSpd", "m/s", 0, 75)
                .derived("DPVA.ExpMdTmp", "Cel").derived("DPVA.SunEl", "deg").derived("DPVA.SunAz", "deg")
                .text("FCST.Weather").derived("FCST.Power", "1").derived("FCST.Wh24", "kW.h");
        for (int i = 1; i <= PvTwin.STRINGS; i++) {
            points.numbered("DPVC.A", i, "A", -5, 100);
        }
        return points;
    }

    private static LiveTwin<PvTwinState> twin(Given given) {
        SunPosition.Site site = new SunPosition.Site(given.required("latitude", "deg", -90, 90),
                given.required("longitude", "deg", -180, 180), given.number("elevation", "m", 0, -400, 6000));
        Transposition plane = new Transposition(given.number("tilt", "deg", 30, 0, 90), given.number("azimuth", "deg", 180, 0, 360),
                given.number("albedo", "1", 0.2, 0, 1));
        // Canadian Solar CS5P-220M of the CEC module library
        PvModule module = new PvModule(new SingleDiode(given.number("photoCurrent", "A", 5.11426, 0.01, 100),
                given.number("saturationCurrent", "A", 8.10251e-10, 1e-16, 1e-3), given.number("idealVoltage", "V", 2.63593, 0.01, 100),
                given.number("seriesResistance", "Ohm", 1.06602, 0, 100), given.number("shuntResistance", "Ohm", 381.254, 1, 1e6)),
                given.number("currentDrift", "A/K", 0.004539, -1, 1));
        int strings = given.integer("strings", "1", 8, 1, 100_000);
        PvPlant plant = new PvPlant(site, plane, module, given.integer("modulesPerString", "1", 10, 1, 100), strings,
                new Inverter(1000 * given.number("inverterPower", "kW", 17, 0.1, 1e6), given.number("inverterEfficiency", "1", 0.97, 0.5, 1)),
                temperature(given));
        PvTwin.Settings usual = PvTwin.Settings.DEFAULT;
        int measured = given.integer("measuredStrings", "1", 0, 0, PvTwin.STRINGS);
        if (measured > strings) {
            throw new IllegalArgumentException("configuration 'measuredStrings' is " + measured + ", but there are " + strings + " strings");
        }
        return new PvTwin(plant, measured, new PvTwin.Settings(given.number("window", "s", usual.window(), 60, 900),
                given.number("soilingAbove", "%", 100 * usual.soilingAbove(), 0.5, 90) / 100,
                given.number("lossAbove", "%", 100 * usual.lossAbove(), 1, 90) / 100,
                given.integer("forecastHours", "h", usual.hours(), 1, 48)));
    }

    private static CellTemperature temperature(Given given) {
        String law = given.choice("cellTemperature", "faiman", "sandia", "noct");
        double nominal = given.number("nominalCellTemperature", "Cel", 45, 20, 80);
        return switch (law) {
            case "faiman" -> CellTemperature.faiman();
            case "sandia" -> CellTemperature.sandiaOpenRack();
            default -> CellTemperature.noct(nominal);
        };
    }
}
