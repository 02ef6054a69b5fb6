package org.gemello.energy.turbine.type;

import java.io.IOException;
import org.gemello.energy.rotor.Blade;
import org.gemello.energy.rotor.BladeElementMomentum;
import org.gemello.energy.rotor.RotorTable;
import org.gemello.energy.rotor.RoughRotor;
import org.gemello.energy.turbine.DriveTrain;
import org.gemello.energy.turbine.GainSchedule;
import org.gemello.energy.turbine.PiecewiseLinear;
import org.gemello.energy.turbine.PitchLaw;
import org.gemello.energy.turbine.TorqueLaw;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.TurbineDesign.Operation;
import org.gemello.energy.turbine.YawLaw;

/** Makes a turbine of its description. Lengths in m, angles in degrees where the key says so, everything else in SI units. */
final class TurbineReader {
    /** Positions of the blade over which the steady loads are averaged. */
    private static final int SECTORS = 8;
    private static final int TABLE_SECTORS = 4;
    private static final double MOST = 1e12;
    private final TypeFiles files;
    private final String description;

    TurbineReader(TypeFiles files, String description) {
        this.files = files;
        this.description = description;
    }

    /** @throws IOException where a file is missing or wrong; the message names file, line and remedy */
    TurbineDesign read() throws IOException {
        YamlSection root = YamlSection.read(files.text(description), files.place(description));
        String name = root.text("name");
        root.text("source");
        Operation operation = operation(root.section("operation"));
        YamlSection rotor = root.section("rotor");
        Blade blade = blade(rotor);
        double tilt = Math.toRadians(rotor.number("tiltDegrees", -20, 20));
        double shear = rotor.number("shearExponent", 0, 0.5);
        double height = rotor.number("hubHeight", 1.05 * blade.tipRadius(), 500);
        rotor.end();
        BladeElementMomentum blades = new BladeElementMomentum(blade, tilt, SECTORS, shear, height);
        RotorTable table = RotorTable.of(new BladeElementMomentum(blade, tilt, TABLE_SECTORS, shear, height));
        DriveTrain train = driveTrain(root.section("driveTrain"));
        PitchLaw pitch = pitch(root.section("pitch"));
        TorqueLaw torque = torque(root.section("torque"), table, train.gearRatio(), operation.density());
        YawLaw yaw = yaw(root.section("yaw"));
        root.end();
        return new TurbineDesign(name, blades, table, RoughRotor.of(blades, table), train, operation, torque, pitch, yaw);
    }

    private Blade blade(YamlSection rotor) throws IOException {
        int count = (int) rotor.number("blades", 1, 6);
        double radius = rotor.number("radius", 1, 250);
        double hub = rotor.number("hubRadius", 0.1, 10);
        double precone = Math.toRadians(rotor.number("preconeDegrees", -20, 20));
        BladeFiles tables = new BladeFiles(files, rotor.text("blade"), rotor.text("polars"));
        return new Blade(count, hub, radius, precone, tables.sections(radius - hub));
    }

    private static DriveTrain driveTrain(YamlSection section) throws IOException {
        double gear = section.number("gearRatio", 1, 300);
        DriveTrain train = new DriveTrain(gear, section.number("rotorInertia", 1, MOST),
                section.number("generatorInertia", 0, MOST) * gear * gear, section.number("stiffness", 0, MOST),
                section.number("damping", 0, MOST), section.number("generatorEfficiency", 0.5, 1));
        section.end();
        return train;
    }

    private static Operation operation(YamlSection section) throws IOException {
        double cutIn = section.number("cutIn", 0.5, 15);
        Operation operation = new Operation(cutIn, section.number("cutOut", cutIn, 50), section.number("density", 0.8, 1.5));
        section.end();
        return operation;
    }

    private static TorqueLaw torque(YamlSection section, RotorTable rotor, double gear, double density) throws IOException {
        double gain = section.has("trackedTipSpeedRatio")
                ? trackingGain(section.number("trackedTipSpeedRatio", 2, 15), rotor, gear, density)
                : section.number("optimalGain", 1e-3, MOST);
        double cutIn = section.number("cutInSpeed", 0.01, 1000);
        double optimal = section.number("optimalSpeed", cutIn, 1000);
        TorqueLaw law = new TorqueLaw(cutIn, optimal, gain, section.number("ratedSpeed", optimal, 1000), section.number("slip", 0.001, 0.3),
                section.number("ratedPower", 1000, 1e8), section.number("maxTorque", 1, MOST), section.number("maxRate", 1, MOST));
        section.end();
        return law;
    }

    /** The gain that holds a tip-speed ratio: k = density pi R^5 Cp / (2 ratio^3 gear^3) (NREL/TP-500-38060, equation 7-2). */
    private static double trackingGain(double ratio, RotorTable rotor, double gear, double density) {
        double speedRatio = ratio * gear;
        return density * Math.PI * Math.pow(rotor.radius(), 5) * rotor.powerCoefficient(ratio, 0)
                / (2 * speedRatio * speedRatio * speedRatio);
    }

    private static PitchLaw pitch(YamlSection section) throws IOException {
        GainSchedule gains = section.has("gains") ? GainSchedule.table(section.rows("gains", 3))
                : GainSchedule.halving(section.number("proportional", 1e-6, 100), section.number("integral", 1e-6, 100),
                        section.number("doubled", 1e-3, 10));
        double[][] fine = section.rows("finePitchDegrees", 2);
        for (double[] row : fine) {
            row[1] = Math.toRadians(row[1]);
        }
        PitchLaw law = new PitchLaw(gains, section.number("speed", 0.01, 1000), Math.toRadians(section.number("maxDegrees", 10, 95)),
                Math.toRadians(section.number("maxRateDegrees", 0.1, 30)), new PiecewiseLinear(fine),
                section.number("speedFilter", 0.01, 100));
        section.end();
        return law;
    }

    private static YawLaw yaw(YamlSection section) throws IOException {
        YawLaw law = new YawLaw(Math.toRadians(section.number("thresholdDegrees", 0.5, 45)),
                Math.toRadians(section.number("rateDegrees", 0.01, 10)), section.number("filter", 0.1, 3600));
        section.end();
        return law;
    }
}
