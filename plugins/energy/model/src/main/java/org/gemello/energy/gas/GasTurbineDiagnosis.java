package org.gemello.energy.gas;

import org.gemello.energy.fit.WeightedFit;

/**
 * Fouling and erosion from measurements: gas path analysis by a nonlinear fit (L. A. Urban, Gas path analysis applied to turbine
 * engine condition monitoring, Journal of Aircraft 10, 1973; here nonlinear, with a prior).
 */
public final class GasTurbineDiagnosis {
    private static final double[] PRIOR = {1, 1, 1, 1};
    private static final double[] PRIOR_DEVIATION = {0.05, 0.05, 0.05, 0.05};
    private final GasTurbine turbine;
    private final WeightedFit fit;

    /** The machine as new and the standard deviation of each measurement. */
    public GasTurbineDiagnosis(GasTurbine turbine, Measurement deviation) {
        this.turbine = turbine;
        fit = new WeightedFit(PRIOR, PRIOR_DEVIATION, deviation.vector());
    }

    /** Present health and the standard deviation of each factor. */
    public Finding estimate(GasTurbineInput input, Measurement measured) {
        WeightedFit.Result result = fit.solve(
            x -> Measurement.of(turbine.state(input, GasTurbineHealth.of(x))).vector(), measured.vector());
        return new Finding(GasTurbineHealth.of(result.parameters()), GasTurbineHealth.of(result.deviations()));
    }

    /**
     * What is measured.
     *
     * @param airFlow from the depression of the inlet, kg/s
     * @param compressorTemperature at the compressor's outlet, K
     * @param compressorPressure at the compressor's outlet, Pa
     * @param exhaustTemperature K
     * @param electricalPower W
     */
    public record Measurement(double airFlow, double compressorTemperature, double compressorPressure, double exhaustTemperature,
            double electricalPower) {
        /** What a machine in this state would show. */
        public static Measurement of(GasTurbineState state) {
            return new Measurement(state.airFlow(), state.compressorTemperature(), state.compressorPressure(),
                state.exhaustTemperature(), state.electricalPower());
        }

        double[] vector() {
            return new double[] {airFlow, compressorTemperature, compressorPressure, exhaustTemperature, electricalPower};
        }
    }

    /** Factors and their standard deviations. */
    public record Finding(GasTurbineHealth health, GasTurbineHealth deviation) {
    }
}
