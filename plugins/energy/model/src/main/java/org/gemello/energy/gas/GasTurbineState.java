package org.gemello.energy.gas;

/**
 * A state of a gas turbine; temperatures K, pressures Pa, flows kg/s, powers W.
 *
 * @param beta position on the speed line of the compressor, 0 choke to 1 surge
 * @param shaftPower turbine less compressor
 * @param electricalPower at constant speed
 */
public record GasTurbineState(double beta, double airFlow, double compressorTemperature, double compressorPressure,
        double turbineInlet, double exhaustTemperature, double compressorPower, double turbinePower, double shaftPower,
        double electricalPower) {
}
