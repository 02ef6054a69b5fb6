package org.gemello.energy.gas;

/**
 * Design point of a single-shaft gas turbine at 288.15 K and 0.101325 MPa, dry air, methane as fuel.
 *
 * @param speed of the shaft, rad/s
 * @param airFlow kg/s
 * @param pressureRatio of the compressor
 * @param compressorEfficiency isentropic, 0 to 1
 * @param turbineInlet temperature, K
 * @param turbineEfficiency isentropic, 0 to 1
 * @param combustorLoss pressure loss of the combustor per its inlet pressure
 * @param exhaustLoss pressure of the exhaust above the ambient one, per the ambient one
 * @param combustionEfficiency share of the fuel that burns
 * @param transmission electrical power per shaft power
 * @param inertia of the shaft, kg m2
 */
public record GasTurbineDesign(double speed, double airFlow, double pressureRatio, double compressorEfficiency, double turbineInlet,
        double turbineEfficiency, double combustorLoss, double exhaustLoss, double combustionEfficiency, double transmission,
        double inertia) {
    /** K. */
    public static final double STANDARD_TEMPERATURE = 288.15;
    /** Pa. */
    public static final double STANDARD_PRESSURE = 101325;

    public GasTurbineDesign {
        if (!(speed > 0 && airFlow > 0 && pressureRatio > 1 && turbineInlet > STANDARD_TEMPERATURE && inertia > 0)) {
            throw new IllegalArgumentException("speed, air flow and inertia must be positive, the pressure ratio above 1 and the turbine "
                + "inlet hotter than the air");
        }
    }

    /** A machine of 25 MW as an example: plausible values of no particular make. */
    public static GasTurbineDesign example() {
        return new GasTurbineDesign(314.159, 80, 14, 0.86, 1450, 0.89, 0.04, 0.02, 0.995, 0.97, 4000);
    }
}
