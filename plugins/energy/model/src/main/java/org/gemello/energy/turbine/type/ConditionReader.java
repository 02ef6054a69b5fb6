package org.gemello.energy.turbine.type;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gemello.energy.condition.ConditionDesign;
import org.gemello.energy.fatigue.Component;
import org.gemello.energy.fatigue.ComponentDesign;
import org.gemello.energy.fatigue.LoadDesign;
import org.gemello.energy.thermal.ThermalDesign;
import org.gemello.energy.thermal.ThermalDesign.Body;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.vibration.Bearing;
import org.gemello.energy.vibration.GearMesh;
import org.gemello.energy.vibration.VibrationDesign;

/** Makes of a file what the condition of a turbine type is judged by. SI units, angles in degrees where the key says so. */
final class ConditionReader {
    private static final double MOST = 1e12;
    private final TypeFiles files;
    private final String file;
    private final TurbineDesign turbine;

    ConditionReader(TypeFiles files, String file, TurbineDesign turbine) {
        this.files = files;
        this.file = file;
        this.turbine = turbine;
    }

    /** @throws IOException where the file is missing or wrong; the message names file, line and remedy */
    ConditionDesign read() throws IOException {
        YamlSection root = YamlSection.read(files.text(file), files.place(file));
        root.text("source");
        LoadDesign loads = loads(root.section("loads"));
        Optional<ThermalDesign> thermal = root.has("thermal") ? Optional.of(thermal(root.section("thermal"))) : Optional.empty();
        Optional<VibrationDesign> vibration = root.has("vibration") ? Optional.of(vibration(root.section("vibration"))) : Optional.empty();
        root.end();
        return new ConditionDesign(loads, thermal, vibration);
    }

    private LoadDesign loads(YamlSection section) throws IOException {
        double life = section.number("designLife", 1, 50);
        List<ComponentDesign> components = new ArrayList<>();
        for (Component component : Component.values()) {
            String key = key(component);
            if (section.has(key)) {
                components.add(component(section.section(key), component, life));
            }
        }
        LoadDesign design = new LoadDesign(section.number("hubHeight", 1.05 * turbine.radius(), 500),
                section.number("shearExponent", 0, 0.5),
                Math.toRadians(section.number("tiltDegrees", -20, 20)), section.number("bladeMoment", 1, MOST),
                section.number("towerFrequency", 0.01, 10), section.number("towerDamping", 0.001, 0.9), components);
        section.end();
        return design;
    }

    /** BLADE_FLAPWISE is bladeFlapwise. */
    private static String key(Component component) {
        StringBuilder key = new StringBuilder();
        for (String word : component.name().split("_")) {
            String small = word.toLowerCase(Locale.ROOT);
            key.append(key.isEmpty() ? small : Character.toUpperCase(small.charAt(0)) + small.substring(1));
        }
        return key.toString();
    }

    private ComponentDesign component(YamlSection section, Component component, double life) throws IOException {
        double frequency = component.swings() ? 1 : turbine.ratedSpeed() / (2 * Math.PI);
        double ultimate = section.has("ultimateLoad") ? section.number("ultimateLoad", 1, MOST) : Double.POSITIVE_INFINITY;
        ComponentDesign design = ComponentDesign.of(component, section.number("designLoad", 1, MOST), section.number("exponent", 1, 30),
                ultimate, frequency, life);
        section.end();
        return design;
    }

    private ThermalDesign thermal(YamlSection section) throws IOException {
        List<Body> bodies = List.of(body(section.section("gearboxOil")), body(section.section("gearboxBearing")),
                body(section.section("winding")), body(section.section("generatorBearing")));
        ThermalDesign design = new ThermalDesign(turbine.torque().ratedPower(), section.number("gearLoss", 0, 0.2),
                section.number("churning", 0, MOST), section.number("bearingLoss", 0, MOST), section.number("windingLoss", 0, 0.3),
                section.number("generatorBearingLoss", 0, MOST), section.number("link", 0, MOST), bodies);
        section.end();
        return design;
    }

    private static Body body(YamlSection section) throws IOException {
        Body body = new Body(section.number("capacity", 1, MOST), section.number("conductance", 1e-3, MOST),
                section.number("limit", 20, 300));
        section.end();
        return body;
    }

    private VibrationDesign vibration(YamlSection section) throws IOException {
        YamlSection bearing = section.section("bearing");
        YamlSection mesh = section.section("mesh");
        try {
            VibrationDesign design = new VibrationDesign(
                    Bearing.of(bearing.text("name"), (int) bearing.number("elements", 3, 200), bearing.number("elementDiameter", 1e-4, 10),
                            bearing.number("pitchDiameter", 1e-3, 20), Math.toRadians(bearing.number("contactDegrees", 0, 89))),
                    new GearMesh(mesh.text("name"), (int) mesh.number("teeth", 5, 1000)),
                    turbine.ratedSpeed() * turbine.driveTrain().gearRatio() / (2 * Math.PI));
            bearing.end();
            mesh.end();
            section.end();
            return design;
        } catch (IllegalArgumentException e) {
            throw new IOException(files.place(file) + ": " + e.getMessage(), e);
        }
    }
}
