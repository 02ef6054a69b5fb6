package org.gemello.energy.performance;

/**
 * One bin of a measured power curve.
 *
 * @param centre    in m/s, a multiple of 0.5
 * @param wind      mean of the normalised wind in m/s
 * @param power     mean in kW
 * @param deviation standard deviation of the power in kW; NaN with a single value
 * @param count     ten-minute values
 */
public record CurveBin(double centre, double wind, double power, double deviation, int count) {

    /** Standard uncertainty of category A of the mean power in kW: s / sqrt(N) (IEC 61400-12-1:2017, E.2). NaN with a single value. */
    public double uncertainty() {
        return deviation / Math.sqrt(count);
    }

    /** Power coefficient (9.4, equation 20); NaN in a calm. Area in m2, density in kg/m3. */
    public double coefficient(double area, double density) {
        return wind > 0 ? power * 1000 / (0.5 * density * area * wind * wind * wind) : Double.NaN;
    }

    /** True where it holds half an hour or more. */
    public boolean isFilled() {
        return count >= PowerCurve.LEAST_VALUES;
    }
}
