package org.gemello.energy.performance;

import java.util.ArrayList;
import java.util.List;

/**
 * Annual energy of a measured power curve in winds with a Rayleigh distribution, 4 to 11 m/s of annual mean (IEC 61400-12-1:2017, 9.3,
 * equation 17), at full availability.
 *
 * @param mean         annual mean wind in m/s
 * @param measured     in MWh: nothing beyond the highest bin
 * @param extrapolated in MWh: the power of the highest bin up to cut-out
 * @param uncertainty  standard uncertainty of category A of the measured energy in MWh; bins are independent
 */
public record AnnualEnergy(double mean, double measured, double extrapolated, double uncertainty) {
    private static final double HOURS = 8760;
    private static final int LOWEST = 4;
    private static final int HIGHEST = 11;

    /** True where the measured part is nearly all of it: less than 95 % is to be called incomplete. */
    public boolean isComplete() {
        return measured >= 0.95 * extrapolated;
    }

    /** For all mean winds; none without bins. Cut-out in m/s. Bins with less than half an hour do not count. */
    public static List<AnnualEnergy> of(List<CurveBin> bins, double cutOut) {
        List<CurveBin> filled = bins.stream().filter(CurveBin::isFilled).toList();
        List<AnnualEnergy> energies = new ArrayList<>();
        for (int mean = LOWEST; mean <= HIGHEST && !filled.isEmpty(); mean++) {
            energies.add(at(mean, filled, cutOut));
        }
        return energies;
    }

    private static AnnualEnergy at(double mean, List<CurveBin> bins, double cutOut) {
        double wind = bins.get(0).wind() - PowerCurve.WIDTH;
        double power = 0;
        double energy = 0;
        double variance = 0;
        for (CurveBin bin : bins) {
            double share = below(bin.wind(), mean) - below(wind, mean);
            energy += share * (power + bin.power()) / 2;
            double uncertain = Double.isNaN(bin.deviation()) ? 0 : share * bin.uncertainty();
            variance += uncertain * uncertain;
            wind = bin.wind();
            power = bin.power();
        }
        double beyond = Math.max(below(cutOut, mean) - below(wind, mean), 0) * power;
        double factor = HOURS / 1000;
        return new AnnualEnergy(mean, factor * energy, factor * (energy + beyond), factor * Math.sqrt(variance));
    }

    /** Share of the time with less wind than this: Rayleigh's cumulative distribution (equation 18). */
    static double below(double wind, double mean) {
        double ratio = Math.max(wind, 0) / mean;
        return 1 - Math.exp(-Math.PI / 4 * ratio * ratio);
    }
}
