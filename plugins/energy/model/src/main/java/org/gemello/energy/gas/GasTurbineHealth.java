package org.gemello.energy.gas;

/**
 * What wear did to the maps, as factors; 1 is new. Fouling lowers flow and efficiency of the compressor; erosion lowers the
 * efficiency of the turbine and raises its flow (C. B. Meher-Homji, A. Bromley, Gas turbine axial compressor fouling and washing,
 * 33rd Turbomachinery Symposium, 2004).
 */
public record GasTurbineHealth(double compressorFlow, double compressorEfficiency, double turbineFlow, double turbineEfficiency) {
    /** A machine as new. */
    public static final GasTurbineHealth NEW = new GasTurbineHealth(1, 1, 1, 1);

    double[] factors() {
        return new double[] {compressorFlow, compressorEfficiency, turbineFlow, turbineEfficiency};
    }

    static GasTurbineHealth of(double[] factors) {
        return new GasTurbineHealth(factors[0], factors[1], factors[2], factors[3]);
    }
}
